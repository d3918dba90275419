import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { staffOf } from '@/prisma/actors'
import { makeExercise, usualStartexAt as now } from '@/prisma/factories'
import { addView, removeView } from './actions'
import { listViews } from './queries'

const exercise = await makeExercise()
const [planner, second, controller, observer] = await Promise.all([
  staffOf(exercise, 'planner'),
  staffOf(exercise, 'planner'),
  staffOf(exercise, 'controller'),
  staffOf(exercise, 'observer'),
])
const owner = { exerciseId: exercise.id }
const keep = (actor: Actor, name: string, more: object = {}) =>
  execute(addView.definition, actor, { ...owner, name, query: 'state=draft&colour=red', ...more }, now)
const drop = (actor: Actor, viewId: string, exerciseId = exercise.id) =>
  execute(removeView.definition, actor, { exerciseId, viewId }, now)
const names = async (actor: Actor) => (await listViews(actor, exercise.id)).map(({ name }) => name)
const idOf = async (actor: Actor, name: string) =>
  (await listViews(actor, exercise.id)).find(view => view.name === name)?.id ?? ''

test('a view is kept as it is understood, by each for themselves, and once under a name', async () => {
  expect(await keep(planner, 'Drafts')).toMatchObject({ ok: true })
  expect(await keep(second, 'Drafts')).toMatchObject({ ok: true })
  expect(await keep(planner, 'Drafts')).toMatchObject({
    error: { fields: { name: { reason: 'msel_view_name_taken' } } },
  })
  expect(await listViews(planner, exercise.id)).toMatchObject([
    { name: 'Drafts', query: 'state=draft', shared: false, own: true },
  ])
})

test('a shared view is seen by whoever reads the MSEL, and made by whoever writes it', async () => {
  expect(await keep(planner, 'Everybody’s', { shared: true })).toMatchObject({ ok: true })
  expect(await names(controller)).toEqual(['Everybody’s'])
  expect(await names(observer)).toEqual([])
  expect(await keep(controller, 'Mine')).toMatchObject({ ok: true })
  expect(await keep(controller, 'Ours', { shared: true })).toMatchObject({ error: { code: 'forbidden' } })
  expect(await keep(observer, 'None')).toMatchObject({ error: { code: 'forbidden' } })
})

test('a view is removed by its owner, a shared one also by another planner, and never out of another exercise', async () => {
  const gone = { error: { code: 'not_found' } }
  const own = await idOf(planner, 'Drafts')
  expect(await drop(second, own)).toMatchObject(gone)
  const other = await makeExercise()
  expect(await drop(await staffOf(other, 'planner'), own, other.id)).toMatchObject(gone)
  expect(await drop(planner, own)).toMatchObject({ ok: true })
  const shared = await idOf(planner, 'Everybody’s')
  expect(await drop(controller, shared)).toMatchObject(gone)
  const both = await Promise.all([drop(second, shared), drop(planner, shared)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})
