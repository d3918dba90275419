import { execute } from '@/lib/action'
import { now, perform } from '@/lib/action.fixture'
import type { Tx } from '@/lib/db'
import { staffOf } from '@/prisma/actors'
import { factoryDb, makeExercise, makePhase, makeTeam } from '@/prisma/factories'
import { addBaseline } from './actions'

export const later = now + 60_000
export const reason = 'The conference said so'

/** A scenario of two injects, each with all that an inject can have, and a baseline of it; `act` changes it. */
export async function setting() {
  const exercise = await makeExercise()
  const exerciseId = exercise.id
  const [director, planner] = [await staffOf(exercise), await staffOf(exercise, 'planner')]
  const act = async <T>(run: (tx: Tx) => Promise<T>) => {
    const made: T[] = []
    const result = await perform(
      async ({ tx }) => {
        made.push(await run(tx))
      },
      { exerciseId },
    )
    if (!result.ok) throw new Error(`The change was refused: ${result.error.reason}`)
    return made[0] as T
  }
  const team = await makeTeam(exercise)
  const phase = await makePhase(exercise)
  const first = await act(async tx => {
    const storyline = await tx.storyline.create({ data: { exerciseId, number: 1, name: 'Port' } })
    const mode = await tx.deliveryMode.create({ data: { exerciseId, name: 'Radio' } })
    const column = await tx.mselColumn.create({ data: { exerciseId, name: 'Colour', kind: 'text' } })
    const parent = await tx.objective.create({ data: { exerciseId, number: '1', title: 'Lead' } })
    const objective = await tx.objective.create({
      data: { exerciseId, number: '1.1', title: 'Report', parentId: parent.id },
    })
    const make = (n: number) =>
      tx.inject.create({
        data: {
          ...{
            exerciseId,
            serial: `1.${n}`,
            title: `Inject ${n}`,
            storylineId: storyline.id,
            phaseId: phase.id,
          },
          ...{ deliveryModeId: mode.id, startAnchor: 'ttime', startOffset: n * 60, techniques: ['T1566'] },
          state: 'approved',
        },
      })
    const [one, two] = [await make(1), await make(2)]
    await tx.injectParty.create({ data: { exerciseId, injectId: one.id, side: 'to', teamId: team.id } })
    await tx.injectObjective.create({ data: { exerciseId, injectId: one.id, objectiveId: objective.id } })
    await tx.injectValue.create({
      data: { exerciseId, injectId: one.id, columnId: column.id, value: 'amber' },
    })
    await tx.wait.create({ data: { exerciseId, injectId: two.id, afterInjectId: one.id, delaySeconds: 60 } })
    return { storyline, mode, column, objective, parent, one, two }
  })
  const added = await execute(addBaseline.definition, planner, { exerciseId, name: 'Main conference' }, now)
  if (!added.ok) throw new Error(added.error.reason)
  return { exercise, exerciseId, director, planner, act, team, phase, baselineId: added.data.id, ...first }
}

/** Every row of the scenario as it is, without what counts up by itself. */
export async function imageOf(exerciseId: string): Promise<object> {
  const where = { where: { exerciseId }, omit: { version: true } as const }
  const order = { orderBy: { id: 'asc' } as const }
  const db = factoryDb()
  return {
    storylines: await db.storyline.findMany({ ...where, ...order }),
    modes: await db.deliveryMode.findMany({ ...where, ...order }),
    columns: await db.mselColumn.findMany({ ...where, ...order }),
    objectives: await db.objective.findMany({ ...where, ...order }),
    injects: await db.inject.findMany({ ...where, ...order }),
    parties: await db.injectParty.findMany({ where: { exerciseId }, ...order }),
    served: await db.injectObjective.findMany({ where: { exerciseId }, orderBy: { injectId: 'asc' } }),
    values: await db.injectValue.findMany({ where: { exerciseId }, orderBy: { injectId: 'asc' } }),
    gates: await db.logicGate.findMany({ ...where, ...order }),
    waits: await db.wait.findMany({ ...where, ...order }),
  }
}

/** Much that can happen between two conferences: names swapped, rows removed and made anew, times and texts changed. */
export async function upheaval({
  exerciseId,
  act,
  ...had
}: Awaited<ReturnType<typeof setting>>): Promise<void> {
  await act(async tx => {
    const other = await tx.storyline.create({ data: { exerciseId, number: 2, name: 'Grid' } })
    await tx.inject.update({ where: { id: had.two.id }, data: { storylineId: other.id, title: 'Moved' } })
    await tx.inject.delete({ where: { id: had.one.id } })
    await tx.storyline.delete({ where: { id: had.storyline.id } })
    await tx.storyline.update({ where: { id: other.id }, data: { name: 'Port' } })
    await tx.deliveryMode.delete({ where: { id: had.mode.id } })
    await tx.deliveryMode.create({ data: { exerciseId, name: 'Radio' } })
    await tx.mselColumn.delete({ where: { id: had.column.id } })
    await tx.objective.update({ where: { id: had.objective.id }, data: { parentId: null, number: '2' } })
    await tx.objective.delete({ where: { id: had.parent.id } })
    await tx.objective.create({ data: { exerciseId, number: '1', title: 'Another lead' } })
    const three = await tx.inject.create({
      data: {
        exerciseId,
        serial: '2.1',
        title: 'New',
        storylineId: other.id,
        startAnchor: 'dday',
        startDay: 1,
        startMinute: 540,
        startTimeZone: 'Asia/Tokyo',
      },
    })
    const gate = await tx.logicGate.create({ data: { exerciseId, number: 1, kind: 'any' } })
    await tx.wait.create({ data: { exerciseId, gateId: gate.id, afterInjectId: three.id } })
    await tx.wait.create({ data: { exerciseId, injectId: had.two.id, afterGateId: gate.id } })
  })
}
