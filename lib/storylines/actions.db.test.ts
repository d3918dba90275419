import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { attempt } from '@/lib/attempt.fixture'
import { db } from '@/lib/db'
import { accountOf } from '@/lib/policy'
import { setting } from '@/lib/teams/setting.fixture'
import { staffOf } from '@/prisma/actors'
import { usualStartexAt as now } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { addStoryline, editStoryline, moveStoryline, removeStoryline } from './actions'
import { addIncident, editIncident, moveIncident, removeIncident } from './incidents/actions'
import { getStorylines } from './queries'

const { exercise, other, planner, outsiders, base } = await setting()

async function storyline(name: string, of = { exerciseId: exercise.id }, actor = planner) {
  const made = await execute(addStoryline.definition, actor, { ...of, name, summary: '' }, now)
  if (!made.ok) throw new Error(made.error.reason)
  return made.data
}

async function incident(storylineId: string, name: string) {
  const form = { ...base(), storylineId, name, summary: '' }
  const made = await execute(addIncident.definition, planner, form, now)
  if (!made.ok) throw new Error(made.error.reason)
  return made.data
}

const remove = (storylineId: string, injectsTo?: string) =>
  execute(removeStoryline.definition, planner, { ...base(), storylineId, injectsTo }, now)

test('storylines are numbered by who comes first, and no number is given again', async () => {
  const made = await Promise.all(['Grid', 'Port', 'Bank'].map(name => storyline(name)))
  expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3])
  const last = made.find(({ number }) => number === 3)
  expect(await remove(last?.id ?? '')).toMatchObject({ ok: true })
  expect(await storyline('Water')).toMatchObject({ number: 4 })
})

test('a name is given once an exercise', async () => {
  await storyline('Hospital')
  const again = { ...base(), name: 'Hospital', summary: '' }
  expect(await execute(addStoryline.definition, planner, again, now)).toMatchObject({
    error: { fields: { name: { reason: 'storyline_name_taken' } } },
  })
})

test('a storyline with injects goes only once it is said where those go, and they keep their serials', async () => {
  const [from, to] = [await storyline('Telecom'), await storyline('Roaming')]
  const part = await incident(from.id, 'Roaming hubs fail')
  const own = { storylineId: from.id, incidentId: part.id, serial: `${from.number}.1` }
  const inject = await makeInject(exercise, own)
  expect(await remove(from.id)).toMatchObject({
    error: { fields: { injectsTo: { reason: 'storyline_has_injects', params: { injects: 1 } } } },
  })
  expect(await remove(from.id, from.id)).toMatchObject({ ok: false })
  expect(await remove(from.id, crypto.randomUUID())).toMatchObject({ ok: false })
  expect(await remove(from.id, to.id)).toMatchObject({ ok: true, data: { moved: 1 } })
  expect(await db.inject.findUnique({ where: { id: inject.id } })).toMatchObject({
    ...{ serial: own.serial, storylineId: to.id, incidentId: null },
  })
  expect(await remove(to.id, 'none')).toMatchObject({ ok: true })
  expect(await db.inject.findUnique({ where: { id: inject.id } })).toMatchObject({ storylineId: null })
})

test('storylines and incidents are put in order one step at a time, also by two at once', async () => {
  const { exercise: fresh, planner: author } = await setting()
  const of = { exerciseId: fresh.id }
  const ids = []
  for (const name of ['A', 'B', 'C', 'D']) ids.push((await storyline(name, of, author)).id)
  const move = (storylineId: string | undefined, direction: string) =>
    execute(moveStoryline.definition, author, { ...of, storylineId, direction }, now)
  await Promise.all([move(ids[0], 'down'), move(ids[3], 'up')])
  const names = (await getStorylines(author, fresh.id))?.storylines.map(({ name }) => name)
  expect(names).toEqual(['B', 'A', 'D', 'C'])
  const positions = await db.storyline.findMany({ where: of, select: { position: true } })
  expect(positions.map(({ position }) => position).sort()).toEqual([0, 1, 2, 3])
})

test('an incident is of its storyline, numbered in it, and leaves its injects there', async () => {
  const [one, two] = [await storyline('Satellite'), await storyline('Media')]
  const made = await Promise.all(['Jamming', 'Takeover'].map(name => incident(one.id, name)))
  expect(made.map(({ number }) => number).sort()).toEqual([1, 2])
  const [first] = made
  const ids = { ...base(), storylineId: one.id, incidentId: first?.id }
  const elsewhere = { ...ids, storylineId: two.id }
  const words = { name: 'Uplink jammed', summary: 'For an hour', version: 1 }
  expect(await execute(editIncident.definition, planner, { ...elsewhere, ...words }, now)).toMatchObject({
    error: { code: 'not_found' },
  })
  expect(await execute(editIncident.definition, planner, { ...ids, ...words }, now)).toMatchObject({
    ok: true,
  })
  const up = { ...elsewhere, direction: 'up' }
  expect(await execute(moveIncident.definition, planner, up, now)).toMatchObject({
    error: { code: 'not_found' },
  })
  const inject = await makeInject(exercise, { storylineId: one.id, incidentId: first?.id ?? null })
  expect(await execute(removeIncident.definition, planner, ids, now)).toMatchObject({ ok: true })
  expect(await db.inject.findUnique({ where: { id: inject.id } })).toMatchObject({
    ...{ storylineId: one.id, incidentId: null },
  })
  expect(await incident(one.id, 'Blackout')).toMatchObject({ number: 3 })
})

test('two who change one storyline collide only where they change the same', async () => {
  const { id: storylineId } = await storyline('Election')
  const edit = (over: Record<string, unknown>) => {
    const form = { ...base(), storylineId, name: 'Election', summary: '', version: 1, ...over }
    return execute(editStoryline.definition, planner, form, now)
  }
  expect(await edit({ summary: 'Forged ballots' })).toMatchObject({ ok: true })
  expect(await edit({ name: 'Referendum' })).toMatchObject({ ok: true })
  expect(await edit({ summary: 'Lost ballots' })).toMatchObject({
    error: { code: 'conflict', conflicts: [{ field: 'summary', theirs: 'Forged ballots' }] },
  })
})

test('a controller reads the storylines of the own injects and no other title', async () => {
  const [mine, hidden] = [await storyline('Supply chain'), await storyline('Coup')]
  const known = await incident(mine.id, 'Update server')
  await incident(mine.id, 'The mole')
  const controller = await staffOf(exercise, 'controller')
  const controllerId = accountOf(controller)?.accountId ?? null
  await makeInject(exercise, { storylineId: mine.id, incidentId: known.id, controllerId })
  await makeInject(exercise, { storylineId: mine.id })
  await makeInject(exercise, { storylineId: hidden.id })
  const seen = await getStorylines(controller, exercise.id)
  expect(seen).toMatchObject({
    mayEdit: false,
    storylines: [{ name: 'Supply chain', injects: { draft: 1 }, incidents: [{ name: 'Update server' }] }],
  })
  expect(JSON.stringify(seen)).not.toMatch(/Coup|mole/)
  expect(await getStorylines(await staffOf(exercise, 'registrar'), exercise.id)).toBe(null)
})

test('storylines are written by planners of the exercise and nobody else', async () => {
  const { id: storylineId } = await storyline('Law')
  const { id: incidentId } = await incident(storylineId, 'Attribution')
  const words = { name: 'Stray', summary: '' }
  const direction = 'up'
  const attempts = (place: { exerciseId: string }) => [
    attempt(editStoryline, { ...place, storylineId, ...words, version: 1 }),
    attempt(moveStoryline, { ...place, storylineId, direction }),
    attempt(removeStoryline, { ...place, storylineId }),
    attempt(addIncident, { ...place, storylineId, ...words }),
    attempt(editIncident, { ...place, storylineId, incidentId, ...words, version: 1 }),
    attempt(moveIncident, { ...place, storylineId, incidentId, direction }),
    attempt(removeIncident, { ...place, storylineId, incidentId }),
  ]
  for (const actor of outsiders)
    for (const one of [attempt(addStoryline, { ...base(), ...words }), ...attempts(base())])
      expect(await one(actor)).toMatchObject({ error: { code: 'forbidden' } })
  const elsewhere = await staffOf(other, 'planner')
  for (const one of attempts({ exerciseId: other.id }))
    expect(await one(elsewhere)).toMatchObject({ error: { code: 'not_found' } })
})

test('a new storyline and a new incident stand last, also where others before them are gone', async () => {
  const [first, second, last] = [await storyline('Rail'), await storyline('Road'), await storyline('Sea')]
  for (const { id } of [first, second]) expect(await remove(id)).toMatchObject({ ok: true })
  const newest = await storyline('Air')
  const order = (await getStorylines(planner, exercise.id))?.storylines.map(({ id }) => id) ?? []
  expect(order.slice(-2)).toEqual([last.id, newest.id])
  const parts = [
    await incident(last.id, 'One'),
    await incident(last.id, 'Two'),
    await incident(last.id, 'Three'),
  ]
  for (const { id: incidentId } of parts.slice(0, 2))
    expect(
      await execute(removeIncident.definition, planner, { ...base(), storylineId: last.id, incidentId }, now),
    ).toMatchObject({ ok: true })
  const { id } = await incident(last.id, 'Four')
  const positions = await db.incident.findMany({
    where: { storylineId: last.id },
    orderBy: { position: 'asc' },
  })
  expect(positions.map(one => one.id)).toEqual([parts[2]?.id, id])
})

test('what was approved is looked at again when its storyline goes', async () => {
  const [from, to] = [await storyline('Fuel'), await storyline('Gas')]
  const own = { storylineId: from.id, stateReason: 'Agreed' }
  const approved = await makeInject(exercise, { ...own, state: 'approved' })
  const draft = await makeInject(exercise, { ...own, state: 'draft' })
  expect(await remove(from.id, to.id)).toMatchObject({ ok: true, data: { moved: 2 } })
  const states = await db.inject.findMany({
    where: { storylineId: to.id },
    select: { id: true, state: true },
  })
  expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [approved.id, 'review'],
      [draft.id, 'draft'],
    ]),
  )
})
