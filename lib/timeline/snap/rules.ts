import type { Instant } from '@/lib/time'
import { spanOf } from '@/lib/timeline/axis/rules'
import type { View } from '@/lib/timeline/scene/rules'
import { DAY, dayOf, HOUR, MINUTE, startOfDay, type WallZone } from '@/lib/timeline/wall/rules'

/** How near, in pixels, something draws what is dragged to itself. */
const NEAR = 7
/** The least room of a step of the clock, in pixels: finer steps than these nobody can aim at. */
const ROOM = 8
const CLOCK = [5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR] as const

type Seen = Pick<View, 'window' | 'width'>

/** The step of the clock that a hand can aim at, in ms; whole days from afar. */
export function stepOf({ window, width }: Seen): number {
  const scale = width / spanOf(window)
  return CLOCK.find(step => step * scale >= ROOM) ?? DAY
}

/** How far all of something goes that is dragged `by` from afar: who sees weeks means days. Null from nearby. In ms. */
export function byDays(by: number, seen: Seen): number | null {
  return stepOf(seen) === DAY ? Math.round(by / DAY) * DAY : null
}

/** An instant at the nearest step of a zone's wall clock; whole days at their first instant. */
export function onClock(zone: WallZone, at: Instant, step: number): Instant {
  const day = dayOf(zone, at)
  const [start, next] = [startOfDay(zone, day), startOfDay(zone, day + 1)]
  if (step >= DAY) return at - start < next - at ? start : next
  return start + Math.round((at - start) / step) * step
}

/**
 * How much further to go so that one of `ends` (what is dragged, where it would be) meets what matters: another's end,
 * STARTEX, midnight; else the first of them a step of the clock. In ms, to be added.
 */
export function snapBy(
  ends: readonly Instant[],
  targets: readonly Instant[],
  seen: Seen,
  zone: WallZone,
): number {
  const reach = (NEAR * spanOf(seen.window)) / seen.width
  let best: number | null = null
  for (const end of ends)
    for (const target of targets) {
      const by = target - end
      if (Math.abs(by) <= reach && (best === null || Math.abs(by) < Math.abs(best))) best = by
    }
  if (best !== null) return best
  const [first] = ends
  return first === undefined ? 0 : onClock(zone, first, stepOf(seen)) - first
}
