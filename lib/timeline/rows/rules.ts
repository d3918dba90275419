import type { Table } from '@/lib/timeline/columns/rules'
import { type Extents, extentsOf, type Widths } from '@/lib/timeline/extents/rules'
import { LEAST } from '@/lib/timeline/looks/rules'
import { inOrder, packRows } from '@/lib/timeline/packing/rules'
import { MINUTE } from '@/lib/timeline/wall/rules'

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

function alone(items: Int32Array, { from, to }: Extents, packed: { rows: Int32Array; count: number }): Laid {
  const crowd = new Int32Array(items.length)
  const markOf = Int32Array.from(items, (_, at) => at)
  return ordered({ item: items, crowd, row: packed.rows, from, to }, markOf, packed.count)
}

type Put = (at: number, row: number, cell: number) => void

/**
 * Crowds, each a cell of a grid of `cell` ms counted from 1970, stand in the topmost row; what stands alone has a few
 * rows below, and what finds none joins the crowd of its cell. Each of the items is put once, by start.
 */
function placeCrowded(table: Table, items: Int32Array, cell: number, extents: Extents, put: Put): void {
  const { from, to } = extents
  const ends = crowdEnds.fill(Number.NEGATIVE_INFINITY)
  const cellOf = (at: number) => Math.floor((table.startAt[items[at] ?? 0] ?? 0) / cell)
  for (let at = 0, next = 0; at < items.length; at = next) {
    const index = cellOf(at)
    for (next = at + 1; next < items.length && cellOf(next) === index; ) next++
    for (let one = at; one < next; one++) {
      const [start = 0, end = 0] = [from[one], to[one]]
      const row = next - at > FEW ? -1 : ends.findIndex(taken => taken <= start)
      if (row >= 0) ends[row] = end
      put(one, row + 1, index)
    }
  }
}

function crowded(table: Table, items: Int32Array, cell: number, extents: Extents): Laid {
  const marks: Marks<number[]> = { item: [], crowd: [], row: [], from: [], to: [] }
  const markOf = new Int32Array(items.length)
  const add = (at: number, row: number, start: number, end: number) => {
    marks.crowd.push(0)
    marks.row.push(row)
    marks.from.push(start)
    marks.to.push(end)
    return marks.item.push(items[at] ?? 0) - 1
  }
  let [crowd, inCell] = [-1, Number.NaN]
  placeCrowded(table, items, cell, extents, (at, row, index) => {
    if (row > 0) {
      markOf[at] = add(at, row, extents.from[at] ?? 0, extents.to[at] ?? 0)
      return
    }
    if (index !== inCell) [crowd, inCell] = [add(at, 0, index * cell, (index + 1) * cell), index]
    marks.crowd[crowd] = (marks.crowd[crowd] ?? 0) + 1
    markOf[at] = crowd
  })
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

/** Lanes with more items than these are counted by laying them out; there are few of those. */
const COUNTED = 64
// Thousands of lanes are counted at each step of a zoom: that must leave nothing behind to be collected.
const scratch: Extents = { from: new Float64Array(COUNTED), to: new Float64Array(COUNTED) }
const scratchOrder = new Int32Array(COUNTED)
const scratchEnds = new Float64Array(MOST_BARE)
const crowdEnds = new Float64Array(MOST_BARE - 1)

/** How many rows `layLane` gives a lane, without laying it out where that can be told. */
export function rowsOf(table: Table, items: Int32Array, scale: number, widths: Widths): number {
  if (items.length < 2) return 1
  if (items.length > COUNTED) return layLane(table, items, scale, widths).rows
  const bare = countRows(table, items, scale, widths, 0, MOST_BARE)
  if (bare === null) return countCrowded(table, items, scale, widths)
  for (const most of LABELS) {
    const labelled = countRows(table, items, scale, widths, most, MOST_ROWS)
    if (labelled !== null) return labelled
  }
  return bare
}

function countCrowded(table: Table, items: Int32Array, scale: number, widths: Widths): number {
  const cell = LEAST.crowd / scale
  if (cell <= ONE_MOMENT) return layLane(table, items, scale, widths).rows
  let last = 0
  placeCrowded(table, items, cell, extentsOf(table, items, scale, widths, 0, scratch), (_, row) => {
    last = Math.max(last, row)
  })
  return last + 1
}

/** How many rows items need with so much of their labels; null where more than `rows`. */
function countRows(
  table: Table,
  items: Int32Array,
  scale: number,
  widths: Widths,
  most: number,
  rows: number,
): number | null {
  const { from, to } = extentsOf(table, items, scale, widths, most, scratch)
  const ends = scratchEnds.fill(Number.NEGATIVE_INFINITY)
  let count = 0
  for (let at = 0; at < items.length; at++) {
    let place = at
    for (; place > 0 && (from[scratchOrder[place - 1] ?? 0] ?? 0) > (from[at] ?? 0); place--)
      scratchOrder[place] = scratchOrder[place - 1] ?? 0
    scratchOrder[place] = at
  }
  for (let at = 0; at < items.length; at++) {
    const one = scratchOrder[at] ?? 0
    let row = 0
    while (row < rows && (ends[row] ?? 0) > (from[one] ?? 0)) row++
    if (row === rows) return null
    ends[row] = to[one] ?? 0
    count = Math.max(count, row + 1)
  }
  return count
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
