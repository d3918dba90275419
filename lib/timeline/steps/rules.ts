import type { Instant } from '@/lib/time'

/** What the keyboard stops at. */
export type Stop = { id: string; startAt: Instant; endAt: Instant }
export type Step = 'next' | 'previous' | 'up' | 'down' | 'first' | 'last'

/**
 * Where the keyboard goes from a stop: along its lane in order of time, or to what is nearest in time in the next
 * lane that has anything. Stays at the ends. `lanes` from top to bottom, each by start.
 */
export function stepFrom(lanes: readonly (readonly Stop[])[], id: string, step: Step): Stop | null {
  const full = lanes.filter(lane => lane.length > 0)
  const row = full.findIndex(lane => lane.some(stop => stop.id === id))
  const lane = full[row]
  if (!lane) return full[0]?.[0] ?? null
  const index = lane.findIndex(stop => stop.id === id)
  const here = lane[index] ?? null
  if (step === 'first') return lane[0] ?? here
  if (step === 'last') return lane.at(-1) ?? here
  if (step === 'next') return lane[index + 1] ?? here
  if (step === 'previous') return lane[index - 1] ?? here
  const other = full[row + (step === 'up' ? -1 : 1)]
  return here && other ? nearest(other, here) : here
}

function nearest(lane: readonly Stop[], to: Stop): Stop {
  const away = (stop: Stop) => Math.max(0, stop.startAt - to.endAt, to.startAt - stop.endAt)
  const order = (a: Stop, b: Stop) =>
    away(a) - away(b) || Math.abs(a.startAt - to.startAt) - Math.abs(b.startAt - to.startAt)
  return lane.reduce((best, stop) => (order(stop, best) < 0 ? stop : best))
}
