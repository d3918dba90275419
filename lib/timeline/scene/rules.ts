import type { Instant } from '@/lib/time'
import { shareOf, spanOf, type Window } from '@/lib/timeline/axis/rules'
import type { Table } from '@/lib/timeline/columns/rules'
import { type Body, type Label, placeLabels } from '@/lib/timeline/labels/rules'
import type { Lane, OpenLane } from '@/lib/timeline/lanes/rules'
import { isSymbol, type Look, lookOf, type Tone, toneOf } from '@/lib/timeline/looks/rules'
import {
  bodyOf,
  firstReaching,
  holdsLabel,
  type Laid,
  layLane,
  steadyScale,
  type Widths,
} from '@/lib/timeline/rows/rules'

/** The height of a row and of the air round a lane's rows, in pixels. */
export const ROW = 28
const AIR = 4

/** A lane in its place, from the top of the first; in pixels. */
export type SceneLane = {
  lane: Lane
  folded: boolean
  drawn: Int32Array
  laid: Laid
  top: number
  /** Of the air over its rows, where its name may stand. */
  air: number
  height: number
}
export type Scene = { lanes: readonly SceneLane[]; height: number }

/** What lanes looked like at the last scales, so that a zoom back and forth lays nothing out twice. */
export class Layouts {
  readonly #kept = new WeakMap<Int32Array, Map<number, Laid>>()
  readonly #table: Table
  readonly #widths: Widths
  constructor(table: Table, widths: Widths) {
    this.#table = table
    this.#widths = widths
  }

  /** `scale` in pixels a millisecond; the same within a quarter of an octave. */
  of(items: Int32Array, scale: number): Laid {
    const steady = steadyScale(scale)
    const kept = this.#kept.get(items) ?? new Map<number, Laid>()
    const known = kept.get(steady)
    if (known) return known
    const laid = layLane(this.#table, items, steady, this.#widths)
    if (kept.size >= 8) kept.clear()
    kept.set(steady, laid)
    this.#kept.set(items, kept)
    return laid
  }
}

/** `nameRoom`: pixels for a lane's name over its rows; 0 where names stand beside. */
export function sceneOf(
  lanes: readonly OpenLane[],
  scale: number,
  layouts: Layouts,
  nameRoom: number,
): Scene {
  const air = nameRoom || AIR
  let top = 0
  const placed = lanes.map(({ lane, folded, drawn }): SceneLane => {
    const laid = layouts.of(drawn, scale)
    const height = laid.rows * ROW + air + AIR
    top += height
    return { lane, folded, drawn, laid, top: top - height, air, height }
  })
  return { lanes: placed, height: top }
}

/** The first lane whose bottom is below `y`. */
export function laneAt({ lanes }: Scene, y: number): number {
  let [low, high] = [0, lanes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const lane = lanes[middle]
    if (lane && lane.top + lane.height <= y) low = middle + 1
    else high = middle
  }
  return low
}

/** What is seen: a stretch of time `width` pixels wide, and of the lanes `height` pixels from `scroll` on. */
export type View = { window: Window; width: number; height: number; scroll: number }

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

const TARGET = 24

/** From where to where a mark is hit. */
export function reachOf({ left, right }: Pick<Mark, 'left' | 'right'>): [left: number, right: number] {
  const short = Math.max(0, TARGET - (right - left)) / 2
  return [left - short, right + short]
}

/** The lane's items that a mark stands for, as places in the table. */
export function itemsOf({ drawn, laid }: SceneLane, place: number): number[] {
  const items: number[] = []
  for (const [at, item] of drawn.entries()) if (laid.markOf[at] === place) items.push(item)
  return items
}

/** Where an item stands: the first lane that shows it, and its mark there. Null where no open lane has it. */
export function whereIs(scene: Scene, item: number, lane = -1): { lane: number; place: number } | null {
  const [own] = scene.lanes.slice(lane, lane + 1)
  for (const [at, one] of own && lane >= 0 ? [[lane, own] as const] : scene.lanes.entries()) {
    const place = placeIn(one, item)
    if (place !== null) return { lane: at, place }
  }
  return null
}

/** The mark of a lane that an item is in; null where the lane does not show it. */
export function placeIn({ drawn, laid }: SceneLane, item: number): number | null {
  let [low, high] = [0, drawn.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((drawn[middle] ?? 0) < item) low = middle + 1
    else high = middle
  }
  return drawn[low] === item ? (laid.markOf[low] ?? null) : null
}

/** Where an instant is, in pixels from the left edge. */
export function pixelOf({ window, width }: Pick<View, 'window' | 'width'>, at: Instant): number {
  return shareOf(window, at) * width
}
