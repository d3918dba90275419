import ICAL from 'ical.js'
import { addDays, calendarDateAt, DAY } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'
import type { Told } from '../memory/rules'
import {
  type Component,
  isShownTwice,
  type Property,
  wallText,
  zoneComponent,
  zuluText,
} from '../zones/rules'

export type Calendar = {
  /** as the reader's list of calendars shows it */
  name: string
  entries: readonly Told[]
}

/** How often a reader should ask: a plan that moves an hour before a briefing is what calendars are followed for. */
const refresh = 'PT1H'

/**
 * The calendar as iCalendar text (RFC 5545 and 7986; lines end in CRLF and are folded at 75 octets). It depends on the
 * entries alone, so that the same plan gives the same octets.
 */
export function calendarText({ name, entries }: Calendar): string {
  const calendar: Component = [
    'vcalendar',
    [
      ['version', {}, 'text', '2.0'],
      ['prodid', {}, 'text', '-//Startex//Startex//EN'],
      ['calscale', {}, 'text', 'GREGORIAN'],
      ['method', {}, 'text', 'PUBLISH'],
      // The writer marks the type of what RFC 5545 does not know, which some readers of these two do not expect.
      ['name', {}, 'unknown', escaped(name)],
      ['x-wr-calname', {}, 'unknown', escaped(name)],
      ['refresh-interval', {}, 'duration', refresh],
      ['x-published-ttl', {}, 'unknown', refresh],
    ],
    [...zonesOf(entries), ...entries.map(entry => eventOf(entry))],
  ]
  return `${ICAL.stringify(calendar)}\r\n`
}

/** The zones in which entries begin or end, each for the time that its entries take. */
function zonesOf(entries: readonly Told[]): Component[] {
  const spans = new Map<string, { from: Instant; to: Instant }>()
  for (const { startAt, endAt, timeZone, wholeDays } of entries) {
    if (wholeDays || timeZone === 'UTC') continue
    const known = spans.get(timeZone)
    const [from, to] = [startAt - DAY, (endAt ?? startAt) + DAY]
    spans.set(
      timeZone,
      known ? { from: Math.min(known.from, from), to: Math.max(known.to, to) } : { from, to },
    )
  }
  return [...spans]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([timeZone, { from, to }]) => zoneComponent(timeZone, from, to))
}

function eventOf(entry: Told): Component {
  const { title, description, place, link, sequence, changedAt, cancelled } = entry
  const said = (property: string, value: string): Property[] =>
    value === '' ? [] : [[property, {}, 'text', printable(value)]]
  return [
    'vevent',
    [
      // Not of this host: an installation may move, and its readers would have everything twice.
      ['uid', {}, 'text', `${entry.id}@startex`],
      // When this was said for the first time, not when it was asked for: an unchanged plan is the same text.
      ['dtstamp', {}, 'date-time', zuluText(changedAt)],
      ['last-modified', {}, 'date-time', zuluText(changedAt)],
      ['sequence', {}, 'integer', String(sequence)],
      ['status', {}, 'text', cancelled ? 'CANCELLED' : 'CONFIRMED'],
      ...said('summary', title),
      ...timesOf(entry),
      ...said('description', description),
      ...said('location', place),
      ...(link === '' ? [] : [['url', {}, 'uri', link] satisfies Property]),
      ['transp', {}, 'text', entry.busy ? 'OPAQUE' : 'TRANSPARENT'],
      ['class', {}, 'text', entry.confidential ? 'CONFIDENTIAL' : 'PUBLIC'],
    ],
    [],
  ]
}

function timesOf({ startAt, endAt, wholeDays, timeZone }: Told): Property[] {
  if (wholeDays) {
    const first = calendarDateAt(startAt, timeZone)
    // The end of a date is not part of it, and a day without length is that day.
    const last = calendarDateAt(Math.max(startAt, (endAt ?? startAt) - 1), timeZone)
    return [
      ['dtstart', {}, 'date', first],
      ['dtend', {}, 'date', addDays(last, 1)],
    ]
  }
  const ends = endAt !== null && endAt > startAt
  return [timeOf('dtstart', startAt, timeZone), ...(ends ? [timeOf('dtend', endAt, timeZone)] : [])]
}

/** In its zone; in Zulu where the zone's clock shows that time twice: the first is meant (RFC 5545, 3.3.5), but not
 * every reader takes it. */
function timeOf(property: string, at: Instant, timeZone: string): Property {
  return timeZone === 'UTC' || isShownTwice(at, timeZone)
    ? [property, {}, 'date-time', zuluText(at)]
    : [property, { tzid: timeZone }, 'date-time', wallText(at, timeZone)]
}

function escaped(text: string): string {
  return printable(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', ' ')
}

/** Lines end in one way, and nothing else that no calendar can show: a stray CR would end a line of the file. */
function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
}
