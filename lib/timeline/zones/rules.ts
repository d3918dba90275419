import type { Instant } from '@/lib/time'
import { zoneAbbreviation } from '@/lib/time-format'
import { offsetSecondsAt, transitionsBetween, zoneCity } from '@/lib/time-zones'
import type { WallZone } from '@/lib/timeline/wall/rules'

/** The offsets of a zone from `from` to `to`, beyond which the first and the last go on. Throws for an unknown zone. */
export function wallZoneOf(timeZone: string, from: Instant, to: Instant): WallZone {
  const changes = transitionsBetween(timeZone, from, to)
  const first = { from, offset: offsetSecondsAt(timeZone, from), name: zoneAbbreviation(from, timeZone) }
  const later = changes.map(({ at, after }) => ({
    from: at,
    offset: after,
    name: zoneAbbreviation(at, timeZone),
  }))
  return { timeZone, city: zoneCity(timeZone), spans: [first, ...later] }
}
