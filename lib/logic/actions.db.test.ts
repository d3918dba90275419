import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { msel, now, reasonOf } from '@/lib/injects/setting.fixture'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { addGate, editGate, removeGate, setWaits } from './actions'

/** Injects 3.1 to 3.4, the first an hour after STARTEX for half an hour, and what a planner does with their logic. */
async function chain() {
  const scene = await msel()
  const { owner, planner, add } = scene
  const ids: string[] = []
  for (const values of [{ start: 'T+1h', duration: '30m' }, {}, {}, {}]) ids.push((await add(values)).id)
  const set = (nodeId: string, waits: string, seen = '', actor = planner) =>
    execute(setWaits.definition, actor, { ...owner, nodeId, seen, waits }, now)
  const gate = (kind: string, waits = '', name = '') =>
    execute(addGate.definition, planner, { ...owner, kind, name, waits }, now)
  const waitsOf = (where: { injectId: string } | { gateId: string }) =>
    factoryDb().wait.findMany({ where, orderBy: [{ condition: 'asc' }, { delaySeconds: 'asc' }] })
  const [first = '', second = '', third = '', fourth = ''] = ids
  return { ...scene, first, second, third, fourth, set, gate, waitsOf }
}

describe('what an inject waits for', () => {
  it('is said as a whole, beside its own time, and written as the difference', async () => {
    const { first, second, third, set, edit, row, waitsOf } = await chain()
    await edit([{ injectId: third, field: 'start', seen: '', value: 'T+3h' }])
    await set(third, '3.1 completed + 20m, 3.2 + 0m')
    const [before] = await waitsOf({ injectId: third })
    expect(await row(third)).toMatchObject({ moment: { anchor: 'ttime', offset: 3 * 3600 } })
    const seen = 'after all of 3.1 completed + 20 min, 3.2 released + 0 min'
    expect(await set(third, 'after 3.1 completed + 40m', seen)).toMatchObject({ ok: true })
    const [after, ...others] = await waitsOf({ injectId: third })
    expect(others).toEqual([])
    expect(after).toMatchObject({ afterInjectId: first, condition: 'completed', delaySeconds: 2400 })
    expect([before, after].some(wait => wait?.afterInjectId === second)).toBe(true)
    expect(await set(third, '', 'after 3.1 completed + 40 min')).toMatchObject({ ok: true })
    expect(await waitsOf({ injectId: third })).toEqual([])
  })

  it('is never itself, by whatever way round', async () => {
    const { first, second, third, set, gate, waitsOf } = await chain()
    await set(second, 'after 3.1')
    await gate('any', '3.2, 3.4')
    await set(third, 'after gate 1')
    expect(await set(first, 'after 3.3')).toMatchObject({
      error: {
        fields: { waits: { reason: 'logic_circle', params: { path: '3.1 → 3.2 → gate 1 → 3.3 → 3.1' } } },
      },
    })
    expect(await waitsOf({ injectId: first })).toEqual([])
  })

  it('does not come after its own time', async () => {
    const { third, set, edit } = await chain()
    await edit([{ injectId: third, field: 'start', seen: '', value: 'T+80m' }])
    expect(await set(third, 'after 3.1 completed')).toMatchObject({
      error: {
        fields: { waits: { reason: 'logic_too_early', params: { path: '3.1 → 3.3', floor: 'T+01:30:00' } } },
      },
    })
    expect(await set(third, 'after any of 3.1 completed, 3.1 released')).toMatchObject({ ok: true })
  })

  it('is a gate of its own where any one of several is enough, and reopens what was approved', async () => {
    const { second, set, row } = await chain()
    await factoryDb().inject.update({ where: { id: second }, data: { state: 'approved' } })
    await set(second, 'any of 3.1, 3.3 + 5m')
    const after = await row(second)
    expect(after).toMatchObject({ state: 'review', waits: [{ afterInjectId: null, condition: 'released' }] })
    const made = await factoryDb().logicGate.findUnique({
      where: { id: after.waits[0]?.afterGateId ?? '' },
      include: { waits: true },
    })
    expect(made).toMatchObject({
      kind: 'any',
      number: 1,
      waits: [{ delaySeconds: 300 }, { delaySeconds: 300 }],
    })
  })

  it('that somebody else has changed since is shown, not overwritten', async () => {
    const { exercise, second, set, waitsOf } = await chain()
    await set(second, 'after 3.1', '', await staffOf(exercise, 'planner'))
    expect(await set(second, 'after 3.3')).toMatchObject({
      error: { code: 'conflict', conflicts: [{ field: 'waits', theirs: 'after 3.1' }] },
    })
    expect(await waitsOf({ injectId: second })).toHaveLength(1)
  })

  it('closes no circle between two planners who each close half of it', async () => {
    for (let round = 0; round < 5; round++) {
      const { exercise, first, second, set } = await chain()
      const other = await staffOf(exercise, 'planner')
      const reasons = await Promise.all([
        reasonOf(set(first, 'after 3.2')),
        reasonOf(set(second, 'after 3.1', '', other)),
      ])
      expect(reasons.filter(reason => reason === null)).toHaveLength(1)
      expect(reasons.filter(reason => reason === 'logic_circle')).toHaveLength(1)
    }
  })

  it('is of this exercise, and a planner’s to say', async () => {
    const { exercise, owner, first, set } = await chain()
    const far = await makeInject(await makeExercise(), { serial: '9.9' })
    expect(await set(first, 'after 9.9')).toMatchObject({
      error: { fields: { waits: { reason: 'wait_unknown' } } },
    })
    expect(await reasonOf(set(far.id, ''))).toBe('not_found')
    const others = [
      await staffOf(exercise, 'controller'),
      await staffOf(await makeExercise(), 'planner'),
      await contactOf(await makeParticipation(exercise)),
    ]
    for (const actor of others) {
      expect(await reasonOf(set(first, 'after 3.2', '', actor))).toBe('not_yours')
      const gate = { ...owner, kind: 'all', name: '', waits: '' }
      expect(await reasonOf(execute(addGate.definition, actor, gate, now))).toBe('not_yours')
    }
  })
})

describe('a gate', () => {
  it('has the next number for good, and says what it stands for', async () => {
    const { owner, planner, gate } = await chain()
    const made = [await gate('all', '3.1, 3.2'), await gate('manual', '', 'Director decides')]
    const ids = made.map(one => (one.ok ? one.data.id : ''))
    const rows = await factoryDb().logicGate.findMany({
      where: { id: { in: ids } },
      orderBy: { number: 'asc' },
    })
    expect(rows.map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'all'],
      [2, 'manual'],
    ])
    await execute(removeGate.definition, planner, { ...owner, gateId: ids[1] }, now)
    const third = await gate('any')
    const row = await factoryDb().logicGate.findUnique({ where: { id: third.ok ? third.data.id : '' } })
    expect(row?.number).toBe(3)
    expect(await gate('all', 'any of 3.1, 3.2')).toMatchObject({
      error: { fields: { waits: { reason: 'gate_kind_differs' } } },
    })
  })

  it('that others wait for goes only knowingly', async () => {
    const { owner, planner, second, set, gate, waitsOf } = await chain()
    const made = await gate('any', '3.1, 3.4')
    const gateId = made.ok ? made.data.id : ''
    await set(second, 'after gate 1')
    const remove = (more = {}) => execute(removeGate.definition, planner, { ...owner, gateId, ...more }, now)
    expect(await remove()).toMatchObject({ error: { reason: 'gate_awaited', params: { names: '3.2' } } })
    expect(await waitsOf({ injectId: second })).toHaveLength(1)
    expect(await reasonOf(remove({ evenIfAwaited: true }))).toBeNull()
    expect(await waitsOf({ injectId: second })).toEqual([])
    expect(await reasonOf(remove())).toBe('not_found')
  })

  it('is renamed by two planners at once field by field, and by nobody of another exercise', async () => {
    const { owner, planner, gate } = await chain()
    const made = await gate('all', '3.1, 3.2', 'Both seen')
    const gateId = made.ok ? made.data.id : ''
    const edit = (data: object) =>
      execute(editGate.definition, planner, { ...owner, gateId, version: 1, ...data }, now)
    expect(await edit({ kind: 'any', name: 'Both seen' })).toMatchObject({ ok: true })
    expect(await edit({ kind: 'all', name: 'Either seen' })).toMatchObject({ ok: true })
    const row = await factoryDb().logicGate.findUnique({ where: { id: gateId } })
    expect(row).toMatchObject({ kind: 'any', name: 'Either seen' })
    const far = await makeExercise()
    const stranger = await staffOf(far, 'planner')
    const foreign = { exerciseId: far.id, gateId, version: 3, kind: 'all', name: 'Mine' }
    expect(await reasonOf(execute(editGate.definition, stranger, foreign, now))).toBe('not_found')
  })
})
