import { execute } from '@/lib/action'
import { sql } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import type { Instant, Moment } from '@/lib/time'
import { staffOf } from '@/prisma/actors'
import { factoryDb, makeActivity, makeExercise, makePhase, makeTeam } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { makeShift } from '@/prisma/shift-factories'
import { applyMove, undoMove } from './actions'
import { getPreview, type Preview } from './queries'
import type { Operation } from './schema'

const timeZone = 'Europe/Tallinn'
export const now = Date.UTC(2026, 10, 22)
export const dday = (day: number, minute: number | null = 540): Moment => ({
  anchor: 'dday',
  day,
  minute,
  timeZone,
})
export const tTime = (offset: number): Moment => ({ anchor: 'ttime', offset })
export const fixed = (at: number): Moment => ({ anchor: 'fixed', at, timeZone })
export const HOUR = 3600
export const DAY = 24 * HOUR

/** STARTEX Tuesday 23 March 2027, 09:00 in Tallinn: winter time, five days before the clocks go forward. */
export async function setting() {
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

export async function look(
  actor: Actor,
  exerciseId: string,
  operation: Operation,
  at: Instant = now,
): Promise<Preview> {
  const preview = await getPreview(actor, exerciseId, operation, { now: at, locale: 'en' })
  if (!preview) throw new Error('No preview')
  return preview
}

export async function move(
  actor: Actor,
  exerciseId: string,
  operation: Operation,
  more: object = {},
  at: Instant = now,
) {
  const { seen } = await look(actor, exerciseId, operation, at)
  return execute(applyMove.definition, actor, { exerciseId, operation, seen, reason: 'Late', ...more }, at)
}

export const undo = (actor: Actor, exerciseId: string, changeId: string, at: Instant = now) =>
  execute(undoMove.definition, actor, { exerciseId, changeId }, at)

export const slip = (startex: string, keepPast = true): Operation => ({
  ...{ kind: 'slip_startex', startex, startexChoice: null, keepPast },
})

/** STARTEX elsewhere, as whoever looked at the preview applies it. */
export const slipStartex = (actor: Actor, exerciseId: string, startex: string, at: Instant) =>
  move(actor, exerciseId, slip(startex), {}, at)

export const changeIdOf = (result: Awaited<ReturnType<typeof move>>): string => {
  if (!result.ok) throw new Error(result.error.reason)
  return result.data.changeId
}

/** Every row of the plan, but for what only counts its changes. */
export async function images(exerciseId: string): Promise<string[]> {
  const rows: string[] = []
  for (const table of ['Exercise', 'Phase', 'Activity', 'Rota', 'Shift', 'Inject', 'Wait', 'Duty']) {
    const owner = table === 'Exercise' ? sql`"id"` : sql`"exerciseId"`
    const found = await sql<{ image: string }[]>`
      SELECT (to_jsonb(t) - 'version' - 'madeVersion')::text AS "image" FROM ${sql(table)} t WHERE ${owner} = ${exerciseId}::uuid ORDER BY 1`
    rows.push(...found.map(({ image }) => `${table} ${image}`))
  }
  return rows
}

export const slide = (phaseId: string, bySeconds: number): Operation => ({
  ...{ kind: 'slide_phase', phaseId, bySeconds, withPinned: false },
})
