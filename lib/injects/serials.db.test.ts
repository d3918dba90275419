import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { factoryDb } from '@/prisma/factories'
import { addInjects, duplicateInjects, removeInjects } from './actions'
import { msel, now, reasonOf } from './setting.fixture'

describe('A serial', () => {
  it('is the storyline’s next, and nobody gets it again after its inject is gone', async () => {
    const { planner, owner, add } = await msel()
    const first = await add()
    const second = await add()
    expect([first.serial, second.serial]).toEqual(['3.1', '3.2'])
    await execute(removeInjects.definition, planner, { ...owner, injectIds: [second.id] }, now)
    expect((await add()).serial).toBe('3.3')
    const again = { ...owner, injects: [{ serial: '3.2' }] }
    expect(await reasonOf(execute(addInjects.definition, planner, again, now))).toBe('inject_serial_taken')
  })

  it('that a file brought is passed over', async () => {
    const { planner, owner, storyline, add } = await msel()
    const injects = [{ serial: '3.1' }, { serial: 'INJ 7', storylineId: storyline.id }]
    expect(await execute(addInjects.definition, planner, { ...owner, injects }, now)).toMatchObject({
      data: { injects: [{ serial: '3.1' }, { serial: 'INJ 7' }] },
    })
    expect((await add()).serial).toBe('3.2')
  })

  it('of a call is told in its order: those that are given are passed over, wherever they stand', async () => {
    const { planner, owner, storyline } = await msel()
    const next = { storylineId: storyline.id }
    const injects = [next, {}, { serial: '3.2' }, next, { serial: 'inj 7' }, {}, next]
    const made = await execute(addInjects.definition, planner, { ...owner, injects }, now)
    if (!made.ok) throw new Error(made.error.reason)
    const serials = made.data.injects.map(({ serial }) => serial)
    expect(serials).toEqual(['3.1', '0.1', '3.2', '3.3', 'inj 7', '0.2', '3.4'])
    const stored = await factoryDb().inject.findMany({
      where: { id: { in: made.data.injects.map(({ id }) => id) } },
      select: { id: true, serial: true, storylineId: true },
    })
    const found = new Map(stored.map(row => [row.id, row]))
    expect(made.data.injects.map(({ id }) => found.get(id)?.serial)).toEqual(serials)
    expect(made.data.injects.map(({ id }) => found.get(id)?.storylineId)).toEqual(
      injects.map(inject => ('storylineId' in inject ? storyline.id : null)),
    )
  })

  it('is refused where two of a call are given the same, whatever its letters', async () => {
    const { planner, owner } = await msel()
    const injects = [{ serial: 'INJ 7' }, {}, { serial: 'inj 7' }]
    const call = { ...owner, injects }
    expect(await reasonOf(execute(addInjects.definition, planner, call, now))).toBe('inject_serial_taken')
    expect(await factoryDb().inject.count({ where: owner })).toBe(0)
  })

  it('is another for each of two calls of five hundred at once, and of their two thousand copies', async () => {
    const { planner, owner, storyline } = await msel()
    const injects = Array.from({ length: 500 }, () => ({ storylineId: storyline.id }))
    const add = () => execute(addInjects.definition, planner, { ...owner, injects }, now)
    const calls = await Promise.all([add(), add()])
    const made = [...calls, await add(), await add()].flatMap(call => (call.ok ? call.data.injects : []))
    const injectIds = made.map(({ id }) => id)
    const copies = await execute(duplicateInjects.definition, planner, { ...owner, injectIds }, now)
    if (!copies.ok) throw new Error(copies.error.reason)
    const all = [...made, ...copies.data.injects].map(({ serial }) => serial)
    expect(new Set(all)).toEqual(new Set(Array.from({ length: 4000 }, (_, n) => `3.${n + 1}`)))
    expect(copies.data.injects.map(({ of }) => of)).toEqual(injectIds)
  })

  it('may be waited for by an inject of the same call, alone or as one of several', async () => {
    const { planner, owner } = await msel()
    const injects = [
      { serial: 'A', values: [{ field: 'start', value: 'after B + 5m' }] },
      { serial: 'B', values: [{ field: 'start', value: 'T+10m' }] },
      { serial: 'C', values: [{ field: 'start', value: 'after any of A, B' }] },
    ]
    const made = await execute(addInjects.definition, planner, { ...owner, injects }, now)
    if (!made.ok) throw new Error(made.error.reason)
    expect(made.data.refused).toEqual([])
    const [a = '', b = '', c = ''] = made.data.injects.map(({ id }) => id)
    const waits = await factoryDb().wait.findMany({ where: owner, include: { afterGate: true } })
    expect(waits.find(({ injectId }) => injectId === a)).toMatchObject({
      afterInjectId: b,
      delaySeconds: 300,
    })
    const gate = waits.find(({ injectId }) => injectId === c)?.afterGate
    expect(gate?.kind).toBe('any')
    expect(waits.flatMap(({ gateId, afterInjectId }) => (gateId === gate?.id ? afterInjectId : []))).toEqual(
      expect.arrayContaining([a, b]),
    )
  })

  it('is another for each of twenty planners who add at once', async () => {
    const { add } = await msel()
    const made = await Promise.all(Array.from({ length: 20 }, () => add()))
    expect(new Set(made.map(({ serial }) => serial)).size).toBe(20)
  })
})
