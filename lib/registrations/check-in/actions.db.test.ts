import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { staffOf } from '@/prisma/actors'
import { factoryDb } from '@/prisma/factories'
import { counted, now, seated, setting, stateOf } from '../setting.fixture'
import { checkIn, undoCheckIn } from './actions'
import { listArrivals, listArrivedSince } from './queries'

const minute = 60_000

it('notes an arrival when the desk saw it, and keeps place and seat', async () => {
  const { exercise, registrar, quota, seat, person } = await setting()
  const expert = await person('confirmed')
  const input = { exerciseId: exercise.id, registrationId: expert.id }
  const seenAt = now - 20 * minute
  expect(await execute(checkIn.definition, registrar, { ...input, seenAt }, now)).toMatchObject({
    ok: true,
    data: { arrivedAt: seenAt },
  })
  expect(await stateOf(expert)).toBe('checked_in')
  expect(await counted(quota)).toEqual({ used: 1, rows: 1 })
  expect(await seated(seat)).toEqual({ used: 1, rows: 1 })
  expect(await execute(undoCheckIn.definition, registrar, input, now)).toMatchObject({
    ok: true,
    data: { arrivedAt: null },
  })
  expect(await stateOf(expert)).toBe('confirmed')
})

it('checks in once, however often and at however many desks it is pressed', async () => {
  const { exercise, registrar, person } = await setting()
  const expert = await person('confirmed')
  const input = { exerciseId: exercise.id, registrationId: expert.id, seenAt: now }
  const requestId = crypto.randomUUID()
  const presses = [
    ...[1, 2, 3].map(() => execute(checkIn.definition, registrar, { ...input, requestId }, now)),
    ...[1, 2, 3].map(step => execute(checkIn.definition, registrar, { ...input, seenAt: now - step }, now)),
  ]
  const results = await Promise.all(presses)
  const times = results.map(result => (result.ok ? result.data.arrivedAt : null))
  const { stateAt } = await factoryDb().registration.findUniqueOrThrow({ where: { id: expert.id } })
  expect(new Set(times)).toEqual(new Set([stateAt.getTime()]))
  const fields = await factoryDb().changeField.findMany({ where: { row: expert.id, field: 'state' } })
  expect(fields).toHaveLength(1)
})

it('refuses whoever is not confirmed, and whoever is of another exercise', async () => {
  const { exercise, registrar, person } = await setting()
  const endorsed = await person('endorsed')
  const other = await setting()
  const theirs = await other.person('confirmed')
  const press = (registrationId: string) =>
    execute(checkIn.definition, registrar, { exerciseId: exercise.id, registrationId, seenAt: now }, now)
  expect(await press(endorsed.id)).toMatchObject({ ok: false, error: { reason: 'state_not_yet' } })
  expect(await press(theirs.id)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(await stateOf(theirs)).toBe('confirmed')
})

it('is no affair of delegations and planners', async () => {
  const { exercise, contact, person } = await setting()
  const expert = await person('confirmed')
  const input = { exerciseId: exercise.id, registrationId: expert.id, seenAt: now }
  for (const actor of [contact, await staffOf(exercise, 'planner')]) {
    expect(await execute(checkIn.definition, actor, input, now)).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await listArrivals(actor, exercise.id)).toBeNull()
    expect(await listArrivedSince(actor, exercise.id, 0)).toBeNull()
  }
})

it('tells a desk what others have done since it asked', async () => {
  const { exercise, registrar, person } = await setting()
  const [early, late, back] = [
    await person('confirmed'),
    await person('confirmed'),
    await person('confirmed'),
  ]
  const press = (registrationId: string, at: number, seenAt = at) =>
    execute(checkIn.definition, registrar, { exerciseId: exercise.id, registrationId, seenAt }, at)
  await press(early.id, now)
  // Done offline long before, and sent only now.
  await press(late.id, now + 10 * minute, now - 5 * minute)
  await press(back.id, now)
  const undo = { exerciseId: exercise.id, registrationId: back.id }
  await execute(undoCheckIn.definition, registrar, undo, now + 10 * minute)
  const news = await listArrivedSince(registrar, exercise.id, now + minute)
  expect(new Map(news?.map(({ id, arrivedAt }) => [id, arrivedAt]))).toEqual(
    new Map([
      [late.id, now - 5 * minute],
      [back.id, null],
    ]),
  )
})
