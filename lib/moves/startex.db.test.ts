import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { sql } from '@/lib/db'
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
import { applyMove } from './actions'
import { changeIdOf, dday, fixed, look, move, now, slip, slipStartex, tTime, undo } from './moving.fixture'
import { getPreview } from './queries'
import type { Operation } from './schema'

const april = '2027-04-20 09:00'

/** STARTEX Tuesday 23 March 2027, 09:00 in Tallinn: winter time, five days before the clocks go forward. */
async function setting() {
  const exercise = await makeExercise({ startexAt: Date.UTC(2027, 2, 23, 7), status: 'registration' })
  const director = await staffOf(exercise, 'director')
  await makePhase(exercise, { start: dday(-50, null), end: tTime(0) })
  await makeActivity(exercise, { title: 'Conference', start: dday(-28) })
  await makeActivity(exercise, { title: 'Inject', start: tTime(2700) })
  await makeActivity(exercise, { title: 'Visit', start: fixed(Date.UTC(2027, 1, 11, 15)) })
  const team = await makeTeam(exercise)
  await makeSeat(team, await makeRole(exercise))
  const participation = await makeParticipation(exercise)
  await makeQuota(participation)
  await makeRegistration(participation)
  return { exercise, director, participation, team }
}

/** The version of every row that belongs to the exercise, as Postgres itself counts it. */
async function rowImages(exerciseId: string): Promise<Record<string, string[]>> {
  const images: Record<string, string[]> = {}
  const tables = ['Phase', 'Activity', 'Team', 'TeamKind', 'Role', 'Seat', 'Participation', 'Quota']
  for (const table of [...tables, 'Registration', 'Membership']) {
    const rows = await sql<{ image: string }[]>`
      SELECT t.xmin::text || ' ' || t::text AS "image" FROM ${sql(table)} t
       WHERE "exerciseId" = ${exerciseId}::uuid ORDER BY 1`
    images[table] = rows.map(({ image }) => image)
  }
  return images
}

describe('slipping STARTEX by four weeks across DST', () => {
  it('is one update of the exercise: no other row is touched, and the wall time is kept', async () => {
    const { exercise, director } = await setting()
    const before = await rowImages(exercise.id)
    expect(await slipStartex(director, exercise.id, april, now)).toMatchObject({ data: { moved: 0 } })
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
      { table: 'Exercise', field: 'startexAt', action: 'plan.move', reason: 'Late' },
    ])
  })

  it('keeps what has already taken place as the fixed moment that it has become, and puts it back', async () => {
    const { exercise, director, participation, team } = await setting()
    const key = { exerciseId: exercise.id, participationId: participation.id }
    const db = factoryDb()
    const own = { startAnchor: 'dday', startDay: -60, startTimeZone: 'Asia/Tokyo' } as const
    await db.participationGate.create({ data: { ...key, gate: 'registration_opens', ...own } })
    const gate = { gate: 'registration_opens', days: 1, start: dday(-50, null) } as const
    await makeActivity(exercise, { title: 'Opens', ...gate })
    await makeActivity(exercise, { title: 'Held', days: 3, start: dday(-49, null) })
    const rota = await makeRota(team, { name: 'Build watch', start: dday(-300), end: dday(2) })
    const stood = await makeShift(team, { rotaId: rota.id, crew: 1, start: dday(-300) })
    const ahead = await makeShift(team, { rotaId: rota.id, crew: 2, start: tTime(3600) })
    // 10 March 2027: the conference (D-28) is over, play is to come.
    const march = Date.UTC(2027, 2, 10)
    const preview = await look(director, exercise.id, slip(april), march)
    expect(preview.stays.find(({ why }) => why === 'happened')).toMatchObject({ total: 5 })
    const slipped = await slipStartex(director, exercise.id, april, march)
    expect(slipped).toMatchObject({ data: { moved: 7 } })
    const where = { exerciseId: exercise.id }
    expect(await db.activity.findMany({ where, orderBy: { title: 'asc' } })).toMatchObject([
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
    const begun = { startAnchor: 'fixed', startAt: new Date(Date.UTC(2027, 0, 31, 22)), endAnchor: 'ttime' }
    expect(await db.phase.findFirst({ where })).toMatchObject(begun)
    const opened = { startAnchor: 'fixed', startAt: new Date(Date.UTC(2027, 0, 21, 15)) }
    expect(await db.participationGate.findFirst({ where: key })).toMatchObject(opened)
    const shifts = await db.shift.findMany({ where: { rotaId: rota.id } })
    expect(shifts.find(({ id }) => id === stood.id)).toMatchObject({ startAnchor: 'fixed', version: 2 })
    expect(shifts.find(({ id }) => id === ahead.id)).toMatchObject({ startOffset: 3600, version: 1 })
    const watch = { startAnchor: 'fixed', endAnchor: 'dday', endDay: 2 }
    expect(await db.rota.findUniqueOrThrow({ where: { id: rota.id } })).toMatchObject(watch)
    expect(await undo(director, exercise.id, changeIdOf(slipped), march)).toMatchObject({ ok: true })
    expect(await db.participationGate.findFirst({ where: key })).toMatchObject(own)
  })

  it('rewrites nothing even of the past where that is not asked for', async () => {
    const { exercise, director } = await setting()
    const before = await rowImages(exercise.id)
    const march = Date.UTC(2027, 2, 10)
    expect(await move(director, exercise.id, slip(april, false), {}, march)).toMatchObject({ ok: true })
    expect(await rowImages(exercise.id)).toEqual(before)
  })
})

describe('a slip is refused', () => {
  it('to the second of two who moved from the same preview, with what the first did', async () => {
    const { exercise, director } = await setting()
    const inputs = await Promise.all(
      [april, '2027-05-18 09:00'].map(async startex => {
        const { seen } = await look(director, exercise.id, slip(startex))
        return { exerciseId: exercise.id, operation: slip(startex), seen, reason: 'Late' }
      }),
    )
    const results = await Promise.all(
      inputs.map(input => execute(applyMove.definition, director, input, now)),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'conflict', reason: 'plan_changed', conflicts: [{ theirs: 'plan.move' }] },
    })
  })

  it('into a skipped hour, to a D-day, without a reason, and to where it stands', async () => {
    const { exercise, director } = await setting()
    const wrong: [string, string][] = [
      ['2027-03-28 03:30', 'skipped_hour'],
      ['D+28 09:00', 'startex_not_fixed'],
      ['2027-03-23 09:00', 'startex_same'],
    ]
    for (const [startex, reason] of wrong)
      expect(await slipStartex(director, exercise.id, startex, now)).toMatchObject({ error: { reason } })
    expect(await move(director, exercise.id, slip(april), { reason: '' })).toMatchObject({
      error: { fields: { reason: { reason: 'required' } } },
    })
    const zone: Operation = { kind: 'home_zone', timeZone: 'Europe/Talinn', keep: 'walls' }
    const input = { exerciseId: exercise.id, operation: zone, seen: 'x y', reason: 'Late' }
    expect(await execute(applyMove.definition, director, input, now)).toMatchObject({
      error: { code: 'invalid' },
    })
  })

  it('once play has begun, and so is putting one back', async () => {
    const { exercise, director } = await setting()
    const changeId = changeIdOf(await slipStartex(director, exercise.id, april, now))
    await factoryDb().exercise.update({ where: { id: exercise.id }, data: { status: 'conduct' } })
    expect(await slipStartex(director, exercise.id, '2027-05-18 09:00', now)).toMatchObject({
      error: { code: 'refused', reason: 'startex_has_happened' },
    })
    expect(await undo(director, exercise.id, changeId)).toMatchObject({
      error: { code: 'refused', reason: 'startex_has_happened' },
    })
  })

  it('to planners, points of contact and directors of another exercise', async () => {
    const { exercise, director, participation } = await setting()
    const { seen } = await look(director, exercise.id, slip(april))
    const input = { exerciseId: exercise.id, operation: slip(april), seen, reason: 'Late' }
    const actors = [
      await staffOf(exercise, 'planner'),
      await contactOf(participation),
      await staffOf(await makeExercise(), 'director'),
    ]
    for (const actor of actors) {
      expect(await execute(applyMove.definition, actor, input, now)).toMatchObject({
        error: { code: 'forbidden' },
      })
      expect(await getPreview(actor, exercise.id, slip(april), { now, locale: 'en' })).toBeNull()
    }
    const gone = { ...input, exerciseId: crypto.randomUUID() }
    expect(await execute(applyMove.definition, await administrator(), gone, now)).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})
