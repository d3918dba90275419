import type { Window } from '@/lib/timeline/axis/rules'
import type { Table } from '@/lib/timeline/columns/rules'

/**
 * How many of the items start in each of `count` equal parts of a window; the last part holds its end too. What starts
 * outside is not counted.
 */
export function histogram(table: Table, items: Int32Array, { from, to }: Window, count: number): number[] {
  const counts = new Array<number>(count).fill(0)
  for (const item of items) {
    const start = table.startAt[item] ?? 0
    if (start < from || start > to) continue
    const index = Math.min(count - 1, Math.floor(((start - from) / (to - from)) * count))
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}

/** From the first to the last that has a time, STARTEX and ENDEX included. */
export function extentOf({ startexAt, endexAt, startAt, endAt }: Table): Window {
  let from = Math.min(startexAt, startAt[0] ?? startexAt)
  let to = Math.max(endexAt, startexAt)
  for (const end of endAt) if (end > to) to = end
  if (!Number.isFinite(from)) from = startexAt
  return { from, to }
}
