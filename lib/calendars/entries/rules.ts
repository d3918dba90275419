import { endexAt } from '@/lib/exercises/rules'
import type { ActivityKind, Gate } from '@/lib/schedule/kinds/rules'
import type { Moment } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import type { CalendarEntry } from '../rules'

export type FollowedExercise = {
  id: string
  code: string
  name: string
  venue: string
  timeZone: string
  startexAt: Instant
  endexOffset: number
}
type Activity = {
  id: string
  title: string
  kind: ActivityKind
  gate: Gate | null
  teamId: string | null
  place: string
  link: string
  start: Moment
  startAt: Instant
  endAt: Instant | null
  wholeDays: boolean
}
type Words = { startex: string; endex: string; inject: (serial: string) => string }

/** An exercise's own two ends. */
export function endEntries(exercise: FollowedExercise, words: Words, page: string): CalendarEntry[] {
  const end = (id: string, title: string, startAt: Instant): CalendarEntry => ({
    ...entryIn(exercise, { id: `${id}-${exercise.id}`, title, startAt, endAt: null }, page),
    place: exercise.venue,
    busy: false,
  })
  return [end('startex', words.startex, exercise.startexAt), end('endex', words.endex, endexAt(exercise))]
}

/** Activities of a plan. A deadline takes nobody's time. */
export function planEntries(
  exercise: FollowedExercise,
  activities: readonly Activity[],
  page: string,
): CalendarEntry[] {
  return activities.map(({ id, title, kind, gate, place, link, start, startAt, endAt, wholeDays }) => ({
    ...entryIn(exercise, { id: `activity-${id}`, title, startAt, endAt }, link === '' ? page : link),
    ...{ place, wholeDays, busy: kind !== 'deadline' && gate === null },
    timeZone: start.anchor === 'ttime' ? exercise.timeZone : start.timeZone,
  }))
}

/** Of a plan what is one team's: its own, and what is for everybody. */
export function ofTeam<A extends { teamId: string | null; gate: Gate | null }>(
  activities: readonly A[],
  teamId: string,
): A[] {
  return activities.filter(one => one.gate === null && (one.teamId === null || one.teamId === teamId))
}

/** The plan as it holds for one delegation: where it has a date of its own, that one. */
export function forDelegation<A extends Pick<Activity, 'gate' | 'startAt' | 'endAt' | 'wholeDays'>>(
  activities: readonly A[],
  own: ReadonlyMap<Gate, Instant>,
): A[] {
  return activities.map(activity => {
    const startAt = activity.gate === null ? undefined : own.get(activity.gate)
    return startAt === undefined ? activity : { ...activity, startAt, endAt: null, wholeDays: false }
  })
}

type Scheduled = {
  id: string
  title: string
  place: string
  link: string
  note?: string
  attended: boolean
  startAt: Instant
  endAt: Instant | null
  wholeDays: boolean
  timeZone?: string
}

/** Somebody's own days in an exercise, as their own page shows them. */
export function scheduledEntries(
  exercise: FollowedExercise,
  entries: readonly Scheduled[],
  page: string,
): CalendarEntry[] {
  return entries.map(({ id, title, place, link, note, attended, startAt, endAt, wholeDays, timeZone }) => {
    // Its two ends have no ids of their own, and every exercise has them; a duty says that it is one.
    const end = id === 'startex' || id === 'endex'
    const known = end ? `${id}-${exercise.id}` : id.startsWith('duty-') ? id : `activity-${id}`
    const entry = entryIn(exercise, { id: known, title, startAt, endAt }, link === '' ? page : link)
    return {
      ...entry,
      ...{ place, wholeDays, busy: attended, timeZone: timeZone ?? exercise.timeZone },
      description: note ? `${note}\n${entry.description}` : entry.description,
    }
  })
}

type Watch = { id: string; title: string; startAt: Instant; endAt: Instant; note: string }

/** The shifts of a team, for whoever follows it: who stands them is not told there. */
export function shiftEntries(
  exercise: FollowedExercise,
  shifts: readonly Watch[],
  page: string,
): CalendarEntry[] {
  return shifts.map(({ id, title, startAt, endAt, note }) => {
    const entry = entryIn(exercise, { id: `shift-${id}`, title, startAt, endAt }, page)
    return { ...entry, busy: false, description: note ? `${note}\n${entry.description}` : entry.description }
  })
}

type OwnInject = {
  id: string
  serial: string
  title: string
  tlp: string | null
  startAt: Instant
  endAt: Instant | null
}

/**
 * A controller's injects. Calendars lie on other people's servers: what is TLP:AMBER+STRICT or TLP:RED goes there with
 * its serial alone, and of no inject more than its title.
 */
export function injectEntries(
  exercise: FollowedExercise,
  injects: readonly OwnInject[],
  words: Words,
  page: string,
): CalendarEntry[] {
  return injects.map(({ id, serial, title, tlp, startAt, endAt }) => {
    const kept = tlp === 'amber_strict' || tlp === 'red' || title === ''
    const said = kept ? words.inject(serial) : `${words.inject(serial)}: ${title}`
    return {
      ...entryIn(exercise, { id: `inject-${id}`, title: said, startAt, endAt }, page),
      confidential: true,
    }
  })
}

function entryIn(
  { code, name, timeZone }: FollowedExercise,
  entry: Pick<CalendarEntry, 'id' | 'title' | 'startAt' | 'endAt'>,
  link: string,
): CalendarEntry {
  return {
    ...entry,
    // Among somebody's other appointments the title alone has to say what it belongs to.
    title: `${code} ${entry.title}`,
    ...{ description: name, place: '', link, wholeDays: false, timeZone, busy: true, confidential: false },
  }
}
