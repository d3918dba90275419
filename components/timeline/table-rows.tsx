import { Cell, Row, RowHeader } from '@/components/ui/table'
import type { TimelineSource } from '@/lib/timeline/rules'
import type { RowKind, TableRow } from '@/lib/timeline/table/rules'
import { itemTexts, lengthOf, type TextContext } from './texts'
import styles from './timeline.module.css'
import { isWholeDays, timesOf } from './times'

export type RowsOfProps = {
  /** Null where rows of all kinds stand together. */
  kind: RowKind | null
  rows: readonly TableRow[]
  source: TimelineSource
  context: TextContext
  viewerKnown: boolean
}

/** The rows of one kind under their heading, or all rows without one. */
export function RowsOf({ kind, rows, source, context, viewerKnown }: RowsOfProps) {
  const { t } = context
  const texts = itemTexts(source, context)
  const group =
    kind === null
      ? ''
      : kind === 'team'
        ? t('kinds.teams')
        : t(kind === 'phase' ? 'kinds.phases' : `kinds.${kind}`)
  return (
    <tbody>
      {kind ? (
        <tr>
          <th scope="rowgroup" colSpan={viewerKnown ? 9 : 8} className={styles.group}>
            {t('table.group', { kind: group, count: rows.length })}
          </th>
        </tr>
      ) : null}
      {rows.map(row => {
        const wholeDays = row.wholeDays || (row.kind === 'phase' && isWholeDays(row, context))
        const [home, viewer, zulu] = timesOf({ ...row, wholeDays }, context)
        const text = texts[row.id]
        return (
          <Row key={row.id} id={row.id}>
            <RowHeader className={styles.what}>
              {text?.href ? <a href={text.href}>{text.title}</a> : (text?.title ?? row.title)}
              {row.kind === 'team' ? (
                <small>{text?.facts.map(([, value]) => value).join(' · ')}</small>
              ) : null}
            </RowHeader>
            <Cell>{t(`kind.${row.kind}`)}</Cell>
            <Cell mono>{home}</Cell>
            {viewerKnown ? <Cell mono>{viewer}</Cell> : null}
            <Cell mono>{zulu}</Cell>
            <Cell>{lengthOf({ ...row, wholeDays }, context)}</Cell>
            <Cell>{row.place}</Cell>
            <Cell>{row.audience ? t(`audience.${row.audience}`) : ''}</Cell>
            <Cell mono>{row.anchorText}</Cell>
          </Row>
        )
      })}
    </tbody>
  )
}
