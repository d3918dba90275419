import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { attempt } from '@/lib/attempt.fixture'
import { db } from '@/lib/db'
import { setting } from '@/lib/teams/setting.fixture'
import { staffOf } from '@/prisma/actors'
import { factoryDb, usualStartexAt as now } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { addPersona, editPersona, removePersona } from './actions'
import { listPersonas } from './queries'

const { exercise, other, planner, outsiders, base } = await setting()

const words = (name: string, over: Record<string, string> = {}) => ({
  ...{ ...base(), name, affiliation: 'Government of Aurelia', note: '' },
  ...over,
})

async function persona(name: string) {
  const made = await execute(addPersona.definition, planner, words(name), now)
  if (!made.ok) throw new Error(made.error.reason)
  return made.data.id
}

test('a fictional actor has a name of its own, given once also to two at once', async () => {
  const results = await Promise.all(
    [1, 2].map(() => execute(addPersona.definition, planner, words('Ministry of Tides'), now)),
  )
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results.find(result => !result.ok)).toMatchObject({
    error: { fields: { name: { reason: 'persona_name_taken' } } },
  })
  expect(await execute(addPersona.definition, planner, words(' '), now)).toMatchObject({
    error: { fields: { name: { reason: 'required' } } },
  })
})

test('whoever takes an actor away is told how many injects name it, and those name it no more', async () => {
  const personaId = await persona('The Harbour Gazette')
  const inject = await makeInject(exercise)
  const party = { exerciseId: exercise.id, injectId: inject.id, personaId }
  await factoryDb().injectParty.createMany({
    data: [
      { ...party, side: 'from' },
      { ...party, side: 'to' },
    ],
  })
  expect(await listPersonas(planner, exercise.id)).toContainEqual(
    expect.objectContaining({ name: 'The Harbour Gazette', injects: 1 }),
  )
  const remove = { ...base(), personaId }
  expect(await execute(removePersona.definition, planner, remove, now)).toMatchObject({ ok: true })
  expect(await db.injectParty.count({ where: { injectId: inject.id } })).toBe(0)
})

test('two who change one actor collide only where they change the same', async () => {
  const personaId = await persona('Iron Gull')
  const edit = (over: Record<string, string>) =>
    execute(editPersona.definition, planner, { ...words('Iron Gull', over), personaId, version: 1 }, now)
  expect(await edit({ note: 'Boasts on channels of its own' })).toMatchObject({ ok: true })
  expect(await edit({ affiliation: 'Nobody admits to it' })).toMatchObject({ ok: true })
  expect(await edit({ note: 'Silent' })).toMatchObject({ error: { code: 'conflict' } })
})

test('fictional actors are plot: planners of the exercise alone read and write them', async () => {
  const personaId = await persona('Sleeper')
  const change = { ...words('Awake'), personaId, version: 1 }
  const attempts = (place: { exerciseId: string }) => [
    attempt(editPersona, { ...change, ...place }),
    attempt(removePersona, { ...place, personaId }),
  ]
  for (const actor of [...outsiders, await staffOf(exercise, 'controller')]) {
    expect(await listPersonas(actor, exercise.id)).toEqual([])
    for (const one of [attempt(addPersona, words('Stray')), ...attempts(base())])
      expect(await one(actor)).toMatchObject({ error: { code: 'forbidden' } })
  }
  const elsewhere = await staffOf(other, 'planner')
  for (const one of attempts({ exerciseId: other.id }))
    expect(await one(elsewhere)).toMatchObject({ error: { code: 'not_found' } })
})
