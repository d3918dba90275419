import { describe, expect, it } from 'vitest'
import { type Actor, accountOf } from '@/lib/policy'
import { contactOf } from '@/prisma/actors'
import { makeParticipation, makePartner, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb } from '@/prisma/factories'
import { makeDuty, makeShift } from '@/prisma/shift-factories'
import { changeIdOf, DAY, HOUR, look, move, now, setting, slide, slip, tTime, undo } from './moving.fixture'

it('counts whom it touches by nation', async () => {
  const { exercise, planner, team, shift, phase } = await setting()
  const participation = await makeParticipation(exercise)
  const registration = await makeRegistration(participation, { state: 'confirmed', teamId: team.id })
  await makeDuty(shift, { registrationId: registration.id })
  const { nations } = await look(planner, exercise.id, slide(phase.id, DAY))
  expect(nations).toMatchObject([{ people: 1, onDuty: 1, signedUp: 0, inTeams: 0 }])
})

describe('those affected', () => {
  const letters = (exerciseId: string) =>
    factoryDb().mail.findMany({ where: { exerciseId }, orderBy: { template: 'asc' } })

  async function withPeople() {
    const world = await setting()
    const participation = await makeParticipation(world.exercise)
    const given = { state: 'confirmed', teamId: world.team.id, homeTimeZone: 'Asia/Tokyo' } as const
    const registration = await makeRegistration(participation, given)
    const late = await makeShift(world.team, { rotaId: world.rota.id, crew: 2, start: tTime(8 * HOUR) })
    for (const shift of [world.shift, late]) await makeDuty(shift, { registrationId: registration.id })
    return { ...world, registration }
  }

  it('get one letter each, with old and new times in their zone; the planner sees how many before', async () => {
    const { exercise, planner, phase, registration } = await withPeople()
    expect((await look(planner, exercise.id, slide(phase.id, DAY))).letters).toBe(1)
    const done = await move(planner, exercise.id, slide(phase.id, DAY), { tell: true })
    expect(done).toMatchObject({ data: { letters: 1 } })
    const at = exercise.startexAt.getTime()
    expect(await letters(exercise.id)).toMatchObject([
      {
        recipient: registration.email,
        template: 'plan_moved',
        params: {
          ...{ timeZone: 'Asia/Tokyo', reason: 'Late', total: 2 },
          moves: [{ fromAt: at, toAt: at + DAY * 1000 }, { fromAt: at + 8 * HOUR * 1000 }],
        },
      },
    ])
  })

  it('read the name of a nation in their own language', async () => {
    const { exercise, director } = await setting()
    const japan = await makePartner(
      { id: exercise.programmeId },
      { kind: 'nation', code: 'JPN', name: 'Japan' },
    )
    const participation = await makeParticipation(exercise, { partnerId: japan.id })
    const own = {
      exerciseId: exercise.id,
      participationId: participation.id,
      gate: 'registration_closes',
    } as const
    await factoryDb().participationGate.create({
      data: { ...own, startAnchor: 'dday', startDay: -40, startMinute: 540, startTimeZone: 'Asia/Tokyo' },
    })
    const contacts = { en: await contactOf(participation), fr: await contactOf(participation) }
    await factoryDb().account.update({
      where: { id: accountOf(contacts.fr)?.accountId ?? '' },
      data: { locale: 'fr' },
    })
    await move(director, exercise.id, slip('2027-04-20 09:00'), { tell: true })
    const told = (await letters(exercise.id)).map(({ recipient, params }) => [
      recipient,
      JSON.stringify(params),
    ])
    const toldTo = (actor: Actor) => told.find(([recipient]) => recipient === accountOf(actor)?.email)?.[1]
    expect(toldTo(contacts.en)).toContain('"what":"Japan"')
    expect(toldTo(contacts.fr)).toContain('"what":"Japon"')
  })

  it('get none where it is put back before they are sent, and a second one after', async () => {
    const { exercise, planner, phase } = await withPeople()
    const first = changeIdOf(await move(planner, exercise.id, slide(phase.id, DAY), { tell: true }))
    await undo(planner, exercise.id, first)
    expect(await letters(exercise.id)).toMatchObject([
      { nextAttemptAt: null, sentAt: null, failure: 'withdrawn' },
    ])
    const second = changeIdOf(await move(planner, exercise.id, slide(phase.id, DAY), { tell: true }))
    await factoryDb().mail.updateMany({
      where: { cause: { startsWith: `plan.move:${second}` } },
      data: { sentAt: new Date(now), nextAttemptAt: null },
    })
    await undo(planner, exercise.id, second)
    const templates = (await letters(exercise.id)).map(({ template }) => template)
    expect(templates).toEqual(['plan_moved', 'plan_moved', 'plan_moved_back'])
  })

  it('are left alone where the planner says so', async () => {
    const { exercise, planner, phase } = await withPeople()
    expect(await move(planner, exercise.id, slide(phase.id, DAY))).toMatchObject({ data: { letters: 0 } })
    expect(await letters(exercise.id)).toEqual([])
  })
})
