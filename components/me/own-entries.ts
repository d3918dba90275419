import { endexAt } from '@/lib/exercises/rules'
import type { ActivityKind, Gate } from '@/lib/schedule/kinds/rules'
import { crewLetter } from '@/lib/shifts/rules'
import type { Moment } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import type { ScheduleEntry } from './entry'

type Planned = Omit<ScheduleEntry, 'timeZone' | 'attended'> & {
  start: Moment
  kind: ActivityKind
  gate: Gate | null
}
type Going = {
  state: 'signed_up' | 'waiting' | 'cancelled'
  activity: Omit<ScheduleEntry, 'attended' | 'timeZone' | 'note'> & { timeZone: string }
  agenda: readonly (Timed & { title: string; place: string; link: string; who: string })[]
  legs: readonly (Timed & { fromPlace: string; toPlace: string; hosts: string; transport: string })[]
}
type Timed = { id: string; startAt: Instant; endAt: Instant | null; timeZone: string }

/** Where somebody goes: the activity itself, the points of its programme and the legs of the way. Who still waits for a
 * place sees the activity alone. */
export function attendedEntries(
  going: readonly Going[],
  words: { waiting: string; with: (hosts: string) => string },
): ScheduleEntry[] {
  return going.flatMap(({ state, activity, agenda, legs }): ScheduleEntry[] => {
    const { id, title, place, link, timeZone, startAt, endAt, wholeDays } = activity
    const whole = { id, title, place, link, timeZone, startAt, endAt, wholeDays, attended: true }
    if (state === 'waiting') return [{ ...whole, note: words.waiting }]
    return [
      whole,
      ...agenda.map(({ who, ...item }) => ({ ...item, note: who, wholeDays: false, attended: true })),
      ...legs.map(({ fromPlace, toPlace, hosts, transport, ...leg }) => ({
        ...leg,
        title: fromPlace === '' ? toPlace : `${fromPlace} → ${toPlace}`,
        place: transport,
        link: '',
        note: hosts === '' ? '' : words.with(hosts),
        wholeDays: false,
        attended: true,
      })),
    ]
  })
}

type OwnDuty = {
  id: string
  name: string
  crew: number | null
  place: string
  note: string
  startAt: Instant
  endAt: Instant
  exercise: { timeZone: string }
}

/** The watches that somebody stands. Of a duty the shift's id is stable, whoever takes one off it and puts one on again. */
export function dutyEntries(
  duties: readonly OwnDuty[],
  words: { duty: (name: string) => string; crewOf: (name: string, letter: string) => string },
): ScheduleEntry[] {
  return duties.map(({ id, name, crew, place, note, startAt, endAt, exercise }) => ({
    ...{ id: `duty-${id}`, place, note, startAt, endAt, timeZone: exercise.timeZone },
    title: words.duty(crew === null ? name : words.crewOf(name, crewLetter(crew))),
    ...{ link: '', wholeDays: false, attended: true },
  }))
}

type Exercise = { startexAt: Instant; endexOffset: number; timeZone: string; venue: string }

/** What the plan holds for a person, with the two ends of the exercise itself. The gates of registration are the
 * delegation's affair. */
export function ownEntries(
  exercise: Exercise,
  activities: readonly Planned[],
  words: { startex: string; endex: string },
  /** what one signs up for: in one's own days only as `attendedEntries` */
  signedUpFor: readonly string[] = [],
): ScheduleEntry[] {
  const point = {
    attended: false,
    endAt: null,
    wholeDays: false,
    place: '',
    link: '',
    timeZone: exercise.timeZone,
  }
  return [
    ...activities
      .filter(({ gate, id }) => gate === null && !signedUpFor.includes(id))
      .map(({ id, title, place, link, startAt, endAt, wholeDays, start, kind }) => ({
        ...{ id, title, place, link, startAt, endAt, wholeDays },
        timeZone: start.anchor === 'ttime' ? exercise.timeZone : start.timeZone,
        attended: kind !== 'deadline',
      })),
    { ...point, id: 'startex', title: words.startex, startAt: exercise.startexAt },
    { ...point, id: 'endex', title: words.endex, startAt: endexAt(exercise) },
  ]
}
