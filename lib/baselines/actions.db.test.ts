import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { now, perform } from '@/lib/action.fixture'
import type { Tx } from '@/lib/db'
import { staffOf } from '@/prisma/actors'
import { factoryDb, makeExercise, makePhase, makeTeam, makeTeamKind } from '@/prisma/factories'
import { addBaseline, removeBaseline, restoreInject, rollBack } from './actions'

const later = now + 60_000

async function setting() {
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
async function imageOf(exerciseId: string): Promise<object> {
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
async function upheaval({ exerciseId, act, ...had }: Awaited<ReturnType<typeof setting>>): Promise<void> {
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

const reason = 'The conference said so'

it('a roll back makes everything what it was at the baseline, and can itself be taken back', async () => {
  const all = await setting()
  const { exerciseId, director, baselineId } = all
  const then = await imageOf(exerciseId)
  await upheaval(all)
  const before = await imageOf(exerciseId)
  expect(before).not.toEqual(then)
  const back = await execute(rollBack.definition, director, { exerciseId, baselineId, reason }, later)
  expect(back).toMatchObject({ ok: true, data: { leftOut: 0, before: later - 1 } })
  expect(await imageOf(exerciseId)).toEqual(then)
  const change = await factoryDb().change.findFirst({ where: { exerciseId, action: 'scenario.roll_back' } })
  expect(change?.reason).toBe(reason)
  const undo = { exerciseId, at: later - 1, reason }
  expect(await execute(rollBack.definition, director, undo, later + 1)).toMatchObject({ ok: true })
  expect(await imageOf(exerciseId)).toEqual(before)
})

it('names that were swapped since the baseline are swapped back', async () => {
  const { exerciseId, director, act } = await setting()
  const [a, b] = await act(async tx => [
    await tx.persona.create({ data: { exerciseId, name: 'Anna' } }),
    await tx.persona.create({ data: { exerciseId, name: 'Bert' } }),
  ])
  await act(async tx => {
    await tx.persona.update({ where: { id: a?.id ?? '' }, data: { name: '-' } })
    await tx.persona.update({ where: { id: b?.id ?? '' }, data: { name: 'Anna' } })
    await tx.persona.update({ where: { id: a?.id ?? '' }, data: { name: 'Bert' } })
  })
  // Both changes bear the fixture's instant, so the moment is told from the baseline in between.
  const behind = await factoryDb().changeField.findFirst({
    where: { table: 'Persona', field: '*' },
    orderBy: { id: 'desc' },
  })
  const baseline = await factoryDb().baseline.create({
    data: { exerciseId, name: 'Between', at: new Date(now), injects: 2, behind: behind?.id ?? 0n },
  })
  const input = { exerciseId, baselineId: baseline.id, reason }
  expect(await execute(rollBack.definition, director, input, later)).toMatchObject({ ok: true })
  const names = await factoryDb().persona.findMany({ where: { exerciseId }, orderBy: { id: 'asc' } })
  expect(names.map(({ name }) => name)).toEqual(['Anna', 'Bert'])
})

it('what names a team or a phase that is gone comes back without it, and is counted', async () => {
  const { exerciseId, director, planner, baselineId, act, one, phase, team } = await setting()
  await act(async tx => {
    await tx.inject.delete({ where: { id: one.id } })
    await tx.inject.updateMany({ where: { exerciseId }, data: { phaseId: null } })
    await tx.phase.delete({ where: { id: phase.id } })
    await tx.team.delete({ where: { id: team.id } })
  })
  const restored = await execute(
    restoreInject.definition,
    planner,
    { exerciseId, injectId: one.id, baselineId },
    later,
  )
  expect(restored).toMatchObject({ data: { id: one.id, serial: '1.1', leftOut: 2 } })
  const row = { phaseId: null, storylineId: one.storylineId, state: 'review' }
  expect(await factoryDb().inject.findUnique({ where: { id: one.id } })).toMatchObject(row)
  const back = await execute(rollBack.definition, director, { exerciseId, baselineId, reason }, later + 1)
  // Both injects without their phase, the first without its recipient; the state comes back with who may approve.
  expect(back).toMatchObject({ data: { leftOut: 3 } })
  expect(await factoryDb().inject.findUnique({ where: { id: one.id } })).toMatchObject({ state: 'approved' })
})

it('one inject comes back alone, with what hung on it, and never in a circle', async () => {
  const { exerciseId, director, baselineId, act, one, two } = await setting()
  await act(async tx => {
    await tx.wait.deleteMany({ where: { injectId: two.id } })
    await tx.inject.updateMany({ where: { exerciseId }, data: { title: 'Other' } })
    await tx.wait.create({ data: { exerciseId, injectId: one.id, afterInjectId: two.id } })
  })
  const input = { exerciseId, injectId: two.id, baselineId }
  expect(await execute(restoreInject.definition, director, input, later)).toMatchObject({
    data: { leftOut: 1 },
  })
  const titles = await factoryDb().inject.findMany({ where: { exerciseId }, orderBy: { serial: 'asc' } })
  expect(titles.map(({ title }) => title)).toEqual(['Other', 'Inject 2'])
  expect(await factoryDb().wait.findMany({ where: { exerciseId } })).toMatchObject([{ injectId: one.id }])
  expect(await execute(restoreInject.definition, director, input, later + 1)).toMatchObject({
    error: { reason: 'nothing_to_restore' },
  })
})

it('what was kept to a kind of team never comes back for everybody', async () => {
  const { exercise, exerciseId, director, act } = await setting()
  const kind = await makeTeamKind(exercise)
  const secret = await act(tx =>
    tx.inject.create({ data: { exerciseId, serial: '9.1', keptToKindId: kind.id } }),
  )
  const kept = await execute(addBaseline.definition, director, { exerciseId, name: 'With a secret' }, now)
  await act(async tx => {
    await tx.inject.delete({ where: { id: secret.id } })
    await tx.teamKind.delete({ where: { id: kind.id } })
  })
  const input = { exerciseId, baselineId: kept.ok ? kept.data.id : '', reason }
  expect(await execute(rollBack.definition, director, input, later)).toMatchObject({
    error: { reason: 'kept_kind_gone' },
  })
  expect(await factoryDb().inject.count({ where: { id: secret.id } })).toBe(0)
})

it('a baseline waits for whoever is writing, and whoever comes after waits for it', async () => {
  const { exerciseId, planner, act, one } = await setting()
  let release = () => {}
  let begun = () => {}
  const held = new Promise<void>(resolve => (release = resolve))
  const underWay = new Promise<void>(resolve => (begun = resolve))
  const writing = act(async tx => {
    await tx.inject.update({ where: { id: one.id }, data: { title: 'Under way' } })
    begun()
    await held
    await tx.inject.update({ where: { id: one.id }, data: { notes: 'to the end' } })
  })
  await underWay
  const added = execute(addBaseline.definition, planner, { exerciseId, name: 'Second' }, later)
  release()
  await writing
  expect(await added).toMatchObject({ ok: true })
  const { behind } = await factoryDb().baseline.findFirstOrThrow({ where: { exerciseId, name: 'Second' } })
  const last = await factoryDb().changeField.findFirst({
    where: { row: one.id, field: 'notes' },
    orderBy: { id: 'desc' },
  })
  expect(Number(behind)).toBeGreaterThanOrEqual(Number(last?.id))
})

it('is refused to others, for other exercises, for moments to come and for a name that is taken', async () => {
  const { exerciseId, director, planner, baselineId, one, exercise } = await setting()
  const elsewhere = await setting()
  const roll = { exerciseId, baselineId, reason }
  const refusals = [
    [await execute(rollBack.definition, planner, roll, later), 'not_yours'],
    [await execute(rollBack.definition, elsewhere.director, roll, later), 'not_yours'],
    [
      await execute(
        addBaseline.definition,
        await staffOf(exercise, 'controller'),
        { exerciseId, name: 'x' },
        now,
      ),
      'not_yours',
    ],
    [
      await execute(rollBack.definition, director, { ...roll, baselineId: elsewhere.baselineId }, later),
      'not_found',
    ],
    [
      await execute(
        restoreInject.definition,
        elsewhere.planner,
        { exerciseId: elsewhere.exerciseId, injectId: one.id, at: now - 1 },
        later,
      ),
      'not_there_then',
    ],
    [
      await execute(rollBack.definition, director, { exerciseId, at: later + 1, reason }, later),
      'moment_to_come',
    ],
    [
      await execute(addBaseline.definition, planner, { exerciseId, name: 'Main conference' }, now),
      'baseline_name_taken',
    ],
    [await execute(rollBack.definition, director, roll, later), 'nothing_to_restore'],
  ] as const
  for (const [result, expected] of refusals) expect(result).toMatchObject({ error: { reason: expected } })
  const gone = { exerciseId, baselineId: elsewhere.baselineId }
  expect(await execute(removeBaseline.definition, planner, gone, now)).toMatchObject({
    error: { reason: 'not_found' },
  })
  expect(await execute(removeBaseline.definition, planner, { exerciseId, baselineId }, now)).toMatchObject({
    ok: true,
  })
})

it('what waited for an inject that was removed waits for it again, a gate too, and nothing that was let go before', async () => {
  const { exerciseId, act, one, two, planner, baselineId } = await setting()
  const inject = (serial: string) => ({ data: { exerciseId, serial, title: serial } })
  const [three, four, gate] = await act(async tx => {
    const made = [await tx.inject.create(inject('1.3')), await tx.inject.create(inject('1.4'))] as const
    const between = await tx.logicGate.create({ data: { exerciseId, number: 1, kind: 'any' } })
    await tx.wait.create({ data: { exerciseId, injectId: made[0].id, afterInjectId: one.id } })
    await tx.wait.create({ data: { exerciseId, injectId: made[1].id, afterInjectId: one.id } })
    await tx.wait.create({ data: { exerciseId, gateId: between.id, afterInjectId: one.id } })
    return [...made, between] as const
  })
  // The second was let go of on purpose, before the first was removed.
  await act(tx => tx.wait.deleteMany({ where: { injectId: two.id } }))
  await act(tx => tx.inject.delete({ where: { id: one.id } }))
  // Meanwhile the fourth has gone as well, and the first would wait for the third.
  await act(tx => tx.inject.delete({ where: { id: four.id } }))
  const input = { exerciseId, injectId: one.id, baselineId, at: null }
  const restored = await execute(restoreInject.definition, planner, input, later)
  expect(restored).toMatchObject({ ok: true, data: { leftOut: 1 } })
  const waits = await factoryDb().wait.findMany({ where: { exerciseId, afterInjectId: one.id } })
  expect(waits.map(({ injectId, gateId }) => injectId ?? gateId).sort()).toEqual([three.id, gate.id].sort())
})

it('files that were removed do not come back, and whoever rolls back is told so', async () => {
  const { exerciseId, act, one, director } = await setting()
  const file = { mime: 'text/plain', size: 3, sha256: '0'.repeat(64) }
  const made = await act(tx =>
    tx.attachment.create({ data: { exerciseId, injectId: one.id, name: 'map.txt', ...file } }),
  )
  const added = await execute(addBaseline.definition, director, { exerciseId, name: 'With the map' }, now)
  if (!added.ok) throw new Error(added.error.reason)
  await act(tx => tx.attachment.delete({ where: { id: made.id } }))
  await act(tx => tx.inject.update({ where: { id: one.id }, data: { title: 'Without it' } }))
  const input = { exerciseId, baselineId: added.data.id, at: null, reason }
  expect(await execute(rollBack.definition, director, input, later)).toMatchObject({ data: { leftOut: 1 } })
  expect(await factoryDb().attachment.count({ where: { exerciseId } })).toBe(0)
})
