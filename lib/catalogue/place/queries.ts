import type { Tx } from '@/lib/db'
import { readScenarioPlan } from '@/lib/scenario-plan'
import { instantOf } from '@/lib/time'
import type { Place } from './rules'

/** Everything that injects of the exercise may name. Throws `not_found` for an exercise that is gone. */
export async function readPlace(tx: Tx, exerciseId: string): Promise<Place> {
  const where = { exerciseId }
  const named = { where, select: { id: true, name: true } }
  const inOrder = [{ position: 'asc' as const }, { number: 'asc' as const }]
  const { frame } = await readScenarioPlan(tx, exerciseId)
  const marks = await tx.scenarioMark.findMany({
    where,
    select: { offset: true, scenarioAt: true, speed: true },
  })
  return {
    frame,
    marks: marks.map(mark => ({ ...mark, scenarioAt: instantOf(mark.scenarioAt) })),
    storylines: await tx.storyline.findMany({
      where,
      select: { id: true, name: true, number: true, summary: true },
      orderBy: inOrder,
    }),
    incidents: await tx.incident.findMany({
      where,
      select: { id: true, name: true, storylineId: true, summary: true },
      orderBy: inOrder,
    }),
    modes: await tx.deliveryMode.findMany(named),
    personas: await tx.persona.findMany({
      where,
      select: { id: true, name: true, affiliation: true, note: true },
    }),
    teams: await tx.team.findMany(named),
    kinds: await tx.teamKind.findMany(named),
    roles: await tx.role.findMany(named),
    phases: await tx.phase.findMany(named),
    objectives: await tx.objective.findMany({ where, select: { id: true, number: true, title: true } }),
    columns: await tx.mselColumn.findMany({
      where,
      select: { id: true, name: true, kind: true, choices: true, audience: true },
    }),
  }
}
