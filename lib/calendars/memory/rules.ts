import { DAY } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'
import type { CalendarEntry } from '../rules'

/** What a calendar has said of one entry: enough to tell whether it has changed, and to take it back when it is gone. */
export type Said = Pick<CalendarEntry, 'id' | 'title' | 'startAt' | 'endAt' | 'wholeDays' | 'timeZone'> & {
  /** a fingerprint of everything that was said */
  print: string
  /** rises with each change (RFC 5545, 3.8.7.4), and never falls: calendars keep the highest that they have seen */
  sequence: number
  changedAt: Instant
  cancelled: boolean
}

/** An entry as it is told now. A cancelled one has its times and its title still. */
export type Told = CalendarEntry & Pick<Said, 'sequence' | 'changedAt' | 'cancelled'>

/** How long a calendar goes on saying that an entry is off: until the slowest reader has asked. */
const cancelledFor = 90 * DAY

/**
 * What to say of these entries after what has been said before, and what to remember of it. An entry that is not there
 * any more is told as cancelled for ninety days; one that comes back goes on counting.
 */
export function tell(
  before: readonly Said[],
  entries: readonly CalendarEntry[],
  printOf: (entry: CalendarEntry) => string,
  now: Instant,
): { told: Told[]; said: Said[] } {
  const known = new Map(before.map(one => [one.id, one]))
  const told: Told[] = []
  const said: Said[] = []
  for (const entry of entries) {
    const was = known.get(entry.id)
    known.delete(entry.id)
    const print = printOf(entry)
    const same = was?.print === print && !was.cancelled
    const version = same
      ? { sequence: was.sequence, changedAt: was.changedAt }
      : { sequence: was ? was.sequence + 1 : 0, changedAt: now }
    told.push({ ...entry, ...version, cancelled: false })
    said.push({ ...outline(entry), ...version, print, cancelled: false })
  }
  for (const gone of known.values()) {
    const off = gone.cancelled
      ? gone
      : { ...gone, sequence: gone.sequence + 1, changedAt: now, cancelled: true }
    if (off.changedAt + cancelledFor <= now) continue
    said.push(off)
    const { print: _, ...outlined } = off
    told.push({ ...outlined, description: '', place: '', link: '', busy: false, confidential: false })
  }
  return { told, said }
}

function outline({ id, title, startAt, endAt, wholeDays, timeZone }: CalendarEntry) {
  return { id, title, startAt, endAt, wholeDays, timeZone }
}
