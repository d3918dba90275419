import type { Instant } from '@/lib/time'
import { shareOf, type Window } from '@/lib/timeline/axis/rules'
import type { Table } from '@/lib/timeline/columns/rules'
import { oneRowFrom, type Widths } from '@/lib/timeline/extents/rules'
import type { Lane, OpenLane } from '@/lib/timeline/lanes/rules'
import { type Laid, layLane, rowsOf, steadyScale } from '@/lib/timeline/rows/rules'

/** The height of a row and of the air round a lane's rows, in pixels. */
export const ROW = 28
const AIR = 4

/** A lane in its place, from the top of the first; in pixels. It is laid out once somebody looks into it. */
export type SceneLane = {
  readonly lane: Lane
  readonly folded: boolean
  readonly drawn: Int32Array
  readonly laid: Laid
  readonly top: number
  /** Of the air over its rows, where its name may stand. */
  readonly air: number
  readonly height: number
}
export type Scene = { lanes: readonly SceneLane[]; height: number }

/** What lanes looked like at the last scales, so that a zoom back and forth lays nothing out twice. */
export class Layouts {
  readonly #kept = new WeakMap<Int32Array, Map<number, Laid>>()
  readonly #oneRow = new WeakMap<Int32Array, number>()
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

  /** How many rows `of` would give, at a small part of what laying out costs. */
  rows(items: Int32Array, scale: number): number {
    const steady = steadyScale(scale)
    const known = this.#kept.get(items)?.get(steady)
    if (known) return known.rows
    let oneRow = this.#oneRow.get(items)
    if (oneRow === undefined) {
      oneRow = oneRowFrom(this.#table, items, this.#widths)
      this.#oneRow.set(items, oneRow)
    }
    return steady >= oneRow ? 1 : rowsOf(this.#table, items, steady, this.#widths)
  }
}

class Placed implements SceneLane {
  readonly lane: Lane
  readonly folded: boolean
  readonly drawn: Int32Array
  readonly top: number
  readonly air: number
  readonly height: number
  readonly #layOut: () => Laid
  #laid: Laid | null = null

  constructor({ lane, folded, drawn }: OpenLane, top: number, air: number, rows: number, layOut: () => Laid) {
    this.lane = lane
    this.folded = folded
    this.drawn = drawn
    this.top = top
    this.air = air
    this.height = rows * ROW + air + AIR
    this.#layOut = layOut
  }

  get laid(): Laid {
    this.#laid ??= this.#layOut()
    return this.#laid
  }
}

/** All lanes in their places: of those out of sight no more than their heights. `nameRoom`: pixels for a lane's name over its rows; 0 where names stand beside. */
export function sceneOf(
  lanes: readonly OpenLane[],
  scale: number,
  layouts: Layouts,
  nameRoom: number,
): Scene {
  const air = nameRoom || AIR
  let top = 0
  const placed = lanes.map((open): SceneLane => {
    const rows = layouts.rows(open.drawn, scale)
    const lane = new Placed(open, top, air, rows, () => layouts.of(open.drawn, scale))
    top += lane.height
    return lane
  })
  return { lanes: placed, height: top }
}

/** The height of as many whole rows from the top as have room, in pixels. */
export function wholeRows({ lanes, height }: Scene, room: number): number {
  if (height <= room) return height
  const cut = lanes.find(lane => lane.top + lane.height > room)
  if (!cut) return height
  const rows = Math.floor((room - cut.top - cut.air) / ROW)
  return rows > 0 ? cut.top + cut.air + rows * ROW : cut.top
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
