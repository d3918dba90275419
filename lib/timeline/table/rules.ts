import { type ActivityKind, type Audience, activityKinds } from '@/lib/schedule/kinds/rules'
import type { Instant } from '@/lib/time'
import { lanesOf } from '@/lib/timeline/lanes/rules'
import type { Parameters } from '@/lib/timeline/position/rules'
import { filterSource, type TimelineSource } from '@/lib/timeline/rules'

/** What a row is, as chosen in the filter; `team` stands for a team's registration and its play. */
export type RowKind = 'phase' | ActivityKind | 'team'
export const ROW_KINDS: readonly RowKind[] = ['phase', ...activityKinds, 'team']

export type SortBy = 'kind' | 'title' | 'start' | 'place'
export type TableChoice = { sort: SortBy; down: boolean; kind: RowKind | null; text: string }

const SORTS: readonly SortBy[] = ['kind', 'title', 'start', 'place']

/** Reads sort order and filter out of search parameters; nonsense is the default: by kind, everything. */
export function tableChoiceFrom({ sort, order, kind, find }: Parameters): TableChoice {
  return {
    sort: SORTS.find(one => one === sort) ?? 'kind',
    down: order === 'down',
    kind: ROW_KINDS.find(one => one === kind) ?? null,
    text: typeof find === 'string' ? find.slice(0, 100) : '',
  }
}

/** The search parameters of a choice, without `?`; defaults are left out. */
export function choiceSearch({ sort, down, kind, text }: TableChoice): string {
  const search = new URLSearchParams()
  if (sort !== 'kind') search.set('sort', sort)
  if (down) search.set('order', 'down')
  if (kind) search.set('kind', kind)
  if (text !== '') search.set('find', text)
  return search.toString()
}

export type TableRow = {
  /** That of the item in the drawing. */
  id: string
  kind: RowKind
  title: string
  startAt: Instant
  endAt: Instant
  wholeDays: boolean
  /** Its own zone where it is held elsewhere than at home. */
  timeZone?: string
  place: string
  audience: Audience | null
  anchorText: string
}

function rowsOf(source: TimelineSource): TableRow[] {
  const activities = new Map(source.activities.map(activity => [`activity:${activity.id}`, activity]))
  return lanesOf(source, 'phases').flatMap(({ kind, items }) =>
    items.map(({ id, label: title, startAt, endAt }): TableRow => {
      const activity = activities.get(id)
      const time = { startAt, endAt, wholeDays: activity?.wholeDays ?? false }
      return {
        id,
        kind: activity?.kind ?? (kind === 'phases' ? 'phase' : 'team'),
        title,
        ...time,
        ...(activity?.timeZone ? { timeZone: activity.timeZone } : {}),
        place: activity?.place ?? '',
        audience: activity?.audience ?? null,
        anchorText: activity?.anchorText ?? '',
      }
    }),
  )
}

/** The rows of the table: exactly the items of the drawing, filtered and sorted; equals stay in order of time. */
export function tableRows(source: TimelineSource, choice: TableChoice): TableRow[] {
  const rows = rowsOf(filterSource(source, { text: choice.text }))
  const shown = rows.filter(row => choice.kind === null || row.kind === choice.kind)
  const turn = choice.down ? -1 : 1
  const order: Record<SortBy, (a: TableRow, b: TableRow) => number> = {
    kind: (a, b) => ROW_KINDS.indexOf(a.kind) - ROW_KINDS.indexOf(b.kind),
    title: (a, b) => a.title.localeCompare(b.title),
    start: (a, b) => a.startAt - b.startAt,
    place: (a, b) => a.place.localeCompare(b.place),
  }
  const teamOrder = new Map(rows.map((row, index) => [row.id, index]))
  const rank = (row: TableRow) => teamOrder.get(row.id) ?? 0
  return shown.sort((a, b) => turn * order[choice.sort](a, b) || rank(a) - rank(b))
}
