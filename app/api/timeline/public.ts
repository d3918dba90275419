import { endexAt } from '@/lib/exercises/rules'
import { visitor } from '@/lib/policy'
import { listPlan } from '@/lib/schedule/queries'
import type { Instant } from '@/lib/time'
import { activityItem, phaseItem, registrationOf, teamLists } from '@/lib/timeline/items/rules'

/** What the public may move. */
const nothing = { schedule: false, scenario: false }
const nobody = { storylines: [], controllers: [], roles: [], people: [], ...teamLists([], code => code) }

type Exercise = { id: string; startexAt: Instant; endexOffset: number; timeZone: string }

/** What everybody may see of an exercise, whoever looks: phases and activities that are for the public. */
export async function readPublic(exercise: Exercise) {
  const { phases, activities } = await listPlan(visitor, exercise.id)
  const play = { from: exercise.startexAt, to: endexAt(exercise) }
  const registration = registrationOf(activities, exercise)
  return {
    frame: {
      ...{ home: exercise.timeZone, startexAt: play.from, endexAt: play.to },
      lists: { ...nobody, phases: phases.map(({ id, name }) => ({ id, name })) },
    },
    items: [
      ...phases.map(phase => phaseItem(phase, nothing, play, registration, exercise.timeZone)),
      ...activities.map(activity => activityItem(activity, [], nothing, exercise.timeZone)),
    ],
    links: [],
  }
}
