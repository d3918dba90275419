import { DAY, dateOfEpochDay, localMillis, SECOND } from '@/lib/time-calendar'
import { zoneAbbreviation } from '@/lib/time-format'
import { localToInstant } from '@/lib/time-wall'
import { type Instant, offsetSecondsAt, transitionsBetween } from '@/lib/time-zones'

/** A component of a calendar as jCal (RFC 7265): name, properties, components within. */
export type Component = [name: string, properties: Property[], components: Component[]]
export type Property = [name: string, parameters: Record<string, string>, type: string, ...values: string[]]

/**
 * The zone as a VTIMEZONE (RFC 5545, 3.6.5) that is right for every instant in `from ≤ at < to`: one observance for
 * what holds at `from` and one for each change after it. No rule repeats, since rules are what zones break; what lies
 * before `from` or after `to` has the first and the last offset. Throws a RangeError for an unknown zone.
 */
export function zoneComponent(timeZone: string, from: Instant, to: Instant): Component {
  const changes = transitionsBetween(timeZone, from, to)
  const first = offsetSecondsAt(timeZone, from)
  const ahead = changes[0] && changes[0].after < first
  return [
    'vtimezone',
    [['tzid', {}, 'text', timeZone]],
    [
      observance(timeZone, { at: from, before: first, after: first }, ahead ?? false, '1970-01-01T00:00:00'),
      ...changes.map(change => observance(timeZone, change, change.after > change.before)),
    ],
  ]
}

type Change = { at: Instant; before: number; after: number }

function observance(timeZone: string, change: Change, summer: boolean, since?: string): Component {
  const properties: Property[] = [
    // By the clock that was still on the wall.
    ['dtstart', {}, 'date-time', since ?? localText(change.at + change.before * SECOND)],
    ['tzoffsetfrom', {}, 'utc-offset', offsetText(change.before)],
    ['tzoffsetto', {}, 'utc-offset', offsetText(change.after)],
    ['tzname', {}, 'text', zoneAbbreviation(change.at, timeZone)],
  ]
  return [summer ? 'daylight' : 'standard', properties, []]
}

/** What the zone's wall shows at the instant, as jCal writes it: `2027-03-28T03:00:00`. */
export function wallText(at: Instant, timeZone: string): string {
  return localText(localMillis(at, timeZone))
}

/** Whether the zone's wall shows the same time at another instant too, as it does when summer time ends. */
export function isShownTwice(at: Instant, timeZone: string): boolean {
  return localToInstant(localMillis(at, timeZone), timeZone).kind === 'repeated'
}

/** The instant in Zulu, as jCal writes it: `2027-03-28T01:00:00Z`. */
export function zuluText(at: Instant): string {
  return `${localText(at)}Z`
}

function localText(local: number): string {
  const day = Math.floor(local / DAY)
  const seconds = Math.floor((local - day * DAY) / SECOND)
  return `${dateOfEpochDay(day)}T${clockText(seconds)}`
}

function offsetText(seconds: number): string {
  const size = Math.abs(seconds)
  // Zones have had odd seconds until 1972 (Monrovia); a whole minute is written without them.
  return `${seconds < 0 ? '-' : '+'}${size % 60 === 0 ? clockText(size).slice(0, 5) : clockText(size)}`
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map(part => String(part).padStart(2, '0')).join(':')
}
