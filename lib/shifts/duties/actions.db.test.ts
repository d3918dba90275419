import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { accountIdOf, asRegistered, asStaff, HOUR, now, setting } from '@/lib/shifts/setting.fixture'
import { actorWithoutRole, contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, usualStartexAt } from '@/prisma/factories'
import { makeCrewMember, makeDuty, makeRota, makeShift } from '@/prisma/shift-factories'
import { joinCrew, leaveCrew, putOnDuty, takeOffDuty } from './actions'

const at = (hour: number) => ({ start: { anchor: 'ttime', offset: hour * HOUR } as const })
const duties = (exerciseId: string) => factoryDb().duty.count({ where: { exerciseId } })

describe('somebody put on duty', () => {
  it('stands the shift once, however often it is asked for', async () => {
    const { planner, exerciseId, team, registration } = await setting()
    const shift = await makeShift(team)
    const input = { exerciseId, shiftIds: [shift.id], who: [asRegistered(registration), asStaff(planner)] }
    const first = await execute(putOnDuty.definition, planner, input, now)
    expect(first).toMatchObject({ ok: true, data: { put: 2, broken: [] } })
    const again = await Promise.all(
      Array.from({ length: 6 }, () => execute(putOnDuty.definition, planner, input, now)),
    )
    expect(again.every(result => result.ok && result.data.put === 0)).toBe(true)
    expect(await duties(exerciseId)).toBe(2)
  })

  it('is told of with the rest that it breaks, and not forbidden', async () => {
    const { planner, exerciseId, team, registration } = await setting()
    const late = await makeShift(team, at(0))
    const early = await makeShift(team, at(12))
    await makeDuty(late, { registrationId: registration.id })
    const input = { exerciseId, shiftIds: [early.id], who: [asRegistered(registration)] }
    const result = await execute(putOnDuty.definition, planner, input, now)
    expect(result).toMatchObject({
      ok: true,
      data: {
        put: 1,
        broken: [
          {
            registrationId: registration.id,
            problems: [
              { kind: 'duty_long', minutes: 16 * 60, limit: 720 },
              { kind: 'rest_short', minutes: 4 * 60, limit: 660, startAt: usualStartexAt + 8 * HOUR * 1000 },
            ],
          },
        ],
      },
    })
  })

  it('takes part: nobody who is not registered, has withdrawn, or is of another exercise', async () => {
    const { planner, exerciseId, team, participation } = await setting()
    const shift = await makeShift(team)
    const far = await makeExercise()
    const foreign = await makeRegistration(await makeParticipation(far), { state: 'confirmed' })
    const people = [
      ...(await Promise.all(
        (['draft', 'waitlisted', 'declined', 'withdrawn'] as const).map(async state =>
          asRegistered(await makeRegistration(participation, { state })),
        ),
      )),
      asRegistered(foreign),
      asStaff(await staffOf(far, 'controller')),
      asStaff(await actorWithoutRole()),
    ]
    for (const who of people) {
      const input = { exerciseId, shiftIds: [shift.id], who: [asStaff(planner), who] }
      expect(await execute(putOnDuty.definition, planner, input, now), who).toMatchObject({
        error: { reason: 'not_taking_part' },
      })
    }
    expect(await duties(exerciseId)).toBe(0)
  })

  it('is never put on another exercise’s shift', async () => {
    const here = await setting()
    const there = await setting()
    const shift = await makeShift(there.team)
    const input = { exerciseId: here.exerciseId, shiftIds: [shift.id], who: [asStaff(here.planner)] }
    expect(await execute(putOnDuty.definition, here.planner, input, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(
      await execute(putOnDuty.definition, await contactOf(here.participation), input, now),
    ).toMatchObject({
      error: { code: 'forbidden' },
    })
  })

  it('while being withdrawn is either refused, or on duty and gone', async () => {
    const { planner, exerciseId, team, registration } = await setting()
    const shift = await makeShift(team)
    const input = { exerciseId, shiftIds: [shift.id], who: [asRegistered(registration)] }
    const withdraw = factoryDb().registration.update({
      where: { id: registration.id },
      data: { state: 'withdrawn' },
    })
    const [result] = await Promise.all([execute(putOnDuty.definition, planner, input, now), withdraw])
    expect(result.ok ? 'on duty' : result.error.reason).toMatch(/^on duty$|^not_taking_part$/)
    expect(await duties(exerciseId)).toBe(result.ok ? 1 : 0)
  })

  it('is taken off again, twice with one effect, and by nobody of another exercise', async () => {
    const { planner, exerciseId, team, registration } = await setting()
    const duty = await makeDuty(await makeShift(team), { registrationId: registration.id })
    const far = await setting()
    const foreign = { exerciseId: far.exerciseId, dutyIds: [duty.id] }
    expect(await execute(takeOffDuty.definition, far.planner, foreign, now)).toMatchObject({
      data: { taken: 0 },
    })
    const input = { exerciseId, dutyIds: [duty.id] }
    expect(await execute(takeOffDuty.definition, planner, input, now)).toMatchObject({ data: { taken: 1 } })
    expect(await execute(takeOffDuty.definition, planner, input, now)).toMatchObject({ data: { taken: 0 } })
  })
})

describe('a crew', () => {
  it('takes somebody in and puts them on all its shifts; asked twice it has one effect', async () => {
    const { planner, exerciseId, team, registration } = await setting()
    const rota = await makeRota(team)
    for (const hour of [0, 16]) await makeShift(team, { ...at(hour), rotaId: rota.id, crew: 1 })
    await makeShift(team, { ...at(8), rotaId: rota.id, crew: 2 })
    const input = { exerciseId, rotaId: rota.id, crew: 1, who: asRegistered(registration) }
    expect(await execute(joinCrew.definition, planner, input, now)).toMatchObject({ data: { put: 2 } })
    expect(await execute(joinCrew.definition, planner, input, now)).toMatchObject({ data: { put: 0 } })
    expect(await execute(joinCrew.definition, planner, { ...input, crew: 2 }, now)).toMatchObject({
      error: { fields: { who: { reason: 'in_another_crew' } } },
    })
    expect(await execute(joinCrew.definition, planner, { ...input, crew: 3 }, now)).toMatchObject({
      error: { fields: { crew: { reason: 'no_such_crew' } } },
    })
    expect(await factoryDb().crewMember.count({ where: { rotaId: rota.id } })).toBe(1)
  })

  it('lets somebody go and takes them off what has not begun', async () => {
    const { planner, exerciseId, team } = await setting()
    const rota = await makeRota(team)
    const accountId = accountIdOf(planner)
    const member = await makeCrewMember(rota, 1, { accountId })
    const stood = await makeShift(team, { ...at(0), rotaId: rota.id, crew: 1 })
    const ahead = await makeShift(team, { ...at(16), rotaId: rota.id, crew: 1 })
    const standIn = await makeShift(team, { ...at(8), rotaId: rota.id, crew: 2 })
    for (const shift of [stood, ahead, standIn]) await makeDuty(shift, { accountId })
    const input = { exerciseId, memberId: member.id }
    const left = await execute(leaveCrew.definition, planner, input, usualStartexAt + HOUR)
    expect(left).toMatchObject({ ok: true, data: { taken: 1 } })
    const still = await factoryDb().duty.findMany({ where: { exerciseId }, select: { shiftId: true } })
    expect(still.map(duty => duty.shiftId).sort()).toEqual([stood.id, standIn.id].sort())
    expect(await execute(leaveCrew.definition, planner, input, now)).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})
