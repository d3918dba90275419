import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { db } from '@/lib/db'
import { moveSeats, moveTeam } from '@/lib/places'
import { lockLinesOf } from '@/lib/waiting-list'
import { staffOf } from '@/prisma/actors'
import { makeRegistration, makeTeamNation } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeRole, makeSeat, makeTeam } from '@/prisma/factories'
import { delegationOf, idsOf, now, seated, setting, stateOf } from '../setting.fixture'
import { decline, withdraw } from '../states/actions'
import { move } from './actions'
import { movable, seatsMoved } from './rules'

/** Japan's team, and another one with `seats` of the same role. */
async function twoTeams({ seats = 10, least = 0 }: { seats?: number; least?: number } = {}) {
  const world = await setting({ places: 40, seats: 20 })
  const other = await makeTeam(world.exercise, { name: 'Blue 9' })
  const otherSeat = await makeSeat(other, world.role, { most: seats })
  await factoryDb().seat.update({ where: { id: world.seat.id }, data: { least } })
  const { exerciseId } = world.ids
  const moved = (ids: string[], more: object = {}, actor = world.registrar) =>
    execute(move.definition, actor, { exerciseId, registrationIds: ids, teamId: other.id, ...more }, now)
  const letters = () => factoryDb().mail.findMany({ where: { exerciseId, template: 'registration_moved' } })
  return { ...world, exerciseId, other, otherSeat, moved, letters }
}

const teamOf = async ({ id }: { id: string }) =>
  (await factoryDb().registration.findUniqueOrThrow({ where: { id } })).teamId

const reasonOf = (result: Awaited<ReturnType<typeof execute>>) => (result.ok ? 'ok' : result.error.reason)

describe('moving people between teams', () => {
  it('takes their seats along and writes to them', async () => {
    const { person, seat, otherSeat, other, moved, letters } = await twoTeams()
    const [seatedOne, here] = [await person('confirmed'), await person('checked_in')]
    expect(await moved(idsOf(seatedOne, here))).toMatchObject({ ok: true, data: { moved: 2, short: [] } })
    expect([await seated(seat), await seated(otherSeat)]).toEqual([
      { used: 0, rows: 0 },
      { used: 2, rows: 2 },
    ])
    expect([await teamOf(here), await stateOf(here)]).toEqual([other.id, 'checked_in'])
    expect(await letters()).toMatchObject([{ params: { team: 'Blue 9' } }, { params: { team: 'Blue 9' } }])
  })
  it('changes only the wish of whoever is endorsed, and tells them nothing', async () => {
    const { person, otherSeat, other, moved, letters } = await twoTeams({ seats: 0 })
    const endorsed = await person('endorsed')
    expect(await moved(idsOf(endorsed))).toMatchObject({ ok: true })
    expect(await teamOf(endorsed)).toBe(other.id)
    expect(await seated(otherSeat)).toEqual({ used: 0, rows: 0 })
    expect(await letters()).toEqual([])
  })
  it('moves nobody where the seats do not suffice, and says by how many', async () => {
    const { people, seat, team, moved } = await twoTeams({ seats: 1 })
    const two = await people(2, 'confirmed')
    expect(await moved(idsOf(...two))).toMatchObject({
      error: { code: 'refused', reason: 'seat_full', params: { most: 1, left: 1, wanted: 2 } },
    })
    expect(await seated(seat)).toEqual({ used: 2, rows: 2 })
    for (const one of two) expect(await teamOf(one)).toBe(team.id)
  })
  it('has no seat for a role that the team does not have', async () => {
    const { exercise, person, team, moved } = await twoTeams()
    const legal = await makeRole(exercise, { name: 'Legal adviser' })
    await makeSeat(team, legal, { most: 3 })
    expect(await moved(idsOf(await person('confirmed', { roleId: legal.id })))).toMatchObject({
      error: { reason: 'no_such_seat', params: { team: 'Blue 9', role: 'Legal adviser' } },
    })
  })
  it('asks again before a seat falls under its least, and does it when that is meant', async () => {
    const { people, seat, team, moved, letters } = await twoTeams({ least: 3 })
    const [first, second] = await people(3, 'confirmed')
    if (!first || !second) throw new Error()
    const named = { team: team.name, role: 'Digital forensics', left: 2, least: 3 }
    expect(await moved(idsOf(first))).toMatchObject({
      error: { code: 'refused', reason: 'under_least', params: { count: 1, ...named } },
    })
    expect(await seated(seat)).toEqual({ used: 3, rows: 3 })
    expect(await letters()).toEqual([])
    expect(await moved(idsOf(first), { acceptUnderLeast: true })).toMatchObject({
      ok: true,
      data: { moved: 1, short: [named] },
    })
    // Already under it: one more is asked about too.
    expect(await moved(idsOf(second))).toMatchObject({ error: { params: { left: 1, least: 3 } } })
  })
  it('refuses people who neither hold nor await a seat, and a team where all of them are', async () => {
    const { person, people, moved } = await twoTeams()
    const [draft, gone] = [await person('draft'), await person('withdrawn')]
    const there = await people(2, 'confirmed')
    expect(await moved(idsOf(draft, gone, ...there))).toMatchObject({
      error: { reason: 'only_seated_move', params: { count: 2 } },
    })
    expect(await moved(idsOf(...there))).toMatchObject({ ok: true })
    expect(await moved(idsOf(...there))).toMatchObject({ error: { reason: 'team_already' } })
  })
  it('leaves those alone who are there already', async () => {
    const { person, otherSeat, moved, letters } = await twoTeams()
    const first = await person('confirmed')
    await moved(idsOf(first))
    expect(await moved(idsOf(first, await person('confirmed')))).toMatchObject({ data: { moved: 1 } })
    expect(await seated(otherSeat)).toEqual({ used: 2, rows: 2 })
    expect(await letters()).toHaveLength(2)
  })
  it('gives the seat that is left to whoever waits for it', async () => {
    const { exercise, seat, role, team, person, moved } = await twoTeams()
    const holder = await person('confirmed')
    await factoryDb().seat.update({ where: { id: seat.id }, data: { most: 1 } })
    const estonia = await delegationOf(exercise, 'EST')
    await makeTeamNation(team, estonia.participation)
    const seatless = { roleId: role.id, teamId: team.id, state: 'waitlisted', waitsFor: 'seat' } as const
    const waiting = await makeRegistration(estonia.participation, seatless)
    expect(await moved(idsOf(holder))).toMatchObject({ ok: true })
    expect(await stateOf(waiting)).toBe('endorsed')
  })
  it('is the organisers’ act, within their own exercise', async () => {
    const { contact, exerciseId, person, moved } = await twoTeams()
    const ids = idsOf(await person('confirmed'))
    expect(await moved(ids, {}, contact)).toMatchObject({ error: { code: 'forbidden' } })
    const elsewhere = await makeExercise()
    const stranger = await staffOf(elsewhere, 'registrar')
    expect(await moved(ids, { exerciseId: elsewhere.id }, stranger)).toMatchObject({
      error: { code: 'not_found' },
    })
    const theirTeam = await makeTeam(elsewhere)
    expect(await moved(ids, { exerciseId, teamId: theirTeam.id })).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})

it('who declines or withdraws confirmed people hears which seats are left with too few', async () => {
  const { people, registrar, contact, ids, exerciseId, team } = await twoTeams({ least: 2 })
  const [first, second] = (await people(2, 'confirmed')).map(({ id }) => id)
  const refused = { exerciseId, registrationIds: [first], reason: 'Not cleared' }
  expect(await execute(decline.definition, registrar, refused, now)).toMatchObject({
    data: { short: [{ team: team.name, left: 1, least: 2 }] },
  })
  expect(
    await execute(withdraw.definition, contact, { ...ids, registrationIds: [second] }, now),
  ).toMatchObject({ data: { short: [{ left: 0, least: 2 }] } })
})

describe('at the same moment', () => {
  it('twenty who are moved one by one take the five seats there are', async () => {
    const { people, seat, otherSeat, moved } = await twoTeams({ seats: 5 })
    const twenty = await people(20, 'confirmed')
    const reasons = (await Promise.all(twenty.map(({ id }) => moved([id])))).map(reasonOf)
    expect(reasons.filter(reason => reason === 'ok')).toHaveLength(5)
    expect(reasons.filter(reason => reason === 'seat_full')).toHaveLength(15)
    expect([await seated(seat), await seated(otherSeat)]).toEqual([
      { used: 15, rows: 15 },
      { used: 5, rows: 5 },
    ])
  })
  it('people who change places between two teams wait for each other, not in a circle', async () => {
    const { person, seat, otherSeat, team, other, moved } = await twoTeams({ seats: 20 })
    const here = await Promise.all(Array.from({ length: 8 }, () => person('confirmed')))
    const there = await Promise.all(
      Array.from({ length: 8 }, () => person('confirmed', { teamId: other.id })),
    )
    const results = await Promise.all([
      ...here.map(({ id }) => moved([id])),
      ...there.map(({ id }) => moved([id], { teamId: team.id })),
    ])
    expect(results.map(reasonOf)).toEqual(Array.from({ length: 16 }, () => 'ok'))
    expect([await seated(seat), await seated(otherSeat)]).toEqual([
      { used: 8, rows: 8 },
      { used: 8, rows: 8 },
    ])
  })
  it('somebody moved to two teams and withdrawn leaves no seat behind', async () => {
    for (let round = 0; round < 5; round++) {
      const { exercise, contact, ids, person, seat, role, otherSeat, moved } = await twoTeams({ seats: 1 })
      const third = await makeTeam(exercise)
      const thirdSeat = await makeSeat(third, role, { most: 1 })
      const { id } = await person('confirmed')
      const results = await Promise.all([
        moved([id]),
        moved([id], { teamId: third.id }),
        execute(withdraw.definition, contact, { ...ids, registrationIds: [id] }, now),
      ])
      expect(results.filter(result => !result.ok && result.error.code !== 'refused')).toEqual([])
      for (const one of [seat, otherSeat, thirdSeat]) {
        const { used, rows } = await seated(one)
        expect(used).toBe(rows)
      }
    }
  })
  it('whoever waits for a seat gets it from somebody who was moved into it while withdrawing', async () => {
    const { exercise, exerciseId, contact, ids, person, role, other } = await twoTeams({ seats: 1 })
    const going = await person('confirmed')
    const estonia = await delegationOf(exercise, 'EST')
    await makeTeamNation(other, estonia.participation)
    const seatless = { roleId: role.id, teamId: other.id, state: 'waitlisted', waitsFor: 'seat' } as const
    const waiting = await makeRegistration(estonia.participation, seatless)
    let leaving: Promise<unknown> = Promise.resolve()
    await db.$transaction(async tx => {
      await tx.$executeRaw`SELECT set_config('startex.change', 'off', true)`
      await lockLinesOf(tx, exerciseId, [going.id], { joined: other.id })
      // Reads where they sit, and then waits for us.
      leaving = execute(withdraw.definition, contact, { ...ids, registrationIds: [going.id] }, now)
      await Promise.race([leaving, new Promise(resolve => setTimeout(resolve, 300))])
      const { people } = await moveTeam(tx, {
        exerciseId,
        ids: [going.id],
        from: movable,
        teamId: other.id,
      })
      await moveSeats(tx, exerciseId, seatsMoved(people, other.id))
    })
    expect(await leaving).toMatchObject({ ok: true })
    expect(await stateOf(waiting)).toBe('endorsed')
  })
})
