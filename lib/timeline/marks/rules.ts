import type { Instant } from '@/lib/time'
import { spanOf, type Window } from '@/lib/timeline/axis/rules'
import type { Table } from '@/lib/timeline/columns/rules'
import { bodyOf, holdsLabel, type Widths } from '@/lib/timeline/extents/rules'
import { type Body, type Label, placeLabels, TARGET } from '@/lib/timeline/labels/rules'
import { isSymbol, type Look, lookOf, type Tone, toneOf } from '@/lib/timeline/looks/rules'
import { firstReaching, type Laid } from '@/lib/timeline/rows/rules'
import { laneAt, ROW, type Scene, type SceneLane, type View } from '@/lib/timeline/scene/rules'

/** What a painter needs to know of one thing; pixels from the left edge and from the top of what is seen. */
export type Mark = {
  /** Place of its lane in the scene, of itself in the lane's layout, and in the table (of a crowd its first). */
  lane: number
  place: number
  item: number
  /** How many a crowd is; 0 for what stands alone. */
  crowd: number
  /** Of the fullest crowd of its lane, 0 to 1. */
  share: number
  look: Look
  tone: Tone
  left: number
  right: number
  top: number
  label: Label | null
  /** People there of people wanted at a shift. */
  seats: readonly [filled: number, places: number] | null
  /** Where it really was, in the same pixels; `right` is null while it goes on. */
  real: { left: number; right: number | null } | null
}

/** What is looked up for an item while drawing; made once for a table. */
export type Known = {
  seats: ReadonlyMap<number, readonly [filled: number, places: number]>
  real: ReadonlyMap<number, readonly [began: Instant | null, ended: Instant | null]>
  tones: ReadonlyMap<number, Tone>
  labelOf: (item: number) => string
  widths: Widths
}

export function knownOf(
  { filled, happened, tones }: Pick<Table, 'filled' | 'happened' | 'tones'>,
  labelOf: Known['labelOf'],
  widths: Widths,
): Known {
  return {
    seats: new Map(filled.map(([item, places, there]) => [item, [there, places]])),
    real: new Map(happened.map(([item, began, ended]) => [item, [began, ended]])),
    tones: new Map(tones),
    labelOf,
    widths,
  }
}

/** All marks in sight, lane by lane and in each by start: the work of a frame is that of what is seen. */
export function marksIn(scene: Scene, table: Table, known: Known, view: View): Mark[] {
  const marks: Mark[] = []
  for (let at = laneAt(scene, view.scroll); at < scene.lanes.length; at++) {
    const lane = scene.lanes[at]
    if (!lane || lane.top >= view.scroll + view.height) break
    marksOf(lane, at, table, known, view, marks)
  }
  return marks
}

function marksOf(
  { laid, top, air }: SceneLane,
  lane: number,
  table: Table,
  known: Known,
  view: View,
  marks: Mark[],
): void {
  const { window, width, height, scroll } = view
  const scale = width / spanOf(window)
  const base = top + air - scroll
  const rows = new Map<number, Mark[]>()
  for (let place = firstReaching(laid, window.from); place < laid.from.length; place++) {
    if ((laid.from[place] ?? 0) > window.to) break
    if ((laid.to[place] ?? 0) < window.from) continue
    const row = laid.row[place] ?? 0
    const y = base + row * ROW
    if (y + ROW <= 0 || y >= height) continue
    const mark = markOf(laid, place, lane, table, known, scale, window)
    mark.top = y
    marks.push(mark)
    const there = rows.get(row)
    if (there) there.push(mark)
    else rows.set(row, [mark])
  }
  for (const there of rows.values()) label(there, table, known, scale, width)
}

function markOf(
  laid: Laid,
  place: number,
  lane: number,
  table: Table,
  known: Known,
  scale: number,
  window: Window,
): Mark {
  const crowd = laid.crowd[place] ?? 0
  const item = laid.item[place] ?? 0
  const x = (at: number) => (at - window.from) * scale
  const shared = { lane, place, item, crowd, top: 0, label: null }
  if (crowd > 0) {
    const share = crowd / Math.max(1, laid.most)
    const [left, right] = [x(laid.from[place] ?? 0), x(laid.to[place] ?? 0)]
    return { ...shared, share, look: 'crowd', tone: 'accent', left, right, seats: null, real: null }
  }
  const kind = table.kind[item] ?? 0
  const start = table.startAt[item] ?? 0
  const wide = ((table.endAt[item] ?? 0) - start) * scale
  const body = bodyOf(kind, wide)
  const look = lookOf(kind)
  const real = known.real.get(item)
  return {
    ...shared,
    share: 0,
    look: (look === 'diamond' || look === 'flag') && !isSymbol(look, wide) ? 'bar' : look,
    tone: known.tones.get(item) ?? toneOf(kind),
    left: x(start) + body.left,
    right: x(start) + body.right,
    seats: known.seats.get(item) ?? null,
    real: real ? { left: x(real[0] ?? start), right: real[1] === null ? null : x(real[1]) } : null,
  }
}

function label(marks: Mark[], table: Table, known: Known, scale: number, width: number): void {
  const bodies = marks.map(({ item, crowd, left, right }): Body => {
    const text = crowd > 0 ? '' : known.labelOf(item)
    const long = ((table.endAt[item] ?? 0) - (table.startAt[item] ?? 0)) * scale
    const inside = holdsLabel(table.kind[item] ?? 0, long)
    return { left, right, label: text, wide: known.widths[item] ?? 0, inside }
  })
  for (const [at, placed] of placeLabels(bodies, width).entries()) {
    const mark = marks[at]
    if (mark) mark.label = placed
  }
}

/** What lies under a point, or nearest to it: a finger finds what an eye does, 24 pixels at least. */
export function markAt(marks: readonly Mark[], x: number, y: number): Mark | null {
  let best: Mark | null = null
  let away = Number.POSITIVE_INFINITY
  for (const mark of marks) {
    if (y < mark.top || y >= mark.top + ROW) continue
    const [left, right] = reachOf(mark)
    if (x < left || x >= right) continue
    const distance = Math.max(0, mark.left - x, x - mark.right)
    if (distance < away) [best, away] = [mark, distance]
  }
  return best
}

/** What a box touches, in the pixels of the marks. */
export function marksWithin(
  marks: readonly Mark[],
  box: { left: number; right: number; top: number; bottom: number },
): Mark[] {
  return marks.filter(mark => {
    const [left, right] = reachOf(mark)
    return left <= box.right && right >= box.left && mark.top <= box.bottom && mark.top + ROW >= box.top
  })
}

/** From where to where a mark is hit. */
export function reachOf({ left, right }: Pick<Mark, 'left' | 'right'>): [left: number, right: number] {
  const short = Math.max(0, TARGET - (right - left)) / 2
  return [left - short, right + short]
}
