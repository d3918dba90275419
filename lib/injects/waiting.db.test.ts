import { describe, expect, it } from 'vitest'
import { staffOf } from '@/prisma/actors'
import { factoryDb } from '@/prisma/factories'
import { msel } from './setting.fixture'

describe('What an inject waits for', () => {
  const start = (injectId: string, value: string, seen = '') => [
    { injectId, field: 'start' as const, seen, value },
  ]

  it('is typed into its time, and follows', async () => {
    const { add, edit, row } = await msel()
    const first = await add({ start: 'T+1h' })
    const second = await add()
    expect((await edit(start(second.id, 'after 3.1 + 20m'))).refused).toEqual([])
    expect(await row(second.id)).toMatchObject({
      moment: null,
      waits: [{ afterInjectId: first.id, condition: 'released', delaySeconds: 1200 }],
    })
    expect((await edit(start(second.id, 'T+30m', 'after 3.1 + 20 min'))).refused).toMatchObject([
      { reason: 'logic_too_early', params: { path: '3.1 → 3.2', floor: 'T+01:20:00' } },
    ])
    expect((await edit(start(second.id, 'T+2h', 'after 3.1 + 20 min'))).refused).toEqual([])
    expect((await row(second.id)).waits).toHaveLength(1)
  })

  it('is refused where it comes back to itself, with the way round', async () => {
    const { add, edit } = await msel()
    const [first, second] = [await add(), await add()]
    await edit(start(second.id, 'after 3.1'))
    expect((await edit(start(first.id, 'after 3.2'))).refused).toMatchObject([{ reason: 'logic_circle' }])
    expect((await edit(start(first.id, 'after 9.9'))).refused).toMatchObject([
      { reason: 'wait_unknown', params: { name: '9.9' } },
    ])
  })

  it('is never a circle, also where two planners close one between them', async () => {
    const { exercise, add, edit } = await msel()
    const other = await staffOf(exercise, 'planner')
    const [first, second] = [await add(), await add()]
    const outcomes = await Promise.all([
      edit(start(first.id, 'after 3.2')),
      edit(start(second.id, 'after 3.1'), { actor: other }),
    ])
    expect(outcomes.flatMap(({ refused }) => refused.map(({ reason }) => reason))).toEqual(['logic_circle'])
  })

  it('may be any of several, by a gate of its own', async () => {
    const { exercise, add, edit, row } = await msel()
    await add()
    await add()
    const third = await add()
    expect((await edit(start(third.id, 'after any of 3.1, 3.2 + 5m'))).refused).toEqual([])
    const [gate] = await factoryDb().logicGate.findMany({
      where: { exerciseId: exercise.id },
      include: { waits: true },
    })
    expect(gate).toMatchObject({
      kind: 'any',
      number: 1,
      waits: [{ delaySeconds: 300 }, { delaySeconds: 300 }],
    })
    expect((await row(third.id)).waits).toMatchObject([{ afterGateId: gate?.id, delaySeconds: 0 }])
  })
})

describe('What an inject with a time of its own waits for', () => {
  it('is said beside that time, which stays and must not come before', async () => {
    const { add, edit, row } = await msel()
    const first = await add({ start: 'T+1h' })
    const second = await add({ start: 'T+2h' })
    await add({ start: 'T+3h' })
    const waits = (value: string, seen = '') => edit([{ injectId: second.id, field: 'waits', seen, value }])
    expect((await waits('after 3.1 + 2h')).refused).toMatchObject([{ reason: 'logic_too_early' }])
    expect((await waits('after 3.1 + 30m')).refused).toEqual([])
    expect(await row(second.id)).toMatchObject({
      moment: { anchor: 'ttime', offset: 7200 },
      waits: [{ afterInjectId: first.id, delaySeconds: 1800 }],
    })
    expect((await waits('after 3.2', 'after 3.1 + 30 min')).refused).toMatchObject([
      { reason: 'logic_circle' },
    ])
    expect((await waits('after any of 3.1, 3.3', 'after 3.1 + 30 min')).refused).toEqual([])
    expect((await row(second.id)).waits).toMatchObject([{ afterInjectId: null, delaySeconds: 0 }])
    expect((await waits('', 'after gate 1')).refused).toEqual([])
    expect(await row(second.id)).toMatchObject({ moment: { offset: 7200 }, waits: [] })
  })
})
