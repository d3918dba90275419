import { HeaderCell, Table, TableHead } from '@/components/ui/table'
import { zoneCity } from '@/lib/time-zones'
import { type Position, searchOf } from '@/lib/timeline/position/rules'
import type { TimelineSource } from '@/lib/timeline/rules'
import { choiceSearch, ROW_KINDS, type SortBy, type TableChoice, tableRows } from '@/lib/timeline/table/rules'
import { TableFilter } from './table-filter'
import { RowsOf } from './table-rows'
import type { TextContext } from './texts'
import styles from './timeline.module.css'

export type TimelineTableProps = {
  source: TimelineSource
  context: TextContext
  position: Position
  choice: TableChoice
  /** Without it there is no column of the viewer's times. */
  viewerKnown: boolean
}

/** The whole timeline as a table: sorted and filtered by links and a form, so that it works without any script. */
export function TimelineTable({ source, context, position, choice, viewerKnown }: TimelineTableProps) {
  const { t, home, viewer } = context
  const rows = tableRows(source, choice)
  const kinds = ROW_KINDS.filter(kind => rows.some(row => row.kind === kind))
  const groups = choice.sort === 'kind' ? (choice.down ? kinds.toReversed() : kinds) : [null]
  const head = { choice, position }
  return (
    <div className={styles.tabled}>
      <div className={styles.toolbar}>
        <TableFilter t={t} choice={choice} position={position} />
        <span className={styles.range} role="status">
          {t('table.shown', { count: rows.length })}
        </span>
        <a className={styles.tool} href={searchOf({ ...position, view: 'chart' }, '') || '?'}>
          {t('asChart')}
        </a>
      </div>
      <Table caption={t('table.caption')}>
        <TableHead>
          <tr>
            <SortHead {...head} by="title" label={t('table.what')} />
            <SortHead {...head} by="kind" label={t('table.kind')} />
            <SortHead {...head} by="start" label={t('table.start', { city: zoneCity(home) })} />
            {viewerKnown ? <HeaderCell>{t('table.yours', { city: zoneCity(viewer) })}</HeaderCell> : null}
            <HeaderCell>{t('table.zulu')}</HeaderCell>
            <HeaderCell>{t('table.length')}</HeaderCell>
            <SortHead {...head} by="place" label={t('table.place')} />
            <HeaderCell>{t('table.for')}</HeaderCell>
            <HeaderCell>{t('table.anchor')}</HeaderCell>
          </tr>
        </TableHead>
        {groups.map(kind => (
          <RowsOf
            key={kind ?? 'all'}
            kind={kind}
            rows={rows.filter(row => kind === null || row.kind === kind)}
            source={source}
            context={context}
            viewerKnown={viewerKnown}
          />
        ))}
      </Table>
    </div>
  )
}

type SortHeadProps = { by: SortBy; label: string; choice: TableChoice; position: Position }

/** A head that sorts by its column, and the other way round when it does already. */
function SortHead({ by, label, choice, position }: SortHeadProps) {
  const current = choice.sort === by
  const next = { ...choice, sort: by, down: current && !choice.down }
  return (
    <HeaderCell sorted={current ? (choice.down ? 'descending' : 'ascending') : undefined}>
      <a className={styles.sort} href={searchOf(position, choiceSearch(next)) || '?'}>
        {label}
        <span aria-hidden="true">{current ? (choice.down ? '↓' : '↑') : ''}</span>
      </a>
    </HeaderCell>
  )
}
