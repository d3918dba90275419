import { type Gathered, gather } from '@/lib/timeline/crowds/rules'
import { besideOf, GAP, TARGET, textWidth } from '@/lib/timeline/labels/rules'
import type { Item } from '@/lib/timeline/lanes/rules'
import { MINUTE } from '@/lib/timeline/wall/rules'

export type Extent = { from: number; to: number }

/**
 * Gives each extent a row so that none overlaps another in its row, with as few rows as there can be: the depth of
 * the deepest overlap. Extents are half-open, in any order; the answer is in their order.
 */
export function packRows(extents: readonly Extent[]): { rows: number[]; count: number } {
  const order = extents
    .map((extent, index) => ({ ...extent, index }))
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const rows = new Array<number>(extents.length).fill(0)
  const ends: number[] = []
  for (const { from, to, index } of order) {
    const free = ends.findIndex(end => end <= from)
    const row = free < 0 ? ends.length : free
    rows[index] = row
    ends[row] = to
  }
  return { rows, count: ends.length }
}

/** What is drawn, measured in pixels: nothing is so small that it cannot be seen or hit. */
const SYMBOL: Record<Item['shape'], number> = { phase: 6, bar: 10, diamond: 16, flag: 11, progress: 10 }
export const CROWD = 30
/** What lasts this wide is drawn as what it is: days, not a moment. */
const WIDE_ENOUGH = 24

/** Whether an item stands as a symbol at a scale of `scale` pixels a millisecond: a moment, or days seen from afar. */
export function isSymbol({ shape, startAt, endAt }: Item, scale: number): boolean {
  return (shape === 'diamond' || shape === 'flag') && (endAt - startAt) * scale < WIDE_ENOUGH
}

/** The drawn body of an item, in pixels from its start. */
export function bodyOf(item: Item, scale: number): { left: number; right: number } {
  const { shape, startAt, endAt } = item
  const least = SYMBOL[shape]
  if (!isSymbol(item, scale)) return { left: 0, right: Math.max((endAt - startAt) * scale, least) }
  return shape === 'diamond' ? { left: -least / 2, right: least / 2 } : { left: -1, right: least }
}

/** Whether an item's label may stand in its body: a bar or a phase, not a symbol. */
export function holdsLabel(item: Item, scale: number): boolean {
  return item.shape !== 'progress' && !isSymbol(item, scale)
}

/** The room, in ms, that a body takes at a scale, with so much (pixels) of its label where that stands outside. */
function extentOf(item: Item, scale: number, most: number): Extent {
  const { left, right } = bodyOf(item, scale)
  const label = textWidth(item.label)
  const fits = holdsLabel(item, scale) && right - left >= label + 3 * GAP
  const drawn = most > 0 && !fits ? besideOf(left, right).after + Math.min(most, label) : right
  const middle = (left + right) / 2
  const start = Math.min(left, middle - TARGET / 2)
  const end = Math.max(drawn + GAP, middle + TARGET / 2)
  return { from: item.startAt + start / scale, to: item.startAt + end / scale }
}

export type Placed = Gathered<Item> & { row: number }
export type LaneRows = { placed: Placed[]; count: number }

/** More rows than these and labels give way, first their ends; still more and the lane becomes numbers. */
const MOST_ROWS = 4
const LABELS = [Number.POSITIVE_INFINITY, 72, 0]
/** So close that a crowd would be of one moment: then everything is drawn, in as many rows as it takes. In ms. */
const ONE_MOMENT = 5 * MINUTE

/**
 * Lays a lane out at a scale (pixels a millisecond): with every label in its own place if a few rows suffice, else
 * with their beginnings, else bodies alone, else crowds as numbers. Depends on the scale, never on the window, so that
 * panning moves no row.
 */
export function layLane(items: readonly Item[], scale: number): LaneRows {
  const single: Gathered<Item>[] = items.map(item => ({
    crowd: false,
    item,
    startAt: item.startAt,
    endAt: item.endAt,
  }))
  for (const most of LABELS) {
    const rows = lay(single, scale, most)
    if (rows.count <= MOST_ROWS) return rows
  }
  const cell = CROWD / scale
  return lay(cell <= ONE_MOMENT ? single : gather(items, cell), scale, 0)
}

function lay(gathered: readonly Gathered<Item>[], scale: number, most: number): LaneRows {
  const extents = gathered.map(one =>
    one.crowd
      ? { from: one.startAt, to: one.startAt + (CROWD + GAP) / scale }
      : extentOf(one.item, scale, most),
  )
  const { rows, count } = packRows(extents)
  return {
    placed: gathered.map((one, index) => ({ ...one, row: rows[index] ?? 0 })),
    count: Math.max(1, count),
  }
}

/** The next smaller of four scales an octave: rows stay while a zoom goes on, and labels still have their room. */
export function steadyScale(scale: number): number {
  return 2 ** (Math.floor(4 * Math.log2(scale)) / 4)
}
