import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { HOUR, now, setting } from '@/lib/shifts/setting.fixture'
import { contactOf, staffOf } from '@/prisma/actors'
import { factoryDb, makeRole } from '@/prisma/factories'
import { makeCrewMember, makeDuty, makeRota, makeShift } from '@/prisma/shift-factories'
import { addShift, editShift, removeShift } from './actions'
import { editRest } from './rest/actions'
import { readRestRules } from './rest/queries'
import { usualRest } from './rest/rules'

const typed = { start: 'T+2h', duration: '6 h', places: 1 }

it('a shift is added to a rota with its crew on it, and to a team alone', async () => {
  const { planner, exerciseId, team, registration } = await setting()
  const rota = await makeRota(team)
  await makeCrewMember(rota, 2, { registrationId: registration.id })
  const input = { ...typed, exerciseId, teamId: team.id }
  expect(
    await execute(addShift.definition, planner, { ...input, rotaId: rota.id, crew: 2 }, now),
  ).toMatchObject({ ok: true, data: { put: 1 } })
  expect(await execute(addShift.definition, planner, { ...input, title: 'Hot wash' }, now)).toMatchObject({
    ok: true,
    data: { put: 0 },
  })
  const rows = await factoryDb().shift.findMany({ where: { exerciseId }, orderBy: { title: 'asc' } })
  expect(rows).toMatchObject([
    { rotaId: rota.id, crew: 2, startOffset: 2 * HOUR, durationSeconds: 6 * HOUR, madeVersion: null },
    { rotaId: null, crew: null, title: 'Hot wash' },
  ])
})

it('a shift lasts a minute to a week, in a crew that its rota has, and by roles of its exercise', async () => {
  const { planner, exerciseId, team } = await setting()
  const rota = await makeRota(team)
  const foreign = await setting()
  const input = { ...typed, exerciseId, teamId: team.id, rotaId: rota.id }
  const refused = async (given: object) => {
    const result = await execute(addShift.definition, planner, { ...input, ...given }, now)
    return result.ok ? null : result.error
  }
  expect(await refused({ duration: '8d' })).toMatchObject({
    fields: { duration: { reason: 'shift_lasts_between' } },
  })
  expect(await refused({ crew: 3 })).toMatchObject({ fields: { crew: { reason: 'no_such_crew' } } })
  expect(await refused({ rotaId: null, teamId: foreign.team.id })).not.toBeNull()
  expect(await refused({ roleId: (await makeRole(foreign.exercise)).id })).not.toBeNull()
  expect(await refused({ places: 201 })).toMatchObject({ fields: { places: expect.anything() } })
})

it('two who edit one shift collide only where both changed the same', async () => {
  const { planner, exerciseId, team } = await setting()
  const shift = await makeShift(team)
  const input = { ...typed, exerciseId, shiftId: shift.id, start: 'T+0h', duration: '8 h', version: 1 }
  const edit = (given: object) => execute(editShift.definition, planner, { ...input, ...given }, now)
  expect(await edit({ start: 'T+1h' })).toMatchObject({ ok: true })
  expect(await edit({ note: 'Bring the log' })).toMatchObject({ ok: true })
  expect(await edit({ duration: '7 h' })).toMatchObject({
    error: { code: 'conflict', conflicts: [{ field: 'start' }] },
  })
  expect(await factoryDb().shift.findUniqueOrThrow({ where: { id: shift.id } })).toMatchObject({
    ...{ startOffset: HOUR, durationSeconds: 8 * HOUR, note: 'Bring the log' },
  })
})

it('a shift is removed with who stood it, by planners of its exercise alone', async () => {
  const { planner, exercise, exerciseId, participation, team, registration } = await setting()
  const shift = await makeShift(team)
  await makeDuty(shift, { registrationId: registration.id })
  const input = { exerciseId, shiftId: shift.id }
  for (const actor of [await staffOf(exercise, 'observer'), await contactOf(participation)])
    expect(await execute(removeShift.definition, actor, input, now)).toMatchObject({
      error: { code: 'forbidden' },
    })
  const far = await setting()
  const foreign = { ...input, exerciseId: far.exerciseId }
  expect(await execute(removeShift.definition, far.planner, foreign, now)).toMatchObject({
    error: { code: 'not_found' },
  })
  expect(await execute(removeShift.definition, planner, input, now)).toMatchObject({ ok: true })
  expect(await factoryDb().duty.count({ where: { exerciseId } })).toBe(0)
})

it('an exercise asks for the usual rest until it says otherwise, and who has not seen the last word asks again', async () => {
  const { planner, exerciseId } = await setting()
  const rules = () => readRestRules(factoryDb(), exerciseId)
  expect(await rules()).toEqual({ ...usualRest, version: 0 })
  const input = {
    ...{ exerciseId, leastRest: '8h', mostDuty: '10 h 30 min', mostNights: 2 },
    ...{ nightFrom: '22:00', nightTo: '06:30', version: 0 },
  }
  const edit = (given: object) => execute(editRest.definition, planner, { ...input, ...given }, now)
  expect(await edit({ leastRest: '3d' })).toMatchObject({
    error: { fields: { leastRest: { reason: 'least_rest_between' } } },
  })
  expect(await edit({ nightTo: '22:00' })).toMatchObject({
    error: { fields: { nightTo: { reason: 'night_has_no_length' } } },
  })
  expect(await edit({})).toMatchObject({ ok: true })
  expect(await rules()).toEqual({
    ...{ leastRestMinutes: 480, mostDutyMinutes: 630, mostNights: 2 },
    ...{ nightFromMinute: 1320, nightToMinute: 390, version: 1 },
  })
  expect(await edit({ mostNights: 5 })).toMatchObject({ error: { reason: 'rest_changed_meanwhile' } })
  expect(await edit({ mostNights: 5, version: 1 })).toMatchObject({ ok: true })
})
