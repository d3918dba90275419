import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { now } from '@/lib/action.fixture'
import { factoryDb, makeTeamKind } from '@/prisma/factories'
import { addBaseline, restoreInject, rollBack } from './actions'
import { later, reason, setting } from './setting.fixture'

it('names that were swapped since the baseline are swapped back', async () => {
  const { exerciseId, director, act } = await setting()
  const [a, b] = await act(async tx => [
    await tx.persona.create({ data: { exerciseId, name: 'Anna' } }),
    await tx.persona.create({ data: { exerciseId, name: 'Bert' } }),
  ])
  await act(async tx => {
    await tx.persona.update({ where: { id: a?.id ?? '' }, data: { name: '-' } })
    await tx.persona.update({ where: { id: b?.id ?? '' }, data: { name: 'Anna' } })
    await tx.persona.update({ where: { id: a?.id ?? '' }, data: { name: 'Bert' } })
  })
  // Both changes bear the fixture's instant, so the moment is told from the baseline in between.
  const behind = await factoryDb().changeField.findFirst({
    where: { table: 'Persona', field: '*' },
    orderBy: { id: 'desc' },
  })
  const baseline = await factoryDb().baseline.create({
    data: { exerciseId, name: 'Between', at: new Date(now), injects: 2, behind: behind?.id ?? 0n },
  })
  const input = { exerciseId, baselineId: baseline.id, reason }
  expect(await execute(rollBack.definition, director, input, later)).toMatchObject({ ok: true })
  const names = await factoryDb().persona.findMany({ where: { exerciseId }, orderBy: { id: 'asc' } })
  expect(names.map(({ name }) => name)).toEqual(['Anna', 'Bert'])
})

it('what names a team or a phase that is gone comes back without it, and is counted', async () => {
  const { exerciseId, director, planner, baselineId, act, one, phase, team } = await setting()
  await act(async tx => {
    await tx.inject.delete({ where: { id: one.id } })
    await tx.inject.updateMany({ where: { exerciseId }, data: { phaseId: null } })
    await tx.phase.delete({ where: { id: phase.id } })
    await tx.team.delete({ where: { id: team.id } })
  })
  const restored = await execute(
    restoreInject.definition,
    planner,
    { exerciseId, injectId: one.id, baselineId },
    later,
  )
  expect(restored).toMatchObject({ data: { id: one.id, serial: '1.1', leftOut: 2 } })
  const row = { phaseId: null, storylineId: one.storylineId, state: 'review' }
  expect(await factoryDb().inject.findUnique({ where: { id: one.id } })).toMatchObject(row)
  const back = await execute(rollBack.definition, director, { exerciseId, baselineId, reason }, later + 1)
  // Both injects without their phase, the first without its recipient; the state comes back with who may approve.
  expect(back).toMatchObject({ data: { leftOut: 3 } })
  expect(await factoryDb().inject.findUnique({ where: { id: one.id } })).toMatchObject({ state: 'approved' })
})

it('one inject comes back alone, with what hung on it, and never in a circle', async () => {
  const { exerciseId, director, baselineId, act, one, two } = await setting()
  await act(async tx => {
    await tx.wait.deleteMany({ where: { injectId: two.id } })
    await tx.inject.updateMany({ where: { exerciseId }, data: { title: 'Other' } })
    await tx.wait.create({ data: { exerciseId, injectId: one.id, afterInjectId: two.id } })
  })
  const input = { exerciseId, injectId: two.id, baselineId }
  expect(await execute(restoreInject.definition, director, input, later)).toMatchObject({
    data: { leftOut: 1 },
  })
  const titles = await factoryDb().inject.findMany({ where: { exerciseId }, orderBy: { serial: 'asc' } })
  expect(titles.map(({ title }) => title)).toEqual(['Other', 'Inject 2'])
  expect(await factoryDb().wait.findMany({ where: { exerciseId } })).toMatchObject([{ injectId: one.id }])
  expect(await execute(restoreInject.definition, director, input, later + 1)).toMatchObject({
    error: { reason: 'nothing_to_restore' },
  })
})

it('what was kept to a kind of team never comes back for everybody', async () => {
  const { exercise, exerciseId, director, act } = await setting()
  const kind = await makeTeamKind(exercise)
  const secret = await act(tx =>
    tx.inject.create({ data: { exerciseId, serial: '9.1', keptToKindId: kind.id } }),
  )
  const kept = await execute(addBaseline.definition, director, { exerciseId, name: 'With a secret' }, now)
  await act(async tx => {
    await tx.inject.delete({ where: { id: secret.id } })
    await tx.teamKind.delete({ where: { id: kind.id } })
  })
  const input = { exerciseId, baselineId: kept.ok ? kept.data.id : '', reason }
  expect(await execute(rollBack.definition, director, input, later)).toMatchObject({
    error: { reason: 'kept_kind_gone' },
  })
  expect(await factoryDb().inject.count({ where: { id: secret.id } })).toBe(0)
})

it('what waited for an inject that was removed waits for it again, a gate too, and nothing that was let go before', async () => {
  const { exerciseId, act, one, two, planner, baselineId } = await setting()
  const inject = (serial: string) => ({ data: { exerciseId, serial, title: serial } })
  const [three, four, gate] = await act(async tx => {
    const made = [await tx.inject.create(inject('1.3')), await tx.inject.create(inject('1.4'))] as const
    const between = await tx.logicGate.create({ data: { exerciseId, number: 1, kind: 'any' } })
    await tx.wait.create({ data: { exerciseId, injectId: made[0].id, afterInjectId: one.id } })
    await tx.wait.create({ data: { exerciseId, injectId: made[1].id, afterInjectId: one.id } })
    await tx.wait.create({ data: { exerciseId, gateId: between.id, afterInjectId: one.id } })
    return [...made, between] as const
  })
  // The second was let go of on purpose, before the first was removed.
  await act(tx => tx.wait.deleteMany({ where: { injectId: two.id } }))
  await act(tx => tx.inject.delete({ where: { id: one.id } }))
  // Meanwhile the fourth has gone as well, and the first would wait for the third.
  await act(tx => tx.inject.delete({ where: { id: four.id } }))
  const input = { exerciseId, injectId: one.id, baselineId, at: null }
  const restored = await execute(restoreInject.definition, planner, input, later)
  expect(restored).toMatchObject({ ok: true, data: { leftOut: 1 } })
  const waits = await factoryDb().wait.findMany({ where: { exerciseId, afterInjectId: one.id } })
  expect(waits.map(({ injectId, gateId }) => injectId ?? gateId).sort()).toEqual([three.id, gate.id].sort())
})

it('files that were removed do not come back, and whoever rolls back is told so', async () => {
  const { exerciseId, act, one, director } = await setting()
  const file = { mime: 'text/plain', size: 3, sha256: '0'.repeat(64) }
  const made = await act(tx =>
    tx.attachment.create({ data: { exerciseId, injectId: one.id, name: 'map.txt', ...file } }),
  )
  const added = await execute(addBaseline.definition, director, { exerciseId, name: 'With the map' }, now)
  if (!added.ok) throw new Error(added.error.reason)
  await act(tx => tx.attachment.delete({ where: { id: made.id } }))
  await act(tx => tx.inject.update({ where: { id: one.id }, data: { title: 'Without it' } }))
  const input = { exerciseId, baselineId: added.data.id, at: null, reason }
  expect(await execute(rollBack.definition, director, input, later)).toMatchObject({ data: { leftOut: 1 } })
  expect(await factoryDb().attachment.count({ where: { exerciseId } })).toBe(0)
})
