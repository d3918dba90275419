import { beforeAll, describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { contactOf } from '@/prisma/actors'
import { makeParticipation } from '@/prisma/delegation-factories'
import { factoryDb } from '@/prisma/factories'
import { applyMove } from './actions'
import { changeIdOf, DAY, HOUR, images, look, move, now, setting, slide, undo } from './moving.fixture'
import { getPreview, listMoves } from './queries'
import type { Operation } from './schema'

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
    const changeId = changeIdOf(done)
    expect(await undo(planner, exercise.id, changeId)).toMatchObject({ ok: true })
    expect(await images(exercise.id)).toEqual(before)
    expect(await undo(planner, exercise.id, changeId)).toMatchObject({
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
    expect(await undo(planner, exercise.id, changeId)).toMatchObject({
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
    expect(await undo(planner, exercise.id, changeId)).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await undo(director, exercise.id, changeId)).toMatchObject({ ok: true })
  })
})
