import { type ItemKind, itemKinds, type TimelineItem } from '@/lib/timeline/columns/rules'
import { folded } from '@/lib/timeline/find/rules'
import type { Parameters } from '@/lib/timeline/position/rules'

export type SortBy = 'kind' | 'title' | 'start' | 'place'
export type TableChoice = {
  sort: SortBy
  down: boolean
  kind: ItemKind | null
  text: string
  /** From 1; null for the page of what is chosen. */
  page: number | null
}

const SORTS: readonly SortBy[] = ['kind', 'title', 'start', 'place']

/** Rows of a page: a plan of 30,000 injects is looked through by page, or narrowed. */
export const PAGE = 200

/** Reads sort order and filter out of search parameters; nonsense is the default: by kind, everything. */
export function tableChoiceFrom({ sort, order, kind, find, page }: Parameters): TableChoice {
  const number = typeof page === 'string' && /^\d{1,4}$/.test(page) ? Math.max(1, Number(page)) : null
  return {
    sort: SORTS.find(one => one === sort) ?? 'kind',
    down: order === 'down',
    kind: itemKinds.find(one => one === kind) ?? null,
    text: typeof find === 'string' ? find.slice(0, 100) : '',
    page: number,
  }
}

/** The search parameters of a choice, without `?`; defaults are left out. */
export function choiceSearch({ sort, down, kind, text, page }: TableChoice): string {
  const search = new URLSearchParams()
  if (sort !== 'kind') search.set('sort', sort)
  if (down) search.set('order', 'down')
  if (kind) search.set('kind', kind)
  if (text !== '') search.set('find', text)
  if (page !== null) search.set('page', String(page))
  return search.toString()
}

/** Where a kind stands among the others: phases, then what planners put into the schedule, then the play. */
const rankOf = (kind: ItemKind) =>
  kind === 'inject' || kind === 'shift' ? itemKinds.length : itemKinds.indexOf(kind)

/** The rows of the table: the items of the drawing, filtered and sorted; equals stay in order of time. */
export function tableRows(
  items: readonly TimelineItem[],
  { sort, down, kind, text }: Omit<TableChoice, 'page'>,
): TimelineItem[] {
  const words = folded(text).split(/\s+/).filter(Boolean)
  const says = (item: TimelineItem) => {
    const said = folded(`${item.code} ${item.label} ${item.place}`)
    return words.every(word => said.includes(word))
  }
  const shown = items.filter(item => (kind === null || item.kind === kind) && says(item))
  const turn = down ? -1 : 1
  const order: Record<SortBy, (a: TimelineItem, b: TimelineItem) => number> = {
    kind: (a, b) => rankOf(a.kind) - rankOf(b.kind) || a.kind.localeCompare(b.kind),
    title: (a, b) => a.label.localeCompare(b.label),
    start: (a, b) => a.startAt - b.startAt,
    place: (a, b) => a.place.localeCompare(b.place),
  }
  return shown.sort(
    (a, b) =>
      turn * order[sort](a, b) ||
      a.startAt - b.startAt ||
      a.label.localeCompare(b.label) ||
      (a.id < b.id ? -1 : 1),
  )
}

/** The page that was asked for, as far as there are so many, else the one on which the chosen row stands, else the first. */
export function pageOf(
  rows: readonly TimelineItem[],
  { page }: Pick<TableChoice, 'page'>,
  isChosen: (row: TimelineItem) => boolean,
): number {
  const chosen = Math.floor(Math.max(0, rows.findIndex(isChosen)) / PAGE) + 1
  return Math.min(page ?? chosen, pagesOf(rows))
}

export function pagesOf(rows: readonly TimelineItem[]): number {
  return Math.max(1, Math.ceil(rows.length / PAGE))
}

/** The kinds that items are of, in order. */
export function kindsIn(items: readonly TimelineItem[]): ItemKind[] {
  const there = new Set(items.map(({ kind }) => kind))
  return itemKinds.filter(kind => there.has(kind)).sort((a, b) => rankOf(a) - rankOf(b))
}
