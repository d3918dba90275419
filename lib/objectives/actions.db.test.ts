import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { attempt } from '@/lib/attempt.fixture'
import { db } from '@/lib/db'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf } from '@/lib/policy'
import { setting } from '@/lib/teams/setting.fixture'
import { instantOf } from '@/lib/time'
import { staffOf } from '@/prisma/actors'
import { factoryDb, makeRole, makeTeam, usualStartexAt as now } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { addObjective, editObjective, moveObjective, removeObjective } from './actions'
import { getObjectives } from './queries'

const { exercise, other, planner, outsiders, base } = await setting()
const frame = startexFrame({ ...exercise, startexAt: instantOf(exercise.startexAt) })

const words = (title: string, over: Record<string, unknown> = {}) => ({
  ...{ ...base(), parentId: '', title, criteria: '', leastInjects: '2', number: '' },
  ...over,
})

async function objective(title: string, over: Record<string, unknown> = {}) {
  const made = await execute(addObjective.definition, planner, words(title, over), now)
  if (!made.ok) throw new Error(made.error.reason)
  return made.data
}

test('objectives are numbered below their parent, also by two at once, and a number is given once', async () => {
  const defend = await objective('Defend', { number: '1' })
  const made = await Promise.all(
    ['Detect', 'Respond'].map(title => objective(title, { parentId: defend.id })),
  )
  expect(made.map(({ number }) => number).sort()).toEqual(['1.1', '1.2'])
  const again = words('Deny', { number: '1.1' })
  expect(await execute(addObjective.definition, planner, again, now)).toMatchObject({
    error: { fields: { number: { reason: 'objective_number_taken' } } },
  })
  const lost = words('Lost', { parentId: crypto.randomUUID() })
  expect(await execute(addObjective.definition, planner, lost, now)).toMatchObject({ ok: false })
})

test('an objective never comes to stand below itself, also not by two at once', async () => {
  const [one, two] = [await objective('One'), await objective('Two')]
  const under = (id: string, parentId: string, title: string, number: string) =>
    execute(
      editObjective.definition,
      planner,
      { ...words(title, { parentId, number }), objectiveId: id, version: 1 },
      now,
    )
  const results = await Promise.all([
    under(one.id, two.id, 'One', one.number),
    under(two.id, one.id, 'Two', two.number),
  ])
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results.find(result => !result.ok)).toMatchObject({
    error: { fields: { parentId: { reason: 'objective_below_itself' } } },
  })
})

test('an objective keeps its criteria as lines, and goes once nothing stands below it', async () => {
  const top = await objective('Inform', { criteria: 'Within the hour\nIn plain words' })
  const child = await objective('Answer the press', { parentId: top.id })
  expect(await db.objective.findUnique({ where: { id: top.id } })).toMatchObject({
    criteria: ['Within the hour', 'In plain words'],
  })
  const remove = (objectiveId: string) =>
    execute(removeObjective.definition, planner, { ...base(), objectiveId }, now)
  expect(await remove(top.id)).toMatchObject({
    error: { reason: 'objective_has_others', params: { below: 1 } },
  })
  expect(await remove(child.id)).toMatchObject({ ok: true })
  expect(await remove(top.id)).toMatchObject({ ok: true })
})

test('objectives change places among those of the same parent', async () => {
  const top = await objective('Order')
  const kids = []
  for (const title of ['a', 'b', 'c']) kids.push(await objective(title, { parentId: top.id }))
  const move = { ...base(), objectiveId: kids[2]?.id, direction: 'up' }
  expect(await execute(moveObjective.definition, planner, move, now)).toMatchObject({ ok: true })
  const found = await db.objective.findMany({ where: { parentId: top.id }, orderBy: { position: 'asc' } })
  expect(found.map(({ title }) => title)).toEqual(['a', 'c', 'b'])
})

test('coverage counts what serves an objective and all below it; a controller reads the own part alone', async () => {
  const top = await objective('Coordinate')
  const part = await objective('Coordinate with police', { parentId: top.id })
  const hidden = await objective('Find the traitor')
  const controller = await staffOf(exercise, 'controller')
  const controllerId = accountOf(controller)?.accountId ?? null
  const team = await makeTeam(exercise)
  const start = { startAnchor: 'ttime', startOffset: 26 * 3600 } as const
  const mine = await makeInject(exercise, { controllerId, ...start })
  const others = await makeInject(exercise)
  const serve = (injectId: string, objectiveId: string) =>
    factoryDb().injectObjective.create({ data: { exerciseId: exercise.id, injectId, objectiveId } })
  await serve(mine.id, part.id)
  await serve(others.id, top.id)
  await serve(others.id, hidden.id)
  await factoryDb().injectParty.create({
    data: { exerciseId: exercise.id, injectId: mine.id, side: 'to', teamId: team.id },
  })
  const all = await getObjectives(planner, exercise.id, frame)
  expect(all?.objectives.find(({ id }) => id === top.id)).toMatchObject({
    ...{ depth: 0, injects: 2, missing: 0, teamsWith: 1, undated: 1 },
    days: [{ day: 1, injects: 1 }],
  })
  expect(all?.objectives.find(({ id }) => id === part.id)).toMatchObject({ depth: 1, injects: 1, missing: 1 })
  const seen = await getObjectives(controller, exercise.id, frame)
  expect(seen?.objectives.map(({ title, injects }) => [title, injects])).toEqual([
    ['Coordinate', 1],
    ['Coordinate with police', 1],
  ])
  expect(await getObjectives(await staffOf(exercise, 'registrar'), exercise.id, frame)).toBe(null)
})

test('an inject to a role or a person is for their teams, what follows is on its day, and EXCON is nobody’s training', async () => {
  const { exercise: fresh, planner: author } = await setting()
  const exerciseId = fresh.id
  const kind = (name: string, trained: boolean) =>
    factoryDb().teamKind.create({ data: { exerciseId, name, letter: name, colour: '#000000', trained } })
  const [blue, white] = [await kind('B', true), await kind('W', false)]
  const [one, two] = [await makeTeam(fresh, { kindId: blue.id }), await makeTeam(fresh, { kindId: blue.id })]
  const excon = await makeTeam(fresh, { kindId: white.id })
  const role = await makeRole(fresh)
  await factoryDb().seat.create({ data: { exerciseId, teamId: one.id, roleId: role.id, most: 2 } })
  const top = await factoryDb().objective.create({ data: { exerciseId, number: '1', title: 'Detect' } })
  const first = await makeInject(fresh, { startAnchor: 'ttime', startOffset: 3600, durationSeconds: 0 })
  const follows = await makeInject(fresh)
  await factoryDb().wait.create({
    data: { exerciseId, injectId: follows.id, afterInjectId: first.id, delaySeconds: 86_400 },
  })
  for (const injectId of [first.id, follows.id])
    await factoryDb().injectObjective.create({ data: { exerciseId, injectId, objectiveId: top.id } })
  const party = { exerciseId, side: 'to' } as const
  await factoryDb().injectParty.createMany({
    data: [
      { ...party, injectId: first.id, roleId: role.id },
      { ...party, injectId: first.id, teamId: excon.id, position: 1 },
    ],
  })
  const own = startexFrame({ ...fresh, startexAt: instantOf(fresh.startexAt) })
  const found = await getObjectives(author, exerciseId, own)
  expect(found).toMatchObject({
    teams: 2,
    objectives: [{ teamsWith: 1, teamsWithout: [two.name], undated: 0 }],
  })
  expect(found?.objectives[0]?.days.map(({ day }) => day)).toEqual([0, 1])
})

test('two who change one objective collide only where they change the same', async () => {
  const { id: objectiveId, number } = await objective('Report')
  const edit = (over: Record<string, unknown>) => {
    const form = { ...words('Report', { number, ...over }), objectiveId, version: 1 }
    return execute(editObjective.definition, planner, form, now)
  }
  expect(await edit({ title: 'Report upwards' })).toMatchObject({ ok: true })
  expect(await edit({ leastInjects: '5' })).toMatchObject({ ok: true })
  expect(await edit({ title: 'Report sideways' })).toMatchObject({ error: { code: 'conflict' } })
})

test('objectives are written by planners of the exercise and nobody else', async () => {
  const { id: objectiveId, number } = await objective('Lead')
  const edit = { ...words('Mine', { number }), objectiveId, version: 1 }
  const attempts = (place: { exerciseId: string }) => [
    attempt(editObjective, { ...edit, ...place }),
    attempt(moveObjective, { ...place, objectiveId, direction: 'up' }),
    attempt(removeObjective, { ...place, objectiveId }),
  ]
  for (const actor of [...outsiders, await staffOf(exercise, 'controller')])
    for (const one of [attempt(addObjective, words('Stray')), ...attempts(base())])
      expect(await one(actor)).toMatchObject({ error: { code: 'forbidden' } })
  const elsewhere = await staffOf(other, 'planner')
  for (const one of attempts({ exerciseId: other.id }))
    expect(await one(elsewhere)).toMatchObject({ error: { code: 'not_found' } })
})
