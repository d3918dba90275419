import type { Table } from '@/lib/timeline/columns/rules'
import { besideOf, GAP, TARGET } from '@/lib/timeline/labels/rules'
import { isSymbol, LEAST, lookOf, WIDE_ENOUGH } from '@/lib/timeline/looks/rules'

/** How wide the label of an item is, in pixels; 0 where it has none (yet). */
export type Widths = { readonly [item: number]: number }

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

export type Extents = { from: Float64Array; to: Float64Array }

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
  into: Extents = { from: new Float64Array(items.length), to: new Float64Array(items.length) },
): Extents {
  const { from, to } = into
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
  return into
}

/** The most, in pixels, by which an item reaches beyond its time on both sides together, its label apart. */
const BEYOND = LEAST.diamond + TARGET + GAP + 2

/**
 * The scale (pixels a millisecond) from which on a lane's items stand in one row with all of their labels, so that no
 * closer zoom has anything to stack; Infinity where some overlap in time.
 */
export function oneRowFrom({ startAt, endAt }: Table, items: Int32Array, widths: Widths): number {
  let scale = 0
  for (let at = 1; at < items.length; at++) {
    const [before = 0, item = 0] = [items[at - 1], items[at]]
    const gap = (startAt[item] ?? 0) - (endAt[before] ?? 0)
    if (gap <= 0) return Number.POSITIVE_INFINITY
    scale = Math.max(scale, (BEYOND + (widths[before] ?? 0)) / gap)
  }
  return scale
}
