import type { Instant } from '@/lib/time'

export type Timed = { startAt: Instant; endAt: Instant }

/** Either one thing to draw, or a crowd that is drawn as its number and opens on zoom. */
export type Gathered<T extends Timed> =
  | { crowd: false; item: T; startAt: Instant; endAt: Instant }
  | { crowd: true; items: T[]; startAt: Instant; endAt: Instant }

/**
 * Gathers what starts in the same cell of a grid of `cell` ms, counted from 1970, so that panning changes nothing;
 * a cell with one item leaves it alone. Every item is in exactly one place: the counts add up. `items` by start.
 */
export function gather<T extends Timed>(items: readonly T[], cell: number): Gathered<T>[] {
  const cells = new Map<number, T[]>()
  for (const item of items) {
    const index = Math.floor(item.startAt / cell)
    const there = cells.get(index)
    if (there) there.push(item)
    else cells.set(index, [item])
  }
  return [...cells.values()].flatMap((there): Gathered<T>[] => {
    const [item] = there
    if (!item) return []
    if (there.length === 1) return [{ crowd: false, item, startAt: item.startAt, endAt: item.endAt }]
    return [{ crowd: true, items: there, ...reach(there) }]
  })
}

function reach(items: readonly Timed[]): Timed {
  let startAt = Number.POSITIVE_INFINITY
  let endAt = Number.NEGATIVE_INFINITY
  for (const item of items) {
    startAt = Math.min(startAt, item.startAt)
    endAt = Math.max(endAt, item.endAt)
  }
  return { startAt, endAt }
}

/**
 * How many items start in each of `count` equal parts of [from, to]; the last part holds its end too. What starts
 * outside is not counted.
 */
export function histogram(items: readonly Timed[], from: Instant, to: Instant, count: number): number[] {
  const counts = new Array<number>(count).fill(0)
  for (const { startAt } of items) {
    if (startAt < from || startAt > to) continue
    const index = Math.min(count - 1, Math.floor(((startAt - from) / (to - from)) * count))
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}
