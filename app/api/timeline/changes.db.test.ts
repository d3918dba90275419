import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { withdraw } from '@/lib/registrations/states/actions'
import { removeShift } from '@/lib/shifts/actions'
import { putOnDuty, takeOffDuty } from '@/lib/shifts/duties/actions'
import { asRegistered, now, setting } from '@/lib/shifts/setting.fixture'
import { currentCursor, readChanges } from '@/lib/stream-changes'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb } from '@/prisma/factories'
import { makeShift } from '@/prisma/shift-factories'
import { readWhole } from './whole'

/** Three shifts of one team, somebody to stand them, and what a viewer is told of the shifts that a deed changed. */
async function watches() {
  const known = await setting()
  const { exerciseId, team } = known
  const [shift, other] = [await makeShift(team), await makeShift(team), await makeShift(team)]
  const after = async (deed: () => Promise<{ ok: boolean }>, viewer: Actor = known.planner) => {
    const since = await currentCursor()
    expect(await deed()).toMatchObject({ ok: true })
    const { shifts, parts } = await readChanges(exerciseId, since, null)
    expect(parts).toEqual(['shifts'])
    const asked = { injects: [], shifts: [...shifts], plan: false, slice: null }
    const whole = await readWhole(viewer, exerciseId, asked, 'en')
    return { items: whole?.items.map(({ id, filled }) => ({ id, filled })), removed: whole?.without }
  }
  return { ...known, shift, other, after }
}

it('tells who is put on duty and taken off as of that shift alone', async () => {
  const { exerciseId, planner, registration, shift, after } = await watches()
  const input = { exerciseId, shiftIds: [shift.id], who: [asRegistered(registration)] }
  const put = await after(() => execute(putOnDuty.definition, planner, input, now))
  expect(put).toEqual({ items: [{ id: shift.id, filled: 1 }], removed: [] })
  const dutyIds = (await factoryDb().duty.findMany({ where: { exerciseId } })).map(({ id }) => id)
  const off = await after(() => execute(takeOffDuty.definition, planner, { exerciseId, dutyIds }, now))
  expect(off).toEqual({ items: [{ id: shift.id, filled: 0 }], removed: [] })
})

it('says that a shift is gone, and shows nobody one that they may not see', async () => {
  const { exerciseId, planner, participation, registration, shift, other, after } = await watches()
  const gone = await after(() =>
    execute(removeShift.definition, planner, { exerciseId, shiftId: other.id }, now),
  )
  expect(gone).toEqual({ items: [], removed: [other.id] })
  const contact = await contactOf(participation)
  const input = { exerciseId, shiftIds: [shift.id], who: [asRegistered(registration)] }
  const seen = await after(() => execute(putOnDuty.definition, planner, input, now), contact)
  expect(seen).toEqual({ items: [], removed: [shift.id] })
})

it('tells of a shift whose place is free again because somebody on it has withdrawn, and of no other withdrawal', async () => {
  const { exercise, exerciseId, planner, participation, registration, shift, after } = await watches()
  const input = { exerciseId, shiftIds: [shift.id], who: [asRegistered(registration)] }
  expect(await execute(putOnDuty.definition, planner, input, now)).toMatchObject({ ok: true })
  const director = await staffOf(exercise, 'director')
  const leave = ({ id }: { id: string }) => {
    const who = { exerciseId, participationId: participation.id, registrationIds: [id], reason: 'Ill' }
    return execute(withdraw.definition, director, who, now)
  }
  expect(await after(() => leave(registration))).toEqual({
    items: [{ id: shift.id, filled: 0 }],
    removed: [],
  })
  const idle = await makeRegistration(participation, { state: 'confirmed' })
  const since = await currentCursor()
  expect(await leave(idle)).toMatchObject({ ok: true })
  expect(await readChanges(exerciseId, since, null)).toMatchObject({ parts: [], shifts: new Set() })
})
