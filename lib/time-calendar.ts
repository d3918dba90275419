import { type Instant, offsetSecondsAt } from './time-zones'

/** A date on a calendar, no instant: `2027-03-23`. */
export type CalendarDate = string

/** What a clock and a calendar on a wall show: `minute` counts from midnight, 0 to 1439. */
export type Wall = { date: CalendarDate; minute: number }

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const DAY = 86_400 * SECOND

/** Days since 1970-01-01, or null where the calendar has no such day (31 February) or the text is none. */
export function epochDayOrNull(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return null
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY
  return dateOfEpochDay(day) === date ? day : null
}

/** Days since 1970-01-01. Throws a RangeError for what is no date. */
export function epochDayOf(date: CalendarDate): number {
  const day = epochDayOrNull(date)
  if (day === null) throw new RangeError(`No calendar date: ${date}`)
  return day
}

export function dateOfEpochDay(day: number): CalendarDate {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfEpochDay(epochDayOf(date) + days)
}

/** Calendar days from one date to another; negative when `to` is the earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDayOf(to) - epochDayOf(from)
}

/** The wall clock as if it ran in UTC: an instant's face in the zone, in milliseconds. */
export function localMillis(at: Instant, timeZone: string): number {
  return at + offsetSecondsAt(timeZone, at) * SECOND
}

/** Days since 1970-01-01 of the calendar date that the zone has at that instant. */
export function epochDayAt(at: Instant, timeZone: string): number {
  return Math.floor(localMillis(at, timeZone) / DAY)
}

export function calendarDateAt(at: Instant, timeZone: string): CalendarDate {
  return dateOfEpochDay(epochDayAt(at, timeZone))
}

/** What the wall shows at an instant, seconds cut off: the fields of a form. Its way back is `wallToInstant`. */
export function wallAt(at: Instant, timeZone: string): Wall {
  const local = localMillis(at, timeZone)
  const day = Math.floor(local / DAY)
  return { date: dateOfEpochDay(day), minute: Math.floor((local - day * DAY) / MINUTE) }
}

/** A `date` column as the database hands it over: midnight in UTC. */
export function calendarDateOf(column: Date): CalendarDate {
  return column.toISOString().slice(0, 10)
}

/** The value for a `date` column. Throws a RangeError for what is no date. */
export function columnOfDate(date: CalendarDate): Date {
  return new Date(epochDayOf(date) * DAY)
}
