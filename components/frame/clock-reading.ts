import { epochDayAt } from '@/lib/time-calendar'
import { formatInstant, formatOffset, formatRelativeDays } from '@/lib/time-format'
import { type Instant, zoneCity } from '@/lib/time-zones'

const day = 86_400_000

export type ClockHand = {
  kind: 'zulu' | 'home' | 'viewer' | 'both'
  city: string
  time: string
  /** Days ahead of the Zulu date, −1, 0 or 1. */
  days: number
}

/** The hands of the clock: Zulu, home, viewer; home and viewer as one where they are the same zone. */
export function readClock(now: Instant, homeTimeZone: string, viewerTimeZone: string | null): ClockHand[] {
  const hand = (kind: ClockHand['kind'], timeZone: string): ClockHand => ({
    kind,
    city: zoneCity(timeZone),
    time: formatInstant(now, { timeZone, locale: 'en', style: 'clock' }),
    days: epochDayAt(now, timeZone) - epochDayAt(now, 'UTC'),
  })
  const zulu = hand('zulu', 'UTC')
  if (viewerTimeZone === null) return [zulu, hand('home', homeTimeZone)]
  if (viewerTimeZone === homeTimeZone) return [zulu, hand('both', homeTimeZone)]
  return [zulu, hand('home', homeTimeZone), hand('viewer', viewerTimeZone)]
}

/**
 * How far STARTEX is: `D-149` by home dates, and hours (`T-05:12`) from a day before it until ENDEX, or for three
 * days where no ENDEX is known.
 */
export function countFromStartex(
  now: Instant,
  startexAt: Instant,
  endexAt: Instant | null,
  timeZone: string,
): string {
  const since = now - startexAt
  const until = endexAt ?? startexAt + 3 * day
  if (since < -day || now > until) return formatRelativeDays(startexAt, now, timeZone)
  // The minute that is running is shown, as on the clocks beside it: seconds are cut off.
  return formatOffset(Math.floor(since / 60_000) * 60).slice(0, -3)
}
