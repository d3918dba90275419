import type { Instant } from '@/lib/time'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** A stretch of one offset, from `from` (the first of a zone counts from ever); `offset` in seconds east of UTC. */
export type WallSpan = { from: Instant; offset: number; name: string }

/**
 * A zone as a short list of its offsets over the years that a timeline can show. The server makes it once, so that
 * the browser, whose tables of zones and words may be of another release, draws exactly what the server drew.
 */
export type WallZone = { timeZone: string; city: string; spans: readonly WallSpan[] }

/** A reading of the clock on the wall; `month` 1 to 12, `weekday` 0 (Sunday) to 6, `day` of the month. */
export type Wall = { year: number; month: number; day: number; weekday: number; hour: number; minute: number }

/** Days since 1970-01-01 of a Gregorian date; months outside 1 to 12 roll over. */
export function dayNumber(year: number, month: number, day: number): number {
  const rolled = year + Math.floor((month - 1) / 12)
  const monthOfYear = month - 1 - 12 * Math.floor((month - 1) / 12)
  // The year is counted from March, so that the leap day is its last.
  const y = monthOfYear < 2 ? rolled - 1 : rolled
  const dayOfYear = Math.floor((153 * ((monthOfYear + 10) % 12) + 2) / 5) + day - 1
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468
}

/** The date of a day number. */
export function civil(number: number): Pick<Wall, 'year' | 'month' | 'day' | 'weekday'> {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return { year, month, day, weekday: (((number + 4) % 7) + 7) % 7 }
}

export function spanAt(zone: WallZone, at: Instant): WallSpan {
  let found = zone.spans[0]
  if (!found) throw new Error(`zone without offsets: ${zone.timeZone}`)
  for (const span of zone.spans) if (span.from <= at) found = span
  return found
}

/** Milliseconds that the wall clock shows, counted as if it stood in UTC. */
function localTime(zone: WallZone, at: Instant): number {
  return at + spanAt(zone, at).offset * 1000
}

export function wallAt(zone: WallZone, at: Instant): Wall {
  const local = localTime(zone, at)
  const number = Math.floor(local / DAY)
  const inDay = local - number * DAY
  return { ...civil(number), hour: Math.floor(inDay / HOUR), minute: Math.floor((inDay % HOUR) / MINUTE) }
}

/** Each stretch of one offset with its end; the first has no start, the last no end. */
export function stretches(zone: WallZone): { from: Instant; to: Instant; offset: number }[] {
  return zone.spans.map((span, index) => ({
    from: index === 0 ? Number.NEGATIVE_INFINITY : span.from,
    to: zone.spans[index + 1]?.from ?? Number.POSITIVE_INFINITY,
    offset: span.offset * 1000,
  }))
}

/** The first instant at which the wall shows `local` or later: the earlier of a repeated time, the end of a gap. */
export function firstInstantOf(zone: WallZone, local: number): Instant {
  for (const { from, to, offset } of stretches(zone))
    if (local - offset < to) return Math.max(from, local - offset)
  return local
}

/** The same time on the wall so many days (`by` in ms) later, whatever the clocks do between. */
export function daysLater(zone: WallZone, at: Instant, by: number): Instant {
  return firstInstantOf(zone, localTime(zone, at) + by)
}

/** The first instant of a day number; not always midnight (some zones change their clocks then). */
export function startOfDay(zone: WallZone, number: number): Instant {
  return firstInstantOf(zone, number * DAY)
}

export function dayOf(zone: WallZone, at: Instant): number {
  return Math.floor(localTime(zone, at) / DAY)
}

/** Zulu, for the third column of every card. */
export const ZULU: WallZone = { timeZone: 'UTC', city: 'Zulu', spans: [{ from: 0, offset: 0, name: 'Z' }] }
