import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { msel, now } from '@/lib/injects/setting.fixture'
import { staffOf } from '@/prisma/actors'
import { makeExercise } from '@/prisma/factories'
import { addGate, setWaits } from './actions'
import { getLogic, getLogicNode } from './queries'

const whole = { page: 1, size: 100 }

async function wiredStory() {
  const scene = await msel()
  const { add, owner, planner } = scene
  const first = await add({ start: 'T+1h', duration: '30m', title: 'Cranes stop' })
  const second = await add({ start: 'after 3.1 completed + 15m' })
  const third = await add({ start: 'T+2h' })
  await add({ start: 'T+5h' })
  await execute(
    addGate.definition,
    planner,
    { ...owner, kind: 'any', name: 'Either', waits: '3.1, 3.2' },
    now,
  )
  const input = { ...owner, nodeId: third.id, seen: '', waits: 'after gate 1' }
  await execute(setWaits.definition, planner, input, now)
  return { ...scene, first, second, third }
}

it('lists gates and linked injects in the order of time, and nothing that stands alone', async () => {
  const { planner, exercise, third } = await wiredStory()
  const found = await getLogic(planner, exercise.id, whole)
  expect(found?.gates).toMatchObject([
    {
      name: 'gate 1',
      title: 'Either',
      waits: 'after any of 3.1, 3.2',
      at: 3600,
      awaited: [{ id: third.id, name: '3.3' }],
    },
  ])
  expect(found?.injects.map(({ name, at, pinned }) => [name, at, pinned])).toEqual([
    ['3.1', 3600, true],
    ['3.2', 6300, false],
    ['3.3', 7200, true],
  ])
  expect((await getLogic(planner, exercise.id, { page: 2, size: 2 }))?.injects).toMatchObject([
    { name: '3.3' },
  ])
})

it('shows an inject among its neighbours, by its serial too', async () => {
  const { planner, exercise, first, third } = await wiredStory()
  const found = await getLogicNode(planner, exercise.id, '3.1')
  expect(found).toMatchObject({ node: { id: first.id, title: 'Cranes stop' }, circle: null, before: [] })
  expect(found?.behind.map(({ name }) => name)).toEqual(['3.2', 'gate 1'])
  const { picture } = found ?? {}
  expect(picture?.places.map(({ line, column }) => [line.name, column])).toEqual([
    ['3.1', 0],
    ['3.2', 1],
    ['gate 1', 1],
    ['3.3', 2],
  ])
  expect(picture?.steps.map(([from, to]) => `${from.line.name} ${to.line.name}`).sort()).toEqual([
    '3.1 3.2',
    '3.1 gate 1',
    '3.2 gate 1',
    'gate 1 3.3',
  ])
  expect((await getLogicNode(planner, exercise.id, third.id))?.node.name).toBe('3.3')
  expect(await getLogicNode(planner, exercise.id, '9.9')).toBeNull()
})

it('is told to planners of the exercise alone', async () => {
  const { exercise, first } = await wiredStory()
  for (const actor of [
    await staffOf(exercise, 'controller'),
    await staffOf(await makeExercise(), 'planner'),
  ]) {
    expect(await getLogic(actor, exercise.id, whole)).toBeNull()
    expect(await getLogicNode(actor, exercise.id, first.id)).toBeNull()
  }
})
