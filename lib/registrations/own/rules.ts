import { calendarDateAt, wallAt } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'

/** Something with a time in a person's days. `endAt` is exclusive, null for a point in time. A whole day is one of its
 * own zone, wherever it is looked at from. */
export type Entry = { startAt: Instant; endAt: Instant | null; wholeDays: boolean; timeZone?: string }

const over = (entry: Entry, now: Instant) => (entry.endAt === null ? entry.startAt < now : entry.endAt <= now)

/** What has been, what is going on, and what comes, each in order of beginning. */
export function splitByNow<E extends Entry>(entries: readonly E[], now: Instant) {
  const sorted = [...entries].sort((a, b) => a.startAt - b.startAt)
  return {
    past: sorted.filter(entry => over(entry, now)),
    running: sorted.filter(entry => !over(entry, now) && entry.startAt <= now),
    coming: sorted.filter(entry => entry.startAt > now),
  }
}

/** The zone in which an entry's dates are counted for somebody who looks from `timeZone`. */
export function dayZone(entry: Entry, timeZone: string): string {
  return entry.wholeDays ? (entry.timeZone ?? timeZone) : timeZone
}

/** Entries under the calendar date on which they begin in that zone. */
export function byDay<E extends Entry>(
  entries: readonly E[],
  timeZone: string,
): { date: string; entries: E[] }[] {
  const days = new Map<string, E[]>()
  for (const entry of entries) {
    const date = calendarDateAt(entry.startAt, dayZone(entry, timeZone))
    days.set(date, [...(days.get(date) ?? []), entry])
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, own]) => ({ date, entries: own }))
}

/** Whether somebody at home in that zone is asked to be there between 22:00 and 06:00. Whole days are not. */
export function insideNight({ startAt, endAt, wholeDays }: Entry, timeZone: string): boolean {
  if (wholeDays) return false
  const dark = (at: Instant) => {
    const { minute } = wallAt(at, timeZone)
    return minute >= 22 * 60 || minute < 6 * 60
  }
  return dark(startAt) || (endAt !== null && dark(endAt - 1))
}

/** Which exercise a person means without saying so: the next one that is not over, else the last. */
export function currentOf<R extends { exercise: { startexAt: Instant; endexOffset: number } }>(
  registrations: readonly R[],
  now: Instant,
): R | null {
  const open = registrations.find(({ exercise }) => exercise.startexAt + exercise.endexOffset * 1000 > now)
  return open ?? registrations.at(-1) ?? null
}
