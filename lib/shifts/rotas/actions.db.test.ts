import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { asRegistered, asStaff, HOUR, now, setting } from '@/lib/shifts/setting.fixture'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeTeam } from '@/prisma/factories'
import { makeCrewMember, makeDuty, makeRota, makeShift } from '@/prisma/shift-factories'
import { joinCrew } from '../duties/actions'
import { addRota, editRota, makeShifts, removeRota } from './actions'

const shiftsOf = (rotaId: string) =>
  factoryDb().shift.findMany({
    where: { rotaId },
    orderBy: { startOffset: 'asc' },
    include: { duties: true },
  })

/** As the page of the rota would have it. */
const asked = (rota: { id: string; exerciseId: string }, make: number, remove = 0, more: object = {}) => ({
  exerciseId: rota.exerciseId,
  rotaId: rota.id,
  expects: { make, remove, lost: 0 },
  ...more,
})

describe('a rota', () => {
  it('is kept with its span as the planner typed it', async () => {
    const { planner, rota } = await setting()
    const result = await execute(addRota.definition, planner, rota, now)
    expect(result).toMatchObject({ ok: true })
    const row = await factoryDb().rota.findFirstOrThrow({ where: { exerciseId: rota.exerciseId } })
    expect(row).toMatchObject({
      ...{ startAnchor: 'ttime', startOffset: 0, endOffset: 24 * HOUR },
      ...{ lengthSeconds: 8 * HOUR, handoverSeconds: HOUR / 2, crews: 2, places: 2 },
    })
  })

  it('is refused beside the field that is wrong', async () => {
    const { planner, rota } = await setting()
    const refused = async (given: object) => {
      const result = await execute(addRota.definition, planner, { ...rota, ...given }, now)
      return result.ok ? null : result.error.fields
    }
    expect(await refused({ handover: '5h' })).toMatchObject({ handover: { reason: 'handover_too_long' } })
    expect(await refused({ end: 'T-1h' })).toMatchObject({ end: { reason: 'end_before_start' } })
    expect(await refused({ length: 'eight' })).toMatchObject({ length: { reason: 'unknown_notation' } })
    expect(await refused({ start: 'soon' })).toHaveProperty('start')
    expect(await refused({ crews: 27 })).toHaveProperty('crews')
    expect(await refused({ name: '' })).toHaveProperty('name')
  })

  it('has a name of its own, a team, a role and a phase of its exercise', async () => {
    const { planner, rota } = await setting()
    const elsewhere = await makeTeam(await makeExercise())
    expect(await execute(addRota.definition, planner, rota, now)).toMatchObject({ ok: true })
    expect(await execute(addRota.definition, planner, rota, now)).toMatchObject({
      error: { reason: 'rota_name_taken' },
    })
    const foreign = { ...rota, name: 'Another', teamId: elsewhere.id }
    expect(await execute(addRota.definition, planner, foreign, now)).toMatchObject({ ok: false })
  })

  it('is no controller’s and no contact’s to make, nor another exercise’s planner’s', async () => {
    const { exercise, participation, rota } = await setting()
    for (const actor of [
      await staffOf(exercise, 'controller'),
      await contactOf(participation),
      await staffOf(await makeExercise(), 'planner'),
    ])
      expect(await execute(addRota.definition, actor, rota, now)).toMatchObject({
        error: { code: 'forbidden' },
      })
  })

  it('edited by two at once, the second sees what the first made of the pattern', async () => {
    const { planner, rota, team } = await setting()
    const { id: rotaId } = await makeRota(team)
    const edit = { ...rota, rotaId, version: 1 }
    const first = await execute(editRota.definition, planner, { ...edit, length: '6h' }, now)
    expect(first).toMatchObject({ ok: true })
    const second = await execute(editRota.definition, planner, { ...edit, length: '12h' }, now)
    expect(second).toMatchObject({
      error: {
        code: 'conflict',
        conflicts: expect.arrayContaining([expect.objectContaining({ field: 'length' })]),
      },
    })
  })

  it('keeps as many crews as have people', async () => {
    const { planner, rota, team, registration } = await setting()
    const made = await makeRota(team)
    await makeCrewMember(made, 2, { registrationId: registration.id })
    const one = { ...rota, rotaId: made.id, version: 1, crews: 1 }
    expect(await execute(editRota.definition, planner, one, now)).toMatchObject({
      error: { fields: { crews: { reason: 'crew_has_people' } } },
    })
  })

  it('removed leaves its shifts alone, or takes them along', async () => {
    const { planner, exerciseId, team } = await setting()
    for (const withShifts of [false, true]) {
      const rota = await makeRota(team)
      const shift = await makeShift(team, { rotaId: rota.id, crew: 1 })
      const input = { exerciseId, rotaId: rota.id, withShifts }
      expect(await execute(removeRota.definition, planner, input, now)).toMatchObject({ ok: true })
      const left = await factoryDb().shift.findUnique({ where: { id: shift.id } })
      expect(left?.rotaId).toBe(withShifts ? undefined : null)
    }
  })
})

describe('making the shifts of a rota', () => {
  it('puts its crews on them', async () => {
    const { planner, team, registration } = await setting()
    const rota = await makeRota(team)
    await makeCrewMember(rota, 1, { registrationId: registration.id })
    const result = await execute(makeShifts.definition, planner, asked(rota, 4), now)
    expect(result).toMatchObject({ ok: true, data: { made: 4, removed: 0, put: 2 } })
    const shifts = await shiftsOf(rota.id)
    expect(
      shifts.map(shift => [shift.startOffset, shift.durationSeconds, shift.crew, shift.duties.length]),
    ).toEqual([
      [0, 8 * HOUR, 1, 1],
      [7.5 * HOUR, 8 * HOUR, 2, 0],
      [15 * HOUR, 8 * HOUR, 1, 1],
      [22.5 * HOUR, 1.5 * HOUR, 2, 0],
    ])
  })

  it('puts nobody on who has withdrawn meanwhile', async () => {
    const { planner, team, participation } = await setting()
    const rota = await makeRota(team)
    const gone = await makeRegistration(participation, { state: 'withdrawn', teamId: team.id })
    await makeCrewMember(rota, 1, { registrationId: gone.id })
    const result = await execute(makeShifts.definition, planner, asked(rota, 4), now)
    expect(result).toMatchObject({ ok: true, data: { put: 0 } })
  })

  it('twice from the same page has one effect, and from two windows the second is told', async () => {
    const { planner, exercise, team } = await setting()
    const rota = await makeRota(team)
    const input = { ...asked(rota, 4), requestId: crypto.randomUUID() }
    const [first, again] = await Promise.all(
      [0, 1].map(() => execute(makeShifts.definition, planner, input, now)),
    )
    expect(again).toEqual(first)
    const other = await staffOf(exercise, 'planner')
    expect(await execute(makeShifts.definition, other, asked(rota, 4), now)).toMatchObject({
      error: { code: 'conflict', reason: 'shifts_changed_meanwhile' },
    })
    expect(await shiftsOf(rota.id)).toHaveLength(4)
  })

  it('by many planners at once makes each shift once', async () => {
    const { planner, team } = await setting()
    const rota = await makeRota(team)
    const results = await Promise.all(
      Array.from({ length: 8 }, () => execute(makeShifts.definition, planner, asked(rota, 4), now)),
    )
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(await shiftsOf(rota.id)).toHaveLength(4)
  })

  it('anew by another pattern keeps what somebody has moved and who stands in', async () => {
    const { planner, team, registration } = await setting()
    const rota = await makeRota(team, { handoverSeconds: 0 })
    await execute(makeShifts.definition, planner, asked(rota, 3), now)
    const [first, second, third] = await shiftsOf(rota.id)
    if (!first || !second || !third) throw new Error('no shifts')
    await factoryDb().shift.update({ where: { id: first.id }, data: { startOffset: HOUR } })
    await makeDuty(second, { registrationId: registration.id })
    await factoryDb().rota.update({ where: { id: rota.id }, data: { lengthSeconds: 12 * HOUR } })
    const result = await execute(makeShifts.definition, planner, asked(rota, 0, 1), now)
    expect(result).toMatchObject({ ok: true, data: { made: 0, removed: 1 } })
    expect((await shiftsOf(rota.id)).map(shift => shift.id).sort()).toEqual([first.id, second.id].sort())
    const afresh = asked(rota, 2, 2, { afresh: true, expects: { make: 2, remove: 2, lost: 1 } })
    expect(await execute(makeShifts.definition, planner, afresh, now)).toMatchObject({ ok: true })
    expect((await shiftsOf(rota.id)).map(shift => shift.durationSeconds / HOUR)).toEqual([12, 12])
  })

  it('gives another number of places to the shifts that stay, which are the rota’s own still', async () => {
    const { planner, team } = await setting()
    const rota = await makeRota(team)
    await execute(makeShifts.definition, planner, asked(rota, 4), now)
    await factoryDb().rota.update({ where: { id: rota.id }, data: { places: 3 } })
    await execute(makeShifts.definition, planner, asked(rota, 0), now)
    const shifts = await shiftsOf(rota.id)
    expect(shifts.map(shift => [shift.places, shift.version === shift.madeVersion])).toEqual(
      Array(4).fill([3, true]),
    )
  })

  it('makes thousands of shifts with their crews in one go', async () => {
    const { planner, exerciseId, team, registration, participation } = await setting()
    const end = { anchor: 'ttime', offset: 4000 * HOUR } as const
    const rota = await makeRota(team, { end, handoverSeconds: 0, lengthSeconds: HOUR })
    const other = await makeRegistration(participation, { state: 'confirmed', teamId: team.id })
    await makeCrewMember(rota, 1, { registrationId: registration.id })
    await makeCrewMember(rota, 2, { registrationId: other.id })
    const result = await execute(makeShifts.definition, planner, asked(rota, 4000), now)
    expect(result).toMatchObject({ ok: true, data: { made: 4000, put: 4000 } })
    // And somebody more on half of them.
    const joined = { exerciseId, rotaId: rota.id, crew: 1, who: asStaff(planner) }
    expect(await execute(joinCrew.definition, planner, joined, now)).toMatchObject({
      ok: true,
      data: { put: 2000 },
    })
  })

  it('is told in the history with every shift, and may not be done by who may not plan', async () => {
    const { exercise, planner, team, registration } = await setting()
    const rota = await makeRota(team)
    const joined = { exerciseId: exercise.id, rotaId: rota.id, crew: 1, who: asRegistered(registration) }
    await execute(joinCrew.definition, planner, joined, now)
    const requestId = crypto.randomUUID()
    await execute(makeShifts.definition, planner, { ...asked(rota, 4), requestId }, now)
    const tables = await factoryDb().changeField.groupBy({
      by: ['table'],
      where: { changeId: requestId },
      _count: true,
      orderBy: { table: 'asc' },
    })
    expect(tables.map(({ table, _count }) => [table, _count])).toEqual([
      ['Duty', 2],
      ['Shift', 4],
    ])
    const registrar = await staffOf(exercise, 'registrar')
    expect(await execute(makeShifts.definition, registrar, asked(rota, 0), now)).toMatchObject({
      error: { code: 'forbidden' },
    })
    const elsewhere = await setting()
    expect(
      await execute(
        makeShifts.definition,
        elsewhere.planner,
        { ...asked(rota, 0), exerciseId: elsewhere.exerciseId },
        now,
      ),
    ).toMatchObject({ error: { code: 'not_found' } })
  })
})
