import { instantOf, momentColumns } from '@/lib/time'
import type { Exercise } from '../client/client'
import { fixedAt } from './moments'
import type { DemoPhase } from './phases'
import type { DemoActivity } from './schedule'
import { type Making, one, put } from './world'

/** Phases and activities of one exercise; its teams must be there when an activity is a team's own. */
export function addSchedule(
  { world, random }: Making,
  exercise: Exercise,
  phases: readonly DemoPhase[],
  activities: readonly DemoActivity[],
): void {
  const made = phases.map(({ name, audience, start, end }, position) =>
    put(world.Phase, {
      id: random.id(),
      exerciseId: exercise.id,
      name,
      audience,
      position,
      ...momentColumns('start', start),
      ...momentColumns('end', end),
      ...{ beganAt: null, endedAt: null },
      version: 1,
    }),
  )
  const teams = world.Team.filter(team => team.exerciseId === exercise.id)
  for (const { title, kind, audience, start, fixed, gate, phase, team, ...rest } of activities) {
    put(world.Activity, {
      id: random.id(),
      exerciseId: exercise.id,
      phaseId: phase ? (made.find(row => row.name === phase)?.id ?? null) : null,
      teamId: team ? one(teams, row => row.name === team).id : null,
      kind,
      gate: gate ?? null,
      title,
      description: rest.text ?? '',
      audience,
      ...momentColumns('start', fixed ? fixedAt(start, instantOf(exercise.startexAt)) : start),
      durationSeconds: rest.hours ? rest.hours * 3600 : null,
      days: rest.days ?? null,
      place: rest.place ?? '',
      link: rest.link ?? '',
      ...{ beganAt: null, endedAt: null },
      version: 1,
    })
  }
}
