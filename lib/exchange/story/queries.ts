import { db } from '@/lib/db'
import type { ScenarioView } from '@/lib/scenario-view'
import { instantOf } from '@/lib/time'
import { formatIso } from '@/lib/time-format'
import type { ExerciseDocument } from '../document/schema'
import { waitsOf } from '../whole/rules'

/** The scenario but for its injects. Whoever sees a part of it is told of the rest by `documentOf`. */
export async function readStory(
  exerciseId: string,
  view: ScenarioView,
): Promise<Partial<ExerciseDocument['scenario']>> {
  const inOrder = [{ position: 'asc' as const }, { number: 'asc' as const }]
  const [scenario, marks, storylines, incidents, modes, personas, objectives, columns, gates, waits] = [
    await db.scenario.findUnique({
      where: { exerciseId },
      select: {
        ...{ timeZone: true, nightFrom: true, nightTo: true, controllerLoad: true },
        ...{ controllersSee: true, attackRelease: true },
        ...{ nextStoryline: true, nextInject: true, nextGate: true },
      },
    }),
    await db.scenarioMark.findMany({
      where: { exerciseId },
      select: { offset: true, scenarioAt: true, speed: true },
      orderBy: { offset: 'asc' },
    }),
    await db.storyline.findMany({
      where: { exerciseId },
      select: {
        ...{ id: true, number: true, name: true, summary: true },
        ...{ nextInject: true, nextIncident: true },
      },
      orderBy: inOrder,
    }),
    await db.incident.findMany({
      where: { exerciseId },
      select: { id: true, storylineId: true, number: true, name: true, summary: true },
      orderBy: inOrder,
    }),
    await db.deliveryMode.findMany({
      where: { exerciseId },
      select: { id: true, name: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    }),
    await db.persona.findMany({
      where: { exerciseId },
      select: { id: true, name: true, affiliation: true, note: true },
      orderBy: { name: 'asc' },
    }),
    await db.objective.findMany({
      where: { exerciseId },
      select: { id: true, parentId: true, number: true, title: true, criteria: true, leastInjects: true },
      orderBy: inOrder,
    }),
    await db.mselColumn.findMany({
      where: { exerciseId, ...(view.seesAll ? {} : { audience: 'controllers' }) },
      select: { id: true, name: true, kind: true, choices: true, audience: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    }),
    await db.logicGate.findMany({
      where: { exerciseId },
      select: { id: true, number: true, kind: true, name: true },
      orderBy: { number: 'asc' },
    }),
    await db.wait.findMany({
      where: { exerciseId, gateId: { not: null } },
      select: { gateId: true, afterInjectId: true, afterGateId: true, condition: true, delaySeconds: true },
    }),
  ]
  return {
    ...(scenario ?? {}),
    marks: marks.map(({ scenarioAt, ...mark }) => ({
      ...mark,
      scenarioAt: formatIso(instantOf(scenarioAt)),
    })),
    storylines,
    incidents: incidents.map(({ storylineId, ...incident }) => ({ ...incident, storyline: storylineId })),
    modes,
    personas,
    objectives: objectives.map(({ parentId, ...objective }) => ({ ...objective, parent: parentId })),
    columns,
    gates: gates.map(gate => ({ ...gate, waits: waitsOf(waits.filter(({ gateId }) => gateId === gate.id)) })),
  }
}
