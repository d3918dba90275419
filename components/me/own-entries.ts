import { endexAt } from '@/lib/exercises/rules'
import type { ActivityKind, Gate } from '@/lib/schedule/kinds/rules'
import type { Moment } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import type { ScheduleEntry } from './entry'

type Planned = Omit<ScheduleEntry, 'timeZone' | 'attended'> & {
  start: Moment
  kind: ActivityKind
  gate: Gate | null
}
type Exercise = { startexAt: Instant; endexOffset: number; timeZone: string; venue: string }

/** What the plan holds for a person, with the two ends of the exercise itself. The gates of registration are the
 * delegation's affair. */
export function ownEntries(
  exercise: Exercise,
  activities: readonly Planned[],
  words: { startex: string; endex: string },
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
      .filter(({ gate }) => gate === null)
      .map(({ id, title, place, link, startAt, endAt, wholeDays, start, kind }) => ({
        ...{ id, title, place, link, startAt, endAt, wholeDays },
        timeZone: start.anchor === 'ttime' ? exercise.timeZone : start.timeZone,
        attended: kind !== 'deadline',
      })),
    { ...point, id: 'startex', title: words.startex, startAt: exercise.startexAt },
    { ...point, id: 'endex', title: words.endex, startAt: endexAt(exercise) },
  ]
}
