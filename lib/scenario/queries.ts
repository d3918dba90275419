import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { instantOf } from '@/lib/time'
import { usualSettings } from './rules'

/** How the story is told, for whoever writes it; the usual where nothing has been written yet. */
export async function getScenarioSettings(actor: Actor, exercise: { id: string; timeZone: string }) {
  const { id: exerciseId, timeZone } = exercise
  if (!can(actor, 'scenario.edit', { exerciseId })) return null
  const [scenario, marks] = await Promise.all([
    db.scenario.findUnique({
      where: { exerciseId },
      select: {
        ...{ timeZone: true, nightFrom: true, nightTo: true, controllerLoad: true, controllersSee: true },
        ...{ attackRelease: true, version: true },
      },
    }),
    db.scenarioMark.findMany({
      where: { exerciseId },
      select: { id: true, offset: true, scenarioAt: true, speed: true, version: true },
      orderBy: { offset: 'asc' },
    }),
  ])
  return {
    settings: scenario ?? { ...usualSettings, timeZone, version: 1 },
    marks: marks.map(mark => ({ ...mark, scenarioAt: instantOf(mark.scenarioAt) })),
  }
}
