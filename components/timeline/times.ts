import { formatDtg } from '@/lib/time-format'
import type { TimeLocale } from '@/lib/time-names'
import { coversDays, formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import type { ItemText } from './item-text'

export type Span = { startAt: Instant; endAt: Instant | null; wholeDays?: boolean }

/** `230700ZMAR27`, or from one to the other. */
function zuluSpan(startAt: Instant, endAt: Instant): string {
  return endAt > startAt ? `${formatDtg(startAt)} – ${formatDtg(endAt)}` : formatDtg(startAt)
}

export type TimesContext = { locale: TimeLocale; home: string; viewer: string }

/** The same span at home, for the viewer and in Zulu. */
export function timesOf(span: Span, { locale, home, viewer }: TimesContext): ItemText['times'] {
  const { startAt, endAt } = span
  return [timeIn(home, span, locale), timeIn(viewer, span, locale), zuluSpan(startAt, endAt ?? startAt)]
}

/** The same span in one zone. */
export function timeIn(
  timeZone: string,
  { startAt, endAt, wholeDays = false }: Span,
  locale: TimeLocale,
): string {
  return formatSpan(startAt, endAt ?? startAt, { timeZone, locale, wholeDays })
}

/** Whether a span covers whole days at home, as phases mostly do. */
export function isWholeDays({ startAt, endAt }: Span, { home }: Pick<TimesContext, 'home'>): boolean {
  return endAt !== null && endAt > startAt && coversDays(startAt, endAt, home)
}
