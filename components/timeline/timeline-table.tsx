import { getTranslations } from 'next-intl/server'
import { Pagination } from '@/components/ui/pagination'
import { HeaderCell, Table, TableHead } from '@/components/ui/table'
import type { TimeLocale } from '@/lib/time-names'
import { itemKinds, type Lists, type TimelineItem } from '@/lib/timeline/columns/rules'
import { type Position, searchOf } from '@/lib/timeline/position/rules'
import {
  choiceSearch,
  kindsIn,
  PAGE,
  pageOf,
  pagesOf,
  type SortBy,
  type TableChoice,
  tableRows,
} from '@/lib/timeline/table/rules'
import type { SliceLink } from './board-data'
import { keyOf } from './names'
import { Slices } from './slices'
import tableStyles from './table.module.css'
import { TableBody } from './table-body'
import type { RowGroup } from './table-data'
import { TableFilter } from './table-filter'
import { type RowContext, rowTexts } from './table-texts'
import { tableWords } from './table-words'
import barStyles from './toolbar.module.css'

export type TimelineTableProps = {
  items: readonly TimelineItem[]
  lists: Lists
  home: string
  base: string | null
  locale: TimeLocale
  viewer: string
  /** Whether the viewer is known to be in another zone than home, and has a column of times. */
  away: boolean
  position: Position
  choice: TableChoice
  slices: readonly SliceLink[]
}

/** The whole timeline as a table: sorted, filtered and paged by links and a form, so that it works without any script. */
export async function TimelineTable(props: TimelineTableProps) {
  const { items, lists, home, base, locale, viewer, away, position, choice, slices } = props
  const t = await getTranslations({ locale, namespace: 'timeline' })
  const words = tableWords(t, home, viewer)
  const rows = tableRows(items, choice)
  const pages = pagesOf(rows)
  const page = pageOf(rows, choice, ({ kind, id }) => keyOf(itemKinds.indexOf(kind), id) === position.item)
  const context = { t, words, locale, home, viewer, lists, base, position, away }
  const groups = groupsOf(rows, page, choice, context)
  const hrefFor = (to: number) => searchOf(position, choiceSearch({ ...choice, page: to })) || '?'
  const { heads } = words
  const head = { choice, position }
  return (
    <div className={tableStyles.tabled}>
      <div className={barStyles.toolbar}>
        <Slices name={t('slices')} slices={slices} search={searchOf(position, '')} />
        <TableFilter words={words} choice={choice} position={position} offered={kindsIn(items)} />
        <span className={barStyles.range} role="status">
          {t('table.shown', { count: rows.length })}
        </span>
        <a className={barStyles.tool} href={searchOf({ ...position, view: 'chart' }, '') || '?'}>
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
            <HeaderCell>{heads.moment}</HeaderCell>
            <HeaderCell>{heads.length}</HeaderCell>
            <SortHead {...head} by="place" label={heads.place} />
            <HeaderCell>{heads.audience}</HeaderCell>
            <HeaderCell>{heads.for}</HeaderCell>
          </tr>
        </TableHead>
        <TableBody groups={JSON.stringify(groups)} zones={away ? 3 : 2} drawn={words.drawn} />
      </Table>
      {pages > 1 ? <Pagination page={page} pages={pages} hrefFor={hrefFor} label={words.pages} /> : null}
    </div>
  )
}

/** One group for each kind, with the number of all of it, or one without a name where rows of all kinds stand together. */
function groupsOf(
  rows: readonly TimelineItem[],
  page: number,
  choice: TableChoice,
  context: RowContext,
): RowGroup[] {
  const seen = rows.slice((page - 1) * PAGE, page * PAGE)
  if (choice.sort !== 'kind') return [{ name: '', rows: rowTexts(seen, context) }]
  const kinds = [...new Set(seen.map(({ kind }) => kind))]
  return kinds.map(kind => {
    const all = rows.filter(row => row.kind === kind).length
    const some = seen.filter(row => row.kind === kind)
    return { name: `${context.words.groups.get(kind)} · ${all}`, rows: rowTexts(some, context) }
  })
}

type SortHeadProps = { by: SortBy; label: string; choice: TableChoice; position: Position }

/** A head that sorts by its column, and the other way round when it does already. */
function SortHead({ by, label, choice, position }: SortHeadProps) {
  const current = choice.sort === by
  const next = { ...choice, sort: by, down: current && !choice.down, page: null }
  return (
    <HeaderCell sorted={current ? (choice.down ? 'descending' : 'ascending') : undefined}>
      <a className={tableStyles.sort} href={searchOf(position, choiceSearch(next)) || '?'}>
        {label}
        <span aria-hidden="true">{current ? (choice.down ? '↓' : '↑') : ''}</span>
      </a>
    </HeaderCell>
  )
}
