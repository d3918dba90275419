import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { sql } from '@/lib/db'
import type { Moment } from '@/lib/time'
import { administrator, contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeQuota, makeRegistration } from '@/prisma/delegation-factories'
import {
  factoryDb,
  makeActivity,
  makeExercise,
  makePhase,
  makeRole,
  makeSeat,
  makeTeam,
} from '@/prisma/factories'
import { makeRota, makeShift } from '@/prisma/shift-factories'
import { moveStartex } from './actions'
import { listMoments } from './queries'

const timeZone = 'Europe/Tallinn'
const now = Date.UTC(2026, 10, 22)
const dday = (day: number, minute: number | null = 540): Moment => ({ anchor: 'dday', day, minute, timeZone })

/** STARTEX Tuesday 23 March 2027, 09:00 in Tallinn: winter time, five days before the clocks go forward. */
async function setting() {
  const exercise = await makeExercise({ startexAt: Date.UTC(2027, 2, 23, 7), status: 'registration' })
  const director = await staffOf(exercise, 'director')
  await makePhase(exercise, { start: dday(-50, null), end: { anchor: 'ttime', offset: 0 } })
  await makeActivity(exercise, { title: 'Conference', start: dday(-28) })
  await makeActivity(exercise, { title: 'Inject', start: { anchor: 'ttime', offset: 2700 } })
  const fixed: Moment = { anchor: 'fixed', at: Date.UTC(2027, 1, 11, 15), timeZone }
  await makeActivity(exercise, { title: 'Visit', start: fixed })
  const team = await makeTeam(exercise)
  await makeSeat(team, await makeRole(exercise))
  const participation = await makeParticipation(exercise)
  await makeQuota(participation)
  await makeRegistration(participation)
  const move = {
    exerciseId: exercise.id,
    version: exercise.version,
    timeZone,
    startex: '2027-04-20 09:00',
    keepPast: true,
    reason: 'The range is not ready in March',
  }
  return { exercise, director, participation, move }
}

/** The version of every row that belongs to the exercise, as Postgres itself counts it. */
async function rowImages(exerciseId: string): Promise<Record<string, string[]>> {
  const images: Record<string, string[]> = {}
  const tables = [
    'Phase',
    'Activity',
    'Team',
    'TeamKind',
    'Role',
    'Seat',
    'Participation',
    'Quota',
    'Registration',
    'Membership',
  ]
  for (const table of tables) {
    const rows = await sql<{ image: string }[]>`
      SELECT t.xmin::text || ' ' || t::text AS "image" FROM ${sql(table)} t
       WHERE "exerciseId" = ${exerciseId}::uuid ORDER BY 1`
    images[table] = rows.map(({ image }) => image)
  }
  return images
}

describe('moving STARTEX by four weeks across DST', () => {
  it('is one update of the exercise: no other row is touched, and the wall time is kept', async () => {
    const { exercise, director, move } = await setting()
    const before = await rowImages(exercise.id)
    const result = await execute(moveStartex.definition, director, move, now)
    expect(result).toEqual({ ok: true, data: { kept: 0 } })
    expect(await rowImages(exercise.id)).toEqual(before)
    const [row] = await sql<{ utc: string; wall: string; version: number }[]>`
      SELECT to_char("startexAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS "utc",
             to_char("startexAt" AT TIME ZONE "timeZone", 'YYYY-MM-DD HH24:MI') AS "wall", "version"
        FROM "Exercise" WHERE "id" = ${exercise.id}::uuid`
    expect(row).toEqual({ utc: '2027-04-20 06:00', wall: '2027-04-20 09:00', version: 2 })
    const changes = await sql`
      SELECT f."table", f."field", c."action", c."reason" FROM "ChangeField" f JOIN "Change" c ON c."id" = f."changeId"
       WHERE c."exerciseId" = ${exercise.id}::uuid`
    expect([...changes]).toEqual([
      { table: 'Exercise', field: 'startexAt', action: 'exercise.move', reason: move.reason },
    ])
  })

  it('keeps what has already taken place as the fixed moment that it has become', async () => {
    const { exercise, director, participation, move } = await setting()
    const key = { exerciseId: exercise.id, participationId: participation.id }
    await factoryDb().participationGate.create({
      data: {
        ...key,
        gate: 'registration_opens',
        startAnchor: 'dday',
        startDay: -60,
        startTimeZone: 'Asia/Tokyo',
      },
    })
    await makeActivity(exercise, {
      title: 'Opens',
      gate: 'registration_opens',
      days: 1,
      start: dday(-50, null),
    })
    await makeActivity(exercise, { title: 'Held', days: 3, start: dday(-49, null) })
    // 10 March 2027: the conference (D-28) is over, play is to come.
    const after = Date.UTC(2027, 2, 10)
    expect(await execute(moveStartex.definition, director, move, after)).toMatchObject({ data: { kept: 5 } })
    const activities = await factoryDb().activity.findMany({
      where: { exerciseId: exercise.id },
      orderBy: { title: 'asc' },
    })
    expect(activities).toMatchObject([
      {
        title: 'Conference',
        startAnchor: 'fixed',
        startAt: new Date(Date.UTC(2027, 1, 23, 7)),
        startDay: null,
      },
      { title: 'Held', startAnchor: 'fixed', startAt: new Date(Date.UTC(2027, 1, 1, 22)), days: 3 },
      { title: 'Inject', startAnchor: 'ttime', startOffset: 2700 },
      { title: 'Opens', startAnchor: 'fixed', startAt: new Date(Date.UTC(2027, 0, 31, 22)), days: null },
      { title: 'Visit', startAnchor: 'fixed' },
    ])
    expect(await factoryDb().phase.findFirst({ where: { exerciseId: exercise.id } })).toMatchObject({
      startAnchor: 'fixed',
      startAt: new Date(Date.UTC(2027, 0, 31, 22)),
      endAnchor: 'ttime',
    })
    expect(await factoryDb().participationGate.findFirst({ where: key })).toMatchObject({
      startAnchor: 'fixed',
      startAt: new Date(Date.UTC(2027, 0, 21, 15)),
      startTimeZone: 'Asia/Tokyo',
    })
  })

  it('rewrites nothing even of the past where that is not asked for', async () => {
    const { exercise, director, move } = await setting()
    const before = await rowImages(exercise.id)
    const after = Date.UTC(2027, 2, 10)
    await execute(moveStartex.definition, director, { ...move, keepPast: false }, after)
    expect(await rowImages(exercise.id)).toEqual(before)
  })
})

describe('a move is refused', () => {
  it('to the second of two who moved from the same preview, with what the first did', async () => {
    const { exercise, director, move } = await setting()
    const other = { ...move, startex: '2027-05-18 09:00' }
    const results = await Promise.all(
      [move, other].map(input => execute(moveStartex.definition, director, input, now)),
    )
    expect(results.filter(result => result.ok)).toHaveLength(1)
    const refused = results.find(result => !result.ok)
    const { startexAt } = await factoryDb().exercise.findUniqueOrThrow({ where: { id: exercise.id } })
    const theirs = startexAt.getTime() === Date.UTC(2027, 3, 20, 6) ? '2027-04-20 09:00' : '2027-05-18 09:00'
    expect(refused).toMatchObject({
      error: { code: 'conflict', conflicts: [{ field: 'startex', theirs }] },
    })
  })

  it('to whoever moves to where it is by now, or from a preview made before it moved', async () => {
    const { exercise, director, move } = await setting()
    const from = { ...move, startex: '2027-03-23 09:00' }
    await execute(moveStartex.definition, director, move, now)
    for (const late of [move, from]) {
      expect(await execute(moveStartex.definition, director, late, now)).toMatchObject({
        error: { reason: 'startex_same' },
      })
    }
    const otherZone = { ...from, timeZone: 'Europe/Stockholm', startex: '2027-03-23 08:00' }
    expect(await execute(moveStartex.definition, director, otherZone, now)).toMatchObject({
      error: { code: 'conflict', conflicts: [{ field: 'startex', theirs: '2027-04-20 09:00' }] },
    })
    expect(await factoryDb().exercise.findUnique({ where: { id: exercise.id } })).toMatchObject({
      startexAt: new Date(Date.UTC(2027, 3, 20, 6)),
      timeZone,
    })
  })

  it('into a skipped hour, without a reason, to the same place and to a D-day', async () => {
    const { director, move } = await setting()
    const wrong: [object, string, string][] = [
      [{ startex: '2027-03-28 03:30' }, 'startex', 'skipped_hour'],
      [{ startex: 'D+28 09:00' }, 'startex', 'startex_not_fixed'],
      [{ reason: '' }, 'reason', 'required'],
      [{ timeZone: 'Europe/Talinn' }, 'timeZone', 'unknown_zone'],
    ]
    for (const [change, field, reason] of wrong) {
      const result = await execute(moveStartex.definition, director, { ...move, ...change }, now)
      expect(result).toMatchObject({ error: { fields: { [field]: { reason } } } })
    }
    const same = await execute(
      moveStartex.definition,
      director,
      { ...move, startex: '2027-03-23 09:00' },
      now,
    )
    expect(same).toMatchObject({ error: { reason: 'startex_same' } })
  })

  it('once play has begun', async () => {
    const { exercise, director, move } = await setting()
    await factoryDb().exercise.update({ where: { id: exercise.id }, data: { status: 'conduct' } })
    expect(await execute(moveStartex.definition, director, { ...move, version: 2 }, now)).toMatchObject({
      error: { code: 'refused', reason: 'startex_has_happened' },
    })
  })

  it('to planners, points of contact and directors of another exercise', async () => {
    const { exercise, participation, move } = await setting()
    const actors = [
      await staffOf(exercise, 'planner'),
      await contactOf(participation),
      await staffOf(await makeExercise(), 'director'),
    ]
    for (const actor of actors) {
      expect(await execute(moveStartex.definition, actor, move, now)).toMatchObject({
        error: { code: 'forbidden' },
      })
      expect(await listMoments(actor, exercise.id)).toEqual([])
    }
    const gone = { ...move, exerciseId: crypto.randomUUID() }
    expect(await execute(moveStartex.definition, await administrator(), gone, now)).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})

describe('watches', () => {
  it('are moments of the plan: what lies behind becomes fixed, what is to come follows without being rewritten', async () => {
    const { exercise, director, move } = await setting()
    const team = await makeTeam(exercise)
    const rota = await makeRota(team, { name: 'Build watch', start: dday(-300), end: dday(2) })
    const stood = await makeShift(team, { rotaId: rota.id, crew: 1, start: dday(-300) })
    const ahead = await makeShift(team, {
      rotaId: rota.id,
      crew: 2,
      start: { anchor: 'ttime', offset: 3600 },
    })
    const told = await listMoments(director, exercise.id)
    const watches = told.filter(({ what }) => /rota|shift/.test(what))
    expect(watches.map(({ what, title }) => `${what} ${title}`).sort()).toEqual([
      'rota_end Build watch',
      'rota_start Build watch',
      'shift Build watch',
      'shift Build watch',
    ])
    expect(await execute(moveStartex.definition, director, move, now)).toMatchObject({
      ok: true,
      data: { kept: 2 },
    })
    const shifts = await factoryDb().shift.findMany({ where: { rotaId: rota.id } })
    expect(shifts.find(({ id }) => id === stood.id)).toMatchObject({ startAnchor: 'fixed', version: 2 })
    expect(shifts.find(({ id }) => id === ahead.id)).toMatchObject({ startOffset: 3600, version: 1 })
    expect(await factoryDb().rota.findUniqueOrThrow({ where: { id: rota.id } })).toMatchObject({
      ...{ startAnchor: 'fixed', endAnchor: 'dday', endDay: 2 },
    })
  })
})
