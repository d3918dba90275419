import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { now } from '@/lib/action.fixture'
import { staffOf } from '@/prisma/actors'
import { factoryDb } from '@/prisma/factories'
import { addBaseline, removeBaseline, restoreInject, rollBack } from './actions'
import { imageOf, later, reason, setting, upheaval } from './setting.fixture'

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
