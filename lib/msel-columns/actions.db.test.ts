import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { attempt } from '@/lib/attempt.fixture'
import { db } from '@/lib/db'
import { setting } from '@/lib/teams/setting.fixture'
import { staffOf } from '@/prisma/actors'
import { factoryDb, usualStartexAt as now } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { addColumn, addColumnSet, editColumn, moveColumn, removeColumn } from './actions'
import { listColumns } from './queries'

const { exercise, other, planner, outsiders, base } = await setting()

const words = (name: string, over: Record<string, unknown> = {}) => ({
  ...{ ...base(), name, kind: 'text', choices: '', audience: 'controllers' },
  ...over,
})

async function column(name: string, over: Record<string, unknown> = {}) {
  const made = await execute(addColumn.definition, planner, words(name, over), now)
  if (!made.ok) throw new Error(made.error.reason)
  return made.data.id
}

async function fill(columnId: string, values: string[]) {
  for (const value of values) {
    const inject = await makeInject(exercise)
    await factoryDb().injectValue.create({
      data: { exerciseId: exercise.id, injectId: inject.id, columnId, value },
    })
  }
}

const edit = (columnId: string, name: string, over: Record<string, unknown>) =>
  execute(editColumn.definition, planner, { ...words(name, over), columnId, version: 1 }, now)

test('a column of choices offers two or more, and a name is given once also to two at once', async () => {
  const few = words('Priority', { kind: 'choice', choices: 'High\n\nHigh' })
  expect(await execute(addColumn.definition, planner, few, now)).toMatchObject({
    error: { fields: { choices: { reason: 'two_options' } } },
  })
  const results = await Promise.all(
    [1, 2].map(() => execute(addColumn.definition, planner, words('Room'), now)),
  )
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results.find(result => !result.ok)).toMatchObject({
    error: { fields: { name: { reason: 'msel_column_name_taken' } } },
  })
})

test('a column changes its kind and choices only as far as what injects have in it fits', async () => {
  const id = await column('Effort')
  await fill(id, ['3', '12.5', 'a lot'])
  expect(await edit(id, 'Effort', { kind: 'number' })).toMatchObject({
    error: {
      fields: { kind: { reason: 'column_values_do_not_fit', params: { count: 1, example: 'a lot' } } },
    },
  })
  await factoryDb().injectValue.updateMany({ where: { columnId: id, value: 'a lot' }, data: { value: '7' } })
  expect(await edit(id, 'Effort', { kind: 'number' })).toMatchObject({ ok: true })
  const level = await column('Level', { kind: 'choice', choices: 'High\nMedium\nLow' })
  await fill(level, ['High', 'High', 'Low'])
  const shorter = { kind: 'choice', choices: 'Medium\nLow' }
  expect(await edit(level, 'Level', shorter)).toMatchObject({
    error: { fields: { choices: { params: { count: 2, example: 'High' } } } },
  })
  expect(await edit(level, 'Level', { kind: 'choices', choices: 'High\nLow' })).toMatchObject({ ok: true })
})

test('a set adds what it has beyond every inject, once', async () => {
  const { exercise: fresh, planner: author } = await setting()
  const set = (name: string) =>
    execute(addColumnSet.definition, author, { exerciseId: fresh.id, set: name }, now)
  const added = await Promise.all([set('nato'), set('nato')])
  expect(added.map(result => (result.ok ? result.data.added : null)).sort()).toEqual([0, 4])
  expect(await set('mitre')).toMatchObject({ data: { added: 1 } })
  expect((await listColumns(author, fresh.id)).map(({ name, kind }) => [name, kind])).toEqual([
    ['Secondary training audience', 'team'],
    ['Response cell', 'choice'],
    ['Coordinated with', 'text'],
    ['Supporting documents', 'url'],
    ['Assumptions', 'text'],
  ])
  expect(await set('constructor')).toMatchObject({ error: { fields: { set: { reason: 'required' } } } })
})

test('a column goes up and away, with what injects had in it', async () => {
  const [, id] = [await column('First'), await column('Second')]
  await fill(id, ['x'])
  const up = { ...base(), columnId: id, direction: 'up' }
  expect(await execute(moveColumn.definition, planner, up, now)).toMatchObject({ ok: true })
  const names = (await listColumns(planner, exercise.id)).map(({ name }) => name)
  expect(names.indexOf('Second')).toBe(names.indexOf('First') - 1)
  const remove = { ...base(), columnId: id }
  expect(await execute(removeColumn.definition, planner, remove, now)).toMatchObject({ ok: true })
  expect(await db.injectValue.count({ where: { columnId: id } })).toBe(0)
})

test('columns are the business of planners of the exercise and nobody else', async () => {
  const columnId = await column('Secret')
  const attempts = (place: { exerciseId: string }) => [
    attempt(editColumn, { ...words('Mine'), ...place, columnId, version: 1 }),
    attempt(moveColumn, { ...place, columnId, direction: 'up' }),
    attempt(removeColumn, { ...place, columnId }),
  ]
  const additions = [attempt(addColumn, words('X')), attempt(addColumnSet, { ...base(), set: 'nato' })]
  for (const actor of outsiders) {
    expect(await listColumns(actor, exercise.id)).toEqual([])
    for (const one of [...additions, ...attempts(base())])
      expect(await one(actor)).toMatchObject({ error: { code: 'forbidden' } })
  }
  const elsewhere = await staffOf(other, 'planner')
  for (const one of attempts({ exerciseId: other.id }))
    expect(await one(elsewhere)).toMatchObject({ error: { code: 'not_found' } })
})
