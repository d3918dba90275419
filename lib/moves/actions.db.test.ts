import { beforeAll, describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { sql } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import type { Moment } from '@/lib/time'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeExercise, makePhase, makeTeam } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { makeDuty, makeShift } from '@/prisma/shift-factories'
import { applyMove, undoMove } from './actions'
import { getPreview, listMoves, type Preview } from './queries'
import type { MovedItem, Operation } from './schema'

const timeZone = 'Europe/Tallinn'
const now = Date.UTC(2026, 10, 22)
const dday = (day: number, minute: number | null = 540): Moment => ({ anchor: 'dday', day, minute, timeZone })
const tTime = (offset: number): Moment => ({ anchor: 'ttime', offset })
const fixed = (at: number): Moment => ({ anchor: 'fixed', at, timeZone })
const HOUR = 3600
const DAY = 24 * HOUR

/** STARTEX Tuesday 23 March 2027, 09:00 in Tallinn: winter time, five days before the clocks go forward. */
async function setting() {
  const exercise = await makeExercise({ startexAt: Date.UTC(2027, 2, 23, 7), status: 'planning' })
  const planner = await staffOf(exercise, 'planner')
  const director = await staffOf(exercise, 'director')
  const phase = await makePhase(exercise, { name: 'Play', start: tTime(0), end: tTime(2 * DAY) })
  const phaseId = phase.id
  const briefing = await makeActivity(exercise, { title: 'Briefing', start: dday(0, 480), phaseId })
  const visit = await makeActivity(exercise, {
    title: 'Visit',
    start: fixed(Date.UTC(2027, 2, 23, 12)),
    phaseId,
  })
  const other = await makeActivity(exercise, { title: 'Conference', start: dday(-28) })
  const inject = await makeInject(exercise, {
    phaseId,
    startAnchor: 'ttime',
    startOffset: HOUR,
    state: 'approved',
  })
  const waiting = await makeInject(exercise, {})
  await factoryDb().wait.create({
    data: { exerciseId: exercise.id, injectId: waiting.id, afterInjectId: inject.id, delaySeconds: 600 },
  })
  const team = await makeTeam(exercise)
  const rota = await factoryDb().rota.create({
    data: {
      ...{ exerciseId: exercise.id, teamId: team.id, phaseId, name: 'Watch', lengthSeconds: 8 * HOUR },
      ...{ startAnchor: 'ttime', startOffset: 0, endAnchor: 'ttime', endOffset: 2 * DAY },
    },
  })
  const shift = await makeShift(team, { rotaId: rota.id, crew: 1, start: tTime(0), madeVersion: 1 })
  return { exercise, planner, director, phase, briefing, visit, other, inject, waiting, team, rota, shift }
}

const look = async (actor: Actor, exerciseId: string, operation: Operation): Promise<Preview> => {
  const preview = await getPreview(actor, exerciseId, operation, { now, locale: 'en' })
  if (!preview) throw new Error('No preview')
  return preview
}

async function move(actor: Actor, exerciseId: string, operation: Operation, more: object = {}) {
  const { seen } = await look(actor, exerciseId, operation)
  return execute(applyMove.definition, actor, { exerciseId, operation, seen, reason: 'Late', ...more }, now)
}

const changeIdOf = (result: Awaited<ReturnType<typeof move>>): string => {
  if (!result.ok) throw new Error(result.error.reason)
  return result.data.changeId
}

/** Every row of the plan, but for what only counts its changes. */
async function images(exerciseId: string): Promise<string[]> {
  const rows: string[] = []
  for (const table of ['Exercise', 'Phase', 'Activity', 'Rota', 'Shift', 'Inject', 'Wait', 'Duty']) {
    const owner = table === 'Exercise' ? sql`"id"` : sql`"exerciseId"`
    const found = await sql<{ image: string }[]>`
      SELECT (to_jsonb(t) - 'version' - 'madeVersion')::text AS "image" FROM ${sql(table)} t WHERE ${owner} = ${exerciseId}::uuid ORDER BY 1`
    rows.push(...found.map(({ image }) => `${table} ${image}`))
  }
  return rows
}

const slide = (phaseId: string, bySeconds: number): Operation => ({
  ...{ kind: 'slide_phase', phaseId, bySeconds, withPinned: false },
})

describe('sliding a phase', () => {
  let world: Awaited<ReturnType<typeof setting>>
  beforeAll(async () => {
    world = await setting()
  })

  it('shows what moves, follows and stays, and writes nothing', async () => {
    const { exercise, planner, phase, visit, waiting } = world
    const before = await images(exercise.id)
    const preview = await look(planner, exercise.id, slide(phase.id, DAY))
    expect(preview.counts.toSorted((a, b) => (a.table < b.table ? -1 : 1))).toEqual([
      { table: 'Activity', count: 1 },
      { table: 'Inject', count: 1 },
      { table: 'Phase', count: 1 },
      { table: 'Rota', count: 1 },
      { table: 'Shift', count: 1 },
    ])
    expect(preview.follows.rows.map(({ id }) => id)).toEqual([waiting.id])
    expect(preview.stays).toMatchObject([{ why: 'pinned', total: 1, rows: [{ id: visit.id }] }])
    expect(preview.approved).toBe(1)
    expect(await images(exercise.id)).toEqual(before)
  })

  it('is one transaction and one entry, touches nothing outside, and is put back as it was', async () => {
    const { exercise, planner, phase, briefing, other, visit, inject, shift } = world
    const before = await images(exercise.id)
    const done = await move(planner, exercise.id, slide(phase.id, DAY))
    expect(done).toMatchObject({ ok: true, data: { moved: 5 } })
    const db = factoryDb()
    expect(await db.activity.findUnique({ where: { id: briefing.id } })).toMatchObject({
      startDay: 1,
      startMinute: 480,
    })
    expect(await db.inject.findUnique({ where: { id: inject.id } })).toMatchObject({
      startOffset: HOUR + DAY,
      state: 'review',
    })
    expect(await db.shift.findUnique({ where: { id: shift.id } })).toMatchObject({
      ...{ startOffset: DAY, version: 2, madeVersion: 2 },
    })
    for (const { id, version } of [visit, other])
      expect(await db.activity.findUnique({ where: { id } })).toMatchObject({ version })
    const entries = await db.change.findMany({ where: { exerciseId: exercise.id, action: 'plan.move' } })
    expect(entries).toMatchObject([{ id: changeIdOf(done), reason: 'Late' }])
    const undo = { exerciseId: exercise.id, changeId: changeIdOf(done) }
    expect(await execute(undoMove.definition, planner, undo, now)).toMatchObject({ ok: true })
    expect(await images(exercise.id)).toEqual(before)
    expect(await execute(undoMove.definition, planner, undo, now)).toMatchObject({
      error: { reason: 'move_undone_already' },
    })
    expect(await listMoves(planner, exercise.id)).toMatchObject([
      { undone: true, kind: 'slide_phase', moved: 5 },
    ])
  })

  it('keeps approvals where only the time is said to change', async () => {
    const { exercise, planner, phase, inject } = await setting()
    await move(planner, exercise.id, slide(phase.id, HOUR), { editorial: true })
    expect(await factoryDb().inject.findUnique({ where: { id: inject.id } })).toMatchObject({
      state: 'approved',
    })
  })
})

describe('two planners at once', () => {
  it('the second is told who did what, and moves nothing', async () => {
    const { exercise, planner, director, phase, briefing } = await setting()
    const operation = slide(phase.id, DAY)
    const { seen } = await look(planner, exercise.id, operation)
    const dragged: Operation = {
      kind: 'items',
      items: [{ kind: 'activity', id: briefing.id }],
      bySeconds: HOUR,
    }
    await move(director, exercise.id, dragged)
    const before = await images(exercise.id)
    const input = { exerciseId: exercise.id, operation, seen, reason: 'Late' }
    expect(await execute(applyMove.definition, planner, input, now)).toMatchObject({
      error: {
        code: 'conflict',
        reason: 'plan_changed',
        conflicts: [{ field: 'Briefing', theirs: 'plan.move' }],
      },
    })
    expect(await images(exercise.id)).toEqual(before)
    expect(await move(planner, exercise.id, operation)).toMatchObject({ ok: true })
  })

  it('of moves from the same preview at the same moment one happens', async () => {
    const { exercise, planner, director, phase } = await setting()
    const operation = slide(phase.id, DAY)
    const { seen } = await look(planner, exercise.id, operation)
    const results = await Promise.all(
      [planner, director, planner].map(actor =>
        execute(
          applyMove.definition,
          actor,
          { exerciseId: exercise.id, operation, seen, reason: 'Late' },
          now,
        ),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await factoryDb().phase.findUnique({ where: { id: phase.id } })).toMatchObject({
      startOffset: DAY,
    })
  })

  it('a move on which something has been built stays, and says what', async () => {
    const { exercise, planner, director, phase, briefing } = await setting()
    const changeId = changeIdOf(await move(planner, exercise.id, slide(phase.id, DAY)))
    await move(director, exercise.id, {
      kind: 'items',
      items: [{ kind: 'activity', id: briefing.id }],
      bySeconds: HOUR,
    })
    const before = await images(exercise.id)
    expect(
      await execute(undoMove.definition, planner, { exerciseId: exercise.id, changeId }, now),
    ).toMatchObject({
      error: { code: 'refused', reason: 'move_built_upon', conflicts: [{ field: 'Briefing' }] },
    })
    expect(await images(exercise.id)).toEqual(before)
  })
})

describe('a move is refused', () => {
  it('with ids of another exercise, which are not found there', async () => {
    const { exercise, planner } = await setting()
    const theirs = await setting()
    const before = await images(theirs.exercise.id)
    for (const operation of [
      slide(theirs.phase.id, DAY),
      { kind: 'items', items: [{ kind: 'activity', id: theirs.briefing.id }], bySeconds: DAY },
      { kind: 'items', items: [{ kind: 'shift', id: theirs.shift.id }], bySeconds: DAY },
    ] satisfies Operation[])
      expect(await move(planner, exercise.id, operation)).toMatchObject({ error: { reason: 'not_found' } })
    const changeId = changeIdOf(await move(theirs.planner, theirs.exercise.id, slide(theirs.phase.id, DAY)))
    expect(
      await execute(undoMove.definition, planner, { exerciseId: exercise.id, changeId }, now),
    ).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(await images(theirs.exercise.id)).not.toEqual(before)
  })

  it('without a reason where it is a whole operation, but not for a drag', async () => {
    const { exercise, planner, phase, briefing } = await setting()
    const reason = ''
    expect(await move(planner, exercise.id, slide(phase.id, DAY), { reason })).toMatchObject({
      error: { fields: { reason: { reason: 'required' } } },
    })
    const drag: Operation = { kind: 'items', items: [{ kind: 'activity', id: briefing.id }], bySeconds: DAY }
    expect(await move(planner, exercise.id, drag, { reason })).toMatchObject({ ok: true })
  })

  it('to whoever has no part in planning, who sees no preview either', async () => {
    const { exercise, director, planner, phase } = await setting()
    const contact = await contactOf(await makeParticipation(exercise))
    const { seen } = await look(planner, exercise.id, slide(phase.id, DAY))
    const input = { exerciseId: exercise.id, operation: slide(phase.id, DAY), seen, reason: 'Late' }
    expect(await execute(applyMove.definition, contact, input, now)).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await getPreview(contact, exercise.id, slide(phase.id, DAY), { now, locale: 'en' })).toBeNull()
    const home: Operation = { kind: 'home_zone', timeZone: 'Europe/Oslo', keep: 'walls' }
    expect(await getPreview(planner, exercise.id, home, { now, locale: 'en' })).toBeNull()
    const changeId = changeIdOf(await move(director, exercise.id, home))
    expect(
      await execute(undoMove.definition, planner, { exerciseId: exercise.id, changeId }, now),
    ).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(
      await execute(undoMove.definition, director, { exerciseId: exercise.id, changeId }, now),
    ).toMatchObject({ ok: true })
  })
})

it('duplicates shifts with whoever stands them, phases under another name, and injects under another serial', async () => {
  const { exercise, planner, team, shift, phase, inject } = await setting()
  const registration = await makeRegistration(await makeParticipation(exercise), {
    state: 'confirmed',
    teamId: team.id,
  })
  await makeDuty(shift, { registrationId: registration.id })
  const items = [
    { kind: 'shift', id: shift.id },
    { kind: 'phase', id: phase.id },
    { kind: 'inject', id: inject.id },
  ] satisfies MovedItem[]
  const before = await images(exercise.id)
  const done = await move(planner, exercise.id, { kind: 'duplicate', items, bySeconds: DAY })
  expect(done).toMatchObject({ data: { moved: 3 } })
  const db = factoryDb()
  const where = { exerciseId: exercise.id }
  expect(
    await db.shift.findMany({ where, orderBy: { startOffset: 'asc' }, include: { duties: true } }),
  ).toMatchObject([
    { startOffset: 0, duties: [{ registrationId: registration.id }] },
    { startOffset: DAY, duties: [{ registrationId: registration.id }] },
  ])
  expect(
    (await db.phase.findMany({ where, orderBy: { position: 'asc' } })).map(({ name }) => name),
  ).toContain('Play (2)')
  expect(await db.inject.findFirst({ where: { ...where, startOffset: HOUR + DAY } })).toMatchObject({
    state: 'draft',
  })
  const undo = (changeId: string) =>
    execute(undoMove.definition, planner, { exerciseId: exercise.id, changeId }, now)
  expect(await undo(changeIdOf(done))).toMatchObject({ ok: true })
  expect(await images(exercise.id)).toEqual(before)
  const again = await move(planner, exercise.id, { kind: 'duplicate', items, bySeconds: DAY })
  const copy = await db.phase.findFirstOrThrow({ where: { ...where, name: 'Play (2)' } })
  await move(planner, exercise.id, slide(copy.id, HOUR))
  expect(await undo(changeIdOf(again))).toMatchObject({
    error: { reason: 'move_built_upon', conflicts: [{ field: 'Play (2)' }] },
  })
})

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

  it('get none where it is put back before they are sent, and a second one after', async () => {
    const { exercise, planner, phase } = await withPeople()
    const first = changeIdOf(await move(planner, exercise.id, slide(phase.id, DAY), { tell: true }))
    await execute(undoMove.definition, planner, { exerciseId: exercise.id, changeId: first }, now)
    expect(await letters(exercise.id)).toMatchObject([
      { nextAttemptAt: null, sentAt: null, failure: 'superseded' },
    ])
    const second = changeIdOf(await move(planner, exercise.id, slide(phase.id, DAY), { tell: true }))
    await factoryDb().mail.updateMany({
      where: { cause: { startsWith: `plan.move:${second}` } },
      data: { sentAt: new Date(now), nextAttemptAt: null },
    })
    await execute(undoMove.definition, planner, { exerciseId: exercise.id, changeId: second }, now)
    const templates = (await letters(exercise.id)).map(({ template }) => template)
    expect(templates).toEqual(['plan_moved', 'plan_moved', 'plan_moved_back'])
  })

  it('are left alone where the planner says so', async () => {
    const { exercise, planner, phase } = await withPeople()
    expect(await move(planner, exercise.id, slide(phase.id, DAY))).toMatchObject({ data: { letters: 0 } })
    expect(await letters(exercise.id)).toEqual([])
  })
})

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
  expect(made.clashes.made).toContainEqual({ kind: 'double_booked', count: 1 })
  await move(planner, exercise.id, drag(-26 * HOUR))
  const back = await look(planner, exercise.id, drag(26 * HOUR))
  expect(back.clashes.mended).toContainEqual({ kind: 'double_booked', count: 1 })
  expect(back.clashes.made).toEqual([])
})
