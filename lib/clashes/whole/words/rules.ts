import type { Clash, ClashRef } from '@/lib/clashes/whole/plan/rules'
import { formatDuration, formatInstant, formatMinute, type TimeLocale } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import { offsetSecondsAt, zoneCity } from '@/lib/time-zones'

/** `name` says what a reference is called; instants are told in `timeZone`, the exercise's own. */
export type Telling = { name: (ref: ClashRef) => string; locale: TimeLocale; timeZone: string }

/** A clash's evidence as the words of `plan-clashes.json` ask for it. `others`: who or what else it is about. */
export function clashWords({ evidence, about }: Clash, { name, locale, timeZone }: Telling) {
  const words: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(evidence)) {
    if (typeof value === 'string') words[key] = value
    else if (key.endsWith('At')) words[key] = formatInstant(value, { timeZone, locale, style: 'dateTime' })
    else if (key.endsWith('Minutes')) words[key] = formatDuration(value * 60, locale)
    else words[key] = /minute$/i.test(key) ? formatMinute(value) : value
  }
  if (typeof evidence.timeZone === 'string') words.city = zoneCity(evidence.timeZone)
  words.others = namesIn(about.slice(1), name)
  return words
}

/** Sixteen at most, and that there are more. */
function namesIn(refs: readonly ClashRef[], name: Telling['name']): string {
  return refs.slice(0, 16).map(name).join(', ') + (refs.length > 16 ? ', …' : '')
}

/** When it is: at home, and where those are whom it is about, if their clocks show something else. */
export function clashTimes(
  { startAt, endAt, evidence }: Clash,
  { locale, timeZone }: Omit<Telling, 'name'>,
): { home: string; there: { city: string; time: string } | null } | null {
  if (startAt === null || endAt === null) return null
  const zone = evidence.timeZone
  const elsewhere =
    typeof zone === 'string' && offsetSecondsAt(zone, startAt) !== offsetSecondsAt(timeZone, startAt)
  return {
    home: formatSpan(startAt, endAt, { timeZone, locale }),
    there: elsewhere
      ? { city: zoneCity(zone), time: formatSpan(startAt, endAt, { timeZone: zone, locale }) }
      : null,
  }
}
