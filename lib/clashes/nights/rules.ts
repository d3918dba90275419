import { DAY, localMillis, MINUTE } from '@/lib/time-calendar'
import { localToInstant } from '@/lib/time-wall'
import type { Instant } from '@/lib/time-zones'

/** Minutes after midnight; it begins with `from`, ends before `to`, and may go over midnight. */
export type Night = { from: number; to: number }

/** What the wall shows there, in minutes after midnight. */
export function minuteAt(at: Instant, timeZone: string): number {
  const local = localMillis(at, timeZone)
  return Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE)
}

export function isNight(minute: number, { from, to }: Night): boolean {
  return from < to ? from <= minute && minute < to : minute >= from || minute < to
}

/** When the wall there shows `minute` next, this very minute included: also where DST changes before it does. */
export function nextAtMinute(at: Instant, minute: number, timeZone: string): Instant {
  const local = localMillis(at, timeZone)
  const thisMinute = Math.floor(local / MINUTE) * MINUTE
  const ahead = (minute - minuteAt(at, timeZone) + 1440) % 1440
  const wall = localToInstant(thisMinute + ahead * MINUTE, timeZone)
  return wall.kind === 'one' ? wall.at : wall.later
}

/** Whether any of a stretch lies in a night there. Of one without a length, its instant. */
export function touchesNight(
  startAt: Instant,
  endAt: Instant | null,
  night: Night,
  timeZone: string,
): boolean {
  if (isNight(minuteAt(startAt, timeZone), night)) return true
  return endAt !== null && nextAtMinute(startAt, night.from, timeZone) < endAt
}
