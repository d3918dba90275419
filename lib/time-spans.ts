import { epochDayAt } from './time-calendar'
import { formatInstant, type TimeLocale, zoneAbbreviation } from './time-format'
import { startOfEpochDay } from './time-wall'
import type { Instant } from './time-zones'

/** `wholeDays`: it is planned in whole days, which are dates wherever days begin and end with them, times elsewhere. */
export type SpanFormat = { timeZone: string; locale: TimeLocale; wholeDays?: boolean }

/** Whether a span begins and ends as days do in a zone; without a length, whether it begins so. */
export function coversDays(from: Instant, to: Instant, timeZone: string): boolean {
  const begins = (at: Instant) => startOfEpochDay(epochDayAt(at, timeZone), timeZone) === at
  return begins(from) && (to <= from || begins(to))
}

/**
 * From `from` up to, not including, `to`: `Tue 23 Mar 2027 09:00–17:00 EET`,
 * `Tue 23 Mar 2027 09:00 – Thu 25 Mar 2027 17:00 EET`, whole days `Tue 23 – Thu 25 Mar 2027`.
 */
export function formatSpan(from: Instant, to: Instant, { timeZone, locale, wholeDays }: SpanFormat): string {
  const show = (at: Instant, style: Parameters<typeof formatInstant>[1]['style']) =>
    formatInstant(at, { timeZone, locale, style })
  if (wholeDays && coversDays(from, to, timeZone)) {
    const last = Math.max(from, to - 1)
    if (epochDayAt(from, timeZone) === epochDayAt(last, timeZone)) return show(from, 'date')
    if (show(from, 'year') !== show(last, 'year')) return `${show(from, 'date')} – ${show(last, 'date')}`
    return `${show(from, 'weekdayDayMonth')} – ${show(last, 'date')}`
  }
  if (to <= from) return show(from, 'dateTime')
  const oneZone = zoneAbbreviation(from, timeZone) === zoneAbbreviation(to, timeZone)
  const start = oneZone ? `${show(from, 'date')} ${show(from, 'clock')}` : show(from, 'dateTime')
  if (epochDayAt(from, timeZone) !== epochDayAt(to, timeZone)) return `${start} – ${show(to, 'dateTime')}`
  return `${start}${oneZone ? '–' : ' – '}${show(to, 'time')}`
}

/** A wait in seconds, as exact as it helps: to the minute up to a day, to the hour up to a week, then days; never none. */
export function roundedWait(seconds: number): number {
  const unit = seconds > 7 * 86_400 ? 86_400 : seconds > 86_400 ? 3600 : 60
  return Math.max(60, Math.ceil(seconds / unit) * unit)
}
