import { getTranslations } from 'next-intl/server'
import { HeaderCell, Table, TableHead } from '@/components/ui/table'
import type { TimeLocale } from '@/lib/time-names'
import { type Position, searchOf } from '@/lib/timeline/position/rules'
import type { TimelineSource } from '@/lib/timeline/rules'
import {
  choiceSearch,
  ROW_KINDS,
  type SortBy,
  type TableChoice,
  type TableRow,
  tableRows,
} from '@/lib/timeline/table/rules'
import { preparedTable } from './prepared'
import { TableBody } from './table-body'
import type { RowGroup, RowText } from './table-data'
import { TableFilter } from './table-filter'
import type { TableWords } from './table-words'
import styles from './timeline.module.css'

export type TimelineTableProps = {
  source: TimelineSource
  locale: TimeLocale
  viewer: string
  /** Whether the viewer is known to be in another zone than home, and has a column of times. */
  away: boolean
  position: Position
  choice: TableChoice
}

/** The whole timeline as a table: sorted and filtered by links and a form, so that it works without any script. */
export async function TimelineTable(props: TimelineTableProps) {
  const { source, locale, viewer, away, position, choice } = props
  const [t, { words, rows: texts }] = await Promise.all([
    getTranslations({ locale, namespace: 'timeline' }),
    preparedTable({ source, locale, viewer }),
  ])
  const rows = tableRows(source, choice)
  const groups = groupsOf(rows, choice, words, texts, away)
  const { heads } = words
  const head = { choice, position }
  return (
    <div className={styles.tabled}>
      <div className={styles.toolbar}>
        <TableFilter words={words} choice={choice} position={position} />
        <span className={styles.range} role="status">
          {t('table.shown', { count: rows.length })}
        </span>
        <a className={styles.tool} href={searchOf({ ...position, view: 'chart' }, '') || '?'}>
          {words.asChart}
        </a>
      </div>
      <Table caption={words.caption}>
        <TableHead>
          <tr>
            <SortHead {...head} by="title" label={heads.what} />
            <SortHead {...head} by="kind" label={heads.kind} />
            <SortHead {...head} by="start" label={heads.start} />
            {away ? <HeaderCell>{heads.yours}</HeaderCell> : null}
            <HeaderCell>{heads.zulu}</HeaderCell>
            <HeaderCell>{heads.length}</HeaderCell>
            <SortHead {...head} by="place" label={heads.place} />
            <HeaderCell>{heads.for}</HeaderCell>
            <HeaderCell>{heads.anchor}</HeaderCell>
          </tr>
        </TableHead>
        <TableBody groups={JSON.stringify(groups)} zones={away ? 3 : 2} />
      </Table>
    </div>
  )
}

/** One group for each kind, or one without a name where rows of all kinds stand together. */
function groupsOf(
  rows: readonly TableRow[],
  choice: TableChoice,
  words: TableWords,
  texts: Readonly<Record<string, RowText>>,
  away: boolean,
): RowGroup[] {
  const say = (some: readonly TableRow[]) =>
    some.flatMap(({ id }) => {
      const text = texts[id]
      if (!text) return []
      return away ? [text] : [{ ...text, times: text.times.filter((_, zone) => zone !== 1) }]
    })
  if (choice.sort !== 'kind') return [{ name: '', rows: say(rows) }]
  const kinds = ROW_KINDS.filter(kind => rows.some(row => row.kind === kind))
  return (choice.down ? kinds.toReversed() : kinds).map(kind => {
    const some = rows.filter(row => row.kind === kind)
    return { name: `${words.groups.get(kind)} · ${some.length}`, rows: say(some) }
  })
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
