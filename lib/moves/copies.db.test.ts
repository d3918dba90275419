import { expect, it } from 'vitest'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb } from '@/prisma/factories'
import { makeDuty } from '@/prisma/shift-factories'
import { changeIdOf, DAY, HOUR, images, move, setting, slide, undo } from './moving.fixture'
import type { MovedItem } from './schema'

it('duplicates shifts with whoever stands them, phases under another name, and injects under another serial', async () => {
  const { exercise, planner, team, shift, phase, inject } = await setting()
  const registration = await makeRegistration(await makeParticipation(exercise), {
    state: 'confirmed',
    teamId: team.id,
  })
  await makeDuty(shift, { registrationId: registration.id })
  const items = [
    { kind: 'shift', id: shift.id },
    { kind: 'phase', id: phase.id },
    { kind: 'inject', id: inject.id },
  ] satisfies MovedItem[]
  const before = await images(exercise.id)
  const done = await move(planner, exercise.id, { kind: 'duplicate', items, bySeconds: DAY })
  expect(done).toMatchObject({ data: { moved: 3 } })
  const db = factoryDb()
  const where = { exerciseId: exercise.id }
  expect(
    await db.shift.findMany({ where, orderBy: { startOffset: 'asc' }, include: { duties: true } }),
  ).toMatchObject([
    { startOffset: 0, duties: [{ registrationId: registration.id }] },
    { startOffset: DAY, duties: [{ registrationId: registration.id }] },
  ])
  expect(
    (await db.phase.findMany({ where, orderBy: { position: 'asc' } })).map(({ name }) => name),
  ).toContain('Play (2)')
  expect(await db.inject.findFirst({ where: { ...where, startOffset: HOUR + DAY } })).toMatchObject({
    state: 'draft',
  })
  expect(await undo(planner, exercise.id, changeIdOf(done))).toMatchObject({ ok: true })
  expect(await images(exercise.id)).toEqual(before)
  const again = await move(planner, exercise.id, { kind: 'duplicate', items, bySeconds: DAY })
  const copy = await db.phase.findFirstOrThrow({ where: { ...where, name: 'Play (2)' } })
  await move(planner, exercise.id, slide(copy.id, HOUR))
  expect(await undo(planner, exercise.id, changeIdOf(again))).toMatchObject({
    error: { reason: 'move_built_upon', conflicts: [{ field: 'Play (2)' }] },
  })
})
