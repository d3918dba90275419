import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { attempt } from '@/lib/attempt.fixture'
import { db } from '@/lib/db'
import { setting } from '@/lib/teams/setting.fixture'
import { staffOf } from '@/prisma/actors'
import { usualStartexAt as now } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { addMode, editMode, moveMode, removeMode } from './actions'
import { listModes } from './queries'

const { exercise, other, planner, outsiders, base } = await setting()

async function mode(name: string) {
  const made = await execute(addMode.definition, planner, { ...base(), name }, now)
  if (!made.ok) throw new Error(made.error.reason)
  return made.data.id
}

test('the first mode of an exercise stands after the usual ones, and a name is given once', async () => {
  await mode('Fax')
  expect((await listModes(planner, exercise.id)).map(({ name }) => name)).toEqual([
    ...['E-mail', 'Phone', 'News', 'Social media', 'Order', 'Report', 'In person', 'Technical', 'Fax'],
  ])
  expect(await execute(addMode.definition, planner, { ...base(), name: 'Fax' }, now)).toMatchObject({
    error: { fields: { name: { reason: 'delivery_mode_name_taken' } } },
  })
})

test('modes added by two at once both stand, each in its place', async () => {
  await Promise.all(['Pager', 'Courier'].map(mode))
  const found = await db.deliveryMode.findMany({ where: { exerciseId: exercise.id } })
  expect(new Set(found.map(({ position }) => position)).size).toBe(found.length)
})

test('a mode goes up, and when it is taken away its injects have none', async () => {
  const modeId = await mode('Carrier pigeon')
  const before = (await listModes(planner, exercise.id)).length
  const up = { ...base(), modeId, direction: 'up' }
  expect(await execute(moveMode.definition, planner, up, now)).toMatchObject({ ok: true })
  const names = (await listModes(planner, exercise.id)).map(({ name }) => name)
  expect(names.indexOf('Carrier pigeon')).toBe(before - 2)
  const inject = await makeInject(exercise, { deliveryModeId: modeId })
  expect(await listModes(planner, exercise.id)).toContainEqual(
    expect.objectContaining({ name: 'Carrier pigeon', injects: 1 }),
  )
  const edit = { ...base(), modeId, name: 'Pigeon', version: 1 }
  // Moving it raised its version, but nobody else touched its name.
  expect(await execute(editMode.definition, planner, edit, now)).toMatchObject({ ok: true })
  const remove = { ...base(), modeId }
  expect(await execute(removeMode.definition, planner, remove, now)).toMatchObject({ ok: true })
  expect(await db.inject.findUnique({ where: { id: inject.id } })).toMatchObject({ deliveryModeId: null })
})

test('modes are the business of planners of the exercise alone', async () => {
  const modeId = await mode('Radio')
  const attempts = (place: { exerciseId: string }) => [
    attempt(editMode, { ...place, modeId, name: 'Mine', version: 1 }),
    attempt(moveMode, { ...place, modeId, direction: 'up' }),
    attempt(removeMode, { ...place, modeId }),
  ]
  for (const actor of outsiders) {
    expect(await listModes(actor, exercise.id)).toEqual([])
    for (const one of [attempt(addMode, { ...base(), name: 'X' }), ...attempts(base())])
      expect(await one(actor)).toMatchObject({ error: { code: 'forbidden' } })
  }
  const elsewhere = await staffOf(other, 'planner')
  for (const one of attempts({ exerciseId: other.id }))
    expect(await one(elsewhere)).toMatchObject({ error: { code: 'not_found' } })
})
