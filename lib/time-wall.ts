import { type CalendarDate, DAY, epochDayOf, localMillis, SECOND } from './time-calendar'
import { type Instant, offsetSecondsAt, transitionsBetween } from './time-zones'

/** `earlier` and `later` of a skipped wall time are what the clock shows an hour before and after it; `transition` is the gap. */
export type WallResolution =
  | { kind: 'one'; at: Instant }
  | { kind: 'skipped'; earlier: Instant; later: Instant; transition: Instant }
  | { kind: 'repeated'; earlier: Instant; later: Instant }

/** `local` is the wall time as if it ran in UTC, in milliseconds. */
export function localToInstant(local: number, timeZone: string): WallResolution {
  // No zone is a day from UTC, so both sides of any change that could matter lie in this window.
  const changes = transitionsBetween(timeZone, local - DAY, local + DAY)
  const offsets = [offsetSecondsAt(timeZone, local - DAY), ...changes.map(change => change.after)]
  const found = [...new Set(offsets)]
    .map(offset => local - offset * SECOND)
    .filter(at => localMillis(at, timeZone) === local)
    .sort((a, b) => a - b)
  const [earlier, later] = found
  if (earlier !== undefined && later !== undefined) return { kind: 'repeated', earlier, later }
  if (earlier !== undefined) return { kind: 'one', at: earlier }
  const gap = changes.find(
    ({ at, before, after }) => at + before * SECOND <= local && local < at + after * SECOND,
  )
  if (!gap) throw new RangeError(`No such wall time in ${timeZone}: ${local}`)
  return {
    kind: 'skipped',
    earlier: local - gap.after * SECOND,
    later: local - gap.before * SECOND,
    transition: gap.at,
  }
}

export function startOfEpochDay(epochDay: number, timeZone: string): Instant {
  const midnight = localToInstant(epochDay * DAY, timeZone)
  if (midnight.kind === 'one') return midnight.at
  return midnight.kind === 'repeated' ? midnight.earlier : midnight.transition
}

/** The first instant of a date in a zone, which DST may put at 01:00 or at the first of two midnights. */
export function startOfDay(date: CalendarDate, timeZone: string): Instant {
  return startOfEpochDay(epochDayOf(date), timeZone)
}
