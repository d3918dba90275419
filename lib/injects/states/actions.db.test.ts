import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { staffOf } from '@/prisma/actors'
import { factoryDb } from '@/prisma/factories'
import { msel, now } from '../setting.fixture'
import { setInjectState } from './actions'

const idOf = (actor: Actor) => (actor.kind === 'account' ? actor.accountId : '')

async function setting() {
  const made = await msel()
  const director = await staffOf(made.exercise, 'director')
  const first = await made.add({ title: 'Cranes stop' })
  const second = await made.add({ title: 'Trains stop' })
  const set = async (actor: Actor, state: string, reason = '', injectIds = [first.id, second.id]) => {
    const input = { ...made.owner, injectIds, state, reason }
    const result = await execute(setInjectState.definition, actor, input, now)
    return result.ok ? null : result.error.reason
  }
  const states = async () => [(await made.row(first.id)).state, (await made.row(second.id)).state]
  return { ...made, director, first, second, set, states }
}

it('goes step by step: a planner asks for review, a director approves and synchronises', async () => {
  const { planner, director, set, states } = await setting()
  expect(await set(planner, 'approved')).toBe('inject_state_step')
  expect(await set(planner, 'review')).toBe(null)
  expect(await set(planner, 'approved')).toBe('inject_state_not_yours')
  expect(await set(director, 'approved')).toBe(null)
  expect(await set(director, 'approved')).toBe('inject_state_already')
  expect(await set(director, 'synchronised')).toBe(null)
  expect(await states()).toEqual(['synchronised', 'synchronised'])
})

it('goes back with a reason, which stands beside it', async () => {
  const { planner, director, first, row, set } = await setting()
  await set(planner, 'review')
  expect(await set(director, 'draft')).toBe('inject_state_reason')
  expect(await set(director, 'draft', 'Who reports the outage?')).toBe(null)
  expect(await row(first.id)).toMatchObject({ state: 'draft', stateReason: 'Who reports the outage?' })
  await set(planner, 'review')
  expect((await row(first.id)).stateReason).toBe(null)
})

it('is all of them or none', async () => {
  const { planner, director, second, edit, set, states } = await setting()
  await set(planner, 'review')
  await edit([{ injectId: second.id, field: 'title', seen: 'Trains stop', value: '' }])
  expect(await set(director, 'approved')).toBe('inject_without_title')
  expect(await states()).toEqual(['review', 'review'])
})

it('is approved by its own reviewer too, who may be a controller, and by no other', async () => {
  const { exercise, planner, first, second, set, states } = await setting()
  const reviewer = await staffOf(exercise, 'controller')
  await set(planner, 'review')
  await factoryDb().inject.update({ where: { id: first.id }, data: { reviewerId: idOf(reviewer) } })
  expect(await set(reviewer, 'approved', '', [first.id])).toBe(null)
  expect(await set(reviewer, 'approved', '', [second.id])).toBe('not_found')
  expect(await set(reviewer, 'synchronised', '', [first.id])).toBe('inject_state_not_yours')
  expect(await set(await staffOf(exercise, 'registrar'), 'review')).toBe('not_yours')
  expect(await states()).toEqual(['approved', 'review'])
})

it('is not found from another exercise', async () => {
  const { set } = await setting()
  const far = await setting()
  expect(await set(far.director, 'review')).toBe('not_yours')
  expect(await far.set(far.director, 'review', '', [crypto.randomUUID()])).toBe('not_found')
})
