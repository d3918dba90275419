import type { Table } from '@/lib/timeline/columns/rules'
import { besideOf, GAP, TARGET } from '@/lib/timeline/labels/rules'
import { isSymbol, LEAST, lookOf, WIDE_ENOUGH } from '@/lib/timeline/looks/rules'
import { MINUTE } from '@/lib/timeline/wall/rules'

/** How wide the label of an item is, in pixels; 0 where it has none (yet). */
export type Widths = { readonly [item: number]: number }

/**
 * A lane laid out: columns with a place for each mark (an item, or a crowd of them as its number), by `from`. Instants
 * as far as the mark is drawn, so that what is in sight is found by bisection.
 */
export type Laid = {
  rows: number
  /** The most of any crowd; 0 where all stand alone. */
  most: number
  /** Place in the table; of a crowd its first. */
  item: Int32Array
  /** How many a crowd is; 0 for an item that stands alone. */
  crowd: Int32Array
  row: Int32Array
  from: Float64Array
  to: Float64Array
  /** The latest `to` up to here. */
  reach: Float64Array
  /** Which mark each of the lane's items is in. */
  markOf: Int32Array
}

/** More rows than these and labels give way, first their ends; still more and the crowded parts become numbers. */
const MOST_ROWS = 4
const MOST_BARE = 6
const LABELS = [Number.POSITIVE_INFINITY, 72]
/** More than these beginning together are a crowd. */
const FEW = 3
/** So close that a crowd would be of one moment: then everything is drawn, in as many rows as it takes. In ms. */
const ONE_MOMENT = 5 * MINUTE

/** The drawn body of an item `wide` pixels long, in pixels from its start. */
export function bodyOf(kind: number, wide: number): { left: number; right: number } {
  const look = lookOf(kind)
  const least = LEAST[look]
  if (!isSymbol(look, wide)) return { left: 0, right: Math.max(wide, least) }
  return look === 'diamond' ? { left: -least / 2, right: least / 2 } : { left: -1, right: least }
}

export function holdsLabel(kind: number, wide: number): boolean {
  return !isSymbol(lookOf(kind), wide)
}

/**
 * The room that each item takes at a scale (pixels a millisecond), with so much (pixels) of its label where that stands
 * outside. What is narrow has the room of a pointer's target; what is wide ends where the next may begin.
 */
export function extentsOf(
  table: Table,
  items: Int32Array,
  scale: number,
  widths: Widths,
  most: number,
): { from: Float64Array; to: Float64Array } {
  const from = new Float64Array(items.length)
  const to = new Float64Array(items.length)
  for (let at = 0; at < items.length; at++) {
    const item = items[at] ?? 0
    const start = table.startAt[item] ?? 0
    const kind = table.kind[item] ?? 0
    const wide = ((table.endAt[item] ?? 0) - start) * scale
    const narrow = wide < WIDE_ENOUGH
    const { left, right } = bodyOf(kind, wide)
    const label = widths[item] ?? 0
    const outside = most > 0 && label > 0 && !(holdsLabel(kind, wide) && right - left >= label + 3 * GAP)
    const drawn = outside ? besideOf(left, right).after + Math.min(most, label) + GAP : right
    from[at] = narrow ? start - TARGET / 2 / scale : start
    to[at] = start + (narrow ? Math.max(drawn, right + GAP, TARGET / 2 + 2) : drawn) / scale
  }
  return { from, to }
}

/**
 * Places by `from`. Extents come in a few ascending runs (what is narrow, what is wide, crowds), and merging those takes
 * a fraction of sorting thirty thousand.
 */
function inOrder(from: ArrayLike<number>): Int32Array {
  const runs: number[][] = []
  for (let at = 0; at < from.length; at++) {
    const start = from[at] ?? 0
    const run = runs.find(one => (from[one.at(-1) ?? 0] ?? 0) <= start)
    if (run) run.push(at)
    else runs.push([at])
  }
  const merged = runs.reduce((one, other) => merge(one, other, from), [])
  return Int32Array.from(merged)
}

function merge(a: readonly number[], b: readonly number[], from: ArrayLike<number>): number[] {
  const all: number[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    const first = right === undefined || (left !== undefined && (from[left] ?? 0) <= (from[right] ?? 0))
    all.push((first ? a[i++] : b[j++]) ?? 0)
  }
  return all
}

/** Ends of rows as a tree of least ends, so that the topmost free row is found in a few steps among thousands. */
class Ends {
  #leaves = 1
  #least = new Float64Array(2).fill(Number.NEGATIVE_INFINITY)
  count = 0

  /** The topmost row that is free from `from` on; a new one where none is. */
  take(from: number, to: number): number {
    if ((this.#least[1] ?? 0) > from) this.#grow()
    let at = 1
    while (at < this.#leaves) at = (this.#least[2 * at] ?? 0) <= from ? 2 * at : 2 * at + 1
    const row = at - this.#leaves
    this.#least[at] = to
    for (at >>= 1; at >= 1; at >>= 1)
      this.#least[at] = Math.min(this.#least[2 * at] ?? 0, this.#least[2 * at + 1] ?? 0)
    this.count = Math.max(this.count, row + 1)
    return row
  }

  #grow(): void {
    const least = new Float64Array(4 * this.#leaves).fill(Number.NEGATIVE_INFINITY)
    for (let size = this.#leaves, at = size; size >= 1; size >>= 1, at = size)
      least.set(this.#least.subarray(at, 2 * at), 2 * at)
    this.#leaves *= 2
    least[1] = Number.NEGATIVE_INFINITY
    this.#least = least
  }
}

/**
 * Gives each extent a row so that none overlaps another in its row, with as few rows as there can be: the depth of the
 * deepest overlap. Extents are half-open, in any order; the answer is in theirs. Null where more than `most` would be
 * needed.
 */
export function packRows(
  from: Float64Array,
  to: Float64Array,
  most = Number.POSITIVE_INFINITY,
): { rows: Int32Array; count: number } | null {
  const rows = new Int32Array(from.length)
  const ends = new Ends()
  for (const at of inOrder(from)) {
    rows[at] = ends.take(from[at] ?? 0, to[at] ?? 0)
    if (ends.count > most) return null
  }
  return { rows, count: ends.count }
}

/**
 * Lays a lane out at a scale (pixels a millisecond): with every label in its own place if a few rows suffice, else
 * with their beginnings, else bodies alone, else the crowded parts as numbers. Depends on the scale, never on the
 * window, so that panning moves no row. `items` by start.
 */
export function layLane(table: Table, items: Int32Array, scale: number, widths: Widths): Laid {
  const bare = extentsOf(table, items, scale, widths, 0)
  const packed = packRows(bare.from, bare.to, MOST_BARE)
  if (packed) {
    for (const most of LABELS) {
      const extents = extentsOf(table, items, scale, widths, most)
      const labelled = packRows(extents.from, extents.to, MOST_ROWS)
      if (labelled) return alone(items, extents, labelled)
    }
    return alone(items, bare, packed)
  }
  const cell = LEAST.crowd / scale
  const whole = cell > ONE_MOMENT ? null : packRows(bare.from, bare.to)
  return whole ? alone(items, bare, whole) : crowded(table, items, cell, bare)
}

type Extents = { from: Float64Array; to: Float64Array }

function alone(items: Int32Array, { from, to }: Extents, packed: { rows: Int32Array; count: number }): Laid {
  const crowd = new Int32Array(items.length)
  const markOf = Int32Array.from(items, (_, at) => at)
  return ordered({ item: items, crowd, row: packed.rows, from, to }, markOf, packed.count)
}

/**
 * Crowds, each a cell of a grid of `cell` ms counted from 1970, stand in the topmost row; what stands alone has a few
 * rows below, and what finds none joins the crowd of its cell.
 */
function crowded(table: Table, items: Int32Array, cell: number, { from, to }: Extents): Laid {
  const marks: Marks<number[]> = { item: [], crowd: [], row: [], from: [], to: [] }
  const markOf = new Int32Array(items.length)
  const ends = new Array<number>(MOST_BARE - 1).fill(Number.NEGATIVE_INFINITY)
  const cellOf = (at: number) => Math.floor((table.startAt[items[at] ?? 0] ?? 0) / cell)
  const add = (at: number, row: number, start: number, end: number) => {
    marks.crowd.push(0)
    marks.row.push(row)
    marks.from.push(start)
    marks.to.push(end)
    return marks.item.push(items[at] ?? 0) - 1
  }
  for (let at = 0, next = 0; at < items.length; at = next) {
    const index = cellOf(at)
    for (next = at + 1; next < items.length && cellOf(next) === index; ) next++
    let crowd = -1
    for (let one = at; one < next; one++) {
      const [start = 0, end = 0] = [from[one], to[one]]
      const row = next - at > FEW ? -1 : ends.findIndex(taken => taken <= start)
      if (row >= 0) {
        ends[row] = end
        markOf[one] = add(one, row + 1, start, end)
        continue
      }
      if (crowd < 0) crowd = add(one, 0, index * cell, (index + 1) * cell)
      marks.crowd[crowd] = (marks.crowd[crowd] ?? 0) + 1
      markOf[one] = crowd
    }
  }
  return ordered(marks, markOf, marks.row.reduce((most, row) => Math.max(most, row), 0) + 1)
}

type Marks<Column extends ArrayLike<number>> = Record<'item' | 'crowd' | 'row' | 'from' | 'to', Column>

/** Marks in order of `from`, with what is looked up in them. */
function ordered(marks: Marks<ArrayLike<number>>, unordered: Int32Array, rows: number): Laid {
  const order = inOrder(marks.from)
  const placeOf = new Int32Array(order.length)
  for (const [place, mark] of order.entries()) placeOf[mark] = place
  const whole = (column: ArrayLike<number>) => Int32Array.from(order, mark => column[mark] ?? 0)
  const instants = (column: ArrayLike<number>) => Float64Array.from(order, mark => column[mark] ?? 0)
  const [crowd, to] = [whole(marks.crowd), instants(marks.to)]
  let latest = Number.NEGATIVE_INFINITY
  return {
    ...{ rows: Math.max(1, rows), most: crowd.reduce((a, b) => Math.max(a, b), 0), crowd, to },
    ...{ item: whole(marks.item), row: whole(marks.row), from: instants(marks.from) },
    reach: to.map(end => {
      latest = Math.max(latest, end)
      return latest
    }),
    markOf: unordered.map(mark => placeOf[mark] ?? 0),
  }
}

/** The next smaller of four scales an octave: rows stay while a zoom goes on, and labels still have their room. */
export function steadyScale(scale: number): number {
  return 2 ** (Math.floor(4 * Math.log2(scale)) / 4)
}

/** The first of the marks that reaches an instant or later; those before are out of sight to the left. */
export function firstReaching({ reach }: Laid, at: number): number {
  let [low, high] = [0, reach.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reach[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
