import { expect, it } from 'vitest'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { makeDuty, makeShift } from '@/prisma/shift-factories'
import { HOUR, look, move, setting, tTime } from './moving.fixture'
import type { Operation } from './schema'

it('says which clashes it makes before, and which it mends', async () => {
  const { exercise, planner, team, shift } = await setting()
  const registration = await makeRegistration(await makeParticipation(exercise), {
    state: 'confirmed',
    teamId: team.id,
  })
  const late = await makeShift(team, { start: tTime(30 * HOUR), places: 1 })
  for (const one of [shift, late]) await makeDuty(one, { registrationId: registration.id })
  const drag = (bySeconds: number): Operation => ({
    ...{ kind: 'items', items: [{ kind: 'shift', id: late.id }], bySeconds },
  })
  const made = await look(planner, exercise.id, drag(-26 * HOUR))
  expect(made.clashes.made.kinds).toContainEqual({ kind: 'double_booked', count: 1 })
  const [first] = made.clashes.made.first
  expect(first?.about.map(({ id }) => id)).toEqual(expect.arrayContaining([shift.id, late.id]))
  await move(planner, exercise.id, drag(-26 * HOUR))
  const back = await look(planner, exercise.id, drag(26 * HOUR))
  expect(back.clashes.mended.kinds).toContainEqual({ kind: 'double_booked', count: 1 })
  expect(back.clashes.made.total).toBe(0)
})
