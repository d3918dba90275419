import { epochDayAt } from '@/lib/time-calendar'
import { formatDtg } from '@/lib/time-format'
import type { TimeLocale } from '@/lib/time-names'
import { formatSpan } from '@/lib/time-spans'
import { startOfEpochDay } from '@/lib/time-wall'
import type { Instant } from '@/lib/time-zones'
import type { ItemText } from './item-text'

/** `timeZone`: where it was meant; home unless said. */
export type Span = { startAt: Instant; endAt: Instant | null; wholeDays?: boolean; timeZone?: string | null }

/** `230700ZMAR27`, or from one to the other. */
function zuluSpan(startAt: Instant, endAt: Instant): string {
  return endAt > startAt ? `${formatDtg(startAt)} – ${formatDtg(endAt)}` : formatDtg(startAt)
}

export type TimesContext = { locale: TimeLocale; home: string; viewer: string }

/** The same span at home, for the viewer and in Zulu. Whole days are dates where they are meant, times elsewhere. */
export function timesOf(
  { startAt, endAt, wholeDays = false, timeZone }: Span,
  context: TimesContext,
): ItemText['times'] {
  const { locale, home, viewer } = context
  const to = endAt ?? startAt
  const meant = timeZone ?? home
  const say = (zone: string) => {
    // Days are dates too where the clocks are those of the place that is meant.
    const days = wholeDays && (zone === meant || isWholeDays({ startAt, endAt }, { home: zone }))
    return formatSpan(startAt, to, { timeZone: zone, locale, wholeDays: days })
  }
  return [say(home), say(viewer), zuluSpan(startAt, to)]
}

/** The same span in one zone. */
export function timeIn(
  timeZone: string,
  { startAt, endAt, wholeDays = false }: Span,
  locale: TimeLocale,
): string {
  return formatSpan(startAt, endAt ?? startAt, { timeZone, locale, wholeDays })
}

/** Whether a span begins and ends where days do at home, as phases mostly do. */
export function isWholeDays({ startAt, endAt }: Span, { home }: Pick<TimesContext, 'home'>): boolean {
  const begins = (at: Instant) => startOfEpochDay(epochDayAt(at, home), home) === at
  return endAt !== null && endAt > startAt && begins(startAt) && begins(endAt)
}
