import { db, sql } from '@/lib/db'
import { startexFrame } from '@/lib/exercises/rules'
import { graphFrom } from '@/lib/injects/known/rules'
import { plannedTimes } from '@/lib/injects/order/rules'
import { instantOfSeconds } from '@/lib/logic/times/rules'
import { readLogic } from '@/lib/logic-rows'
import { type Actor, accountOf, can } from '@/lib/policy'
import { asSql, asWhere, participationRows } from '@/lib/policy-rows'
import { scenarioView } from '@/lib/scenario-view'
import { gateAt, gateMoments } from '@/lib/schedule/rules'
import { instantOf } from '@/lib/time'
import type { Tlp } from '@/prisma/client/enums'
import { ownTeams } from './rules'

/** The links of one's own that still open something, the newest first. */
export async function listFeeds(actor: Actor) {
  const account = accountOf(actor)
  if (!account) return []
  const rows = await db.calendarFeed.findMany({
    where: { accountId: account.accountId, revokedAt: null },
    select: {
      ...{ id: true, kind: true, name: true, createdAt: true },
      exercise: { select: { code: true, name: true } },
      team: { select: { name: true } },
      participation: { select: { partner: { select: { kind: true, code: true, name: true } } } },
      memory: { select: { readAt: true } },
    },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map(({ createdAt, memory, participation, ...feed }) => ({
    ...feed,
    partner: participation?.partner ?? null,
    createdAt: instantOf(createdAt),
    readAt: memory?.readAt ? instantOf(memory.readAt) : null,
  }))
}
export type FeedRow = Awaited<ReturnType<typeof listFeeds>>[number]

/** The calendars of an exercise that somebody may follow, besides the whole of it. */
export async function listFollowable(actor: Actor, exerciseId: string) {
  if (!accountOf(actor) || !can(actor, 'exercise.read', { exerciseId })) return null
  const whole = can(actor, 'exercise.plan', { exerciseId })
  const teams = await db.team.findMany({
    where: { exerciseId, ...(whole ? {} : { id: { in: [...ownTeams(actor, exerciseId)] } }) },
    select: { id: true, name: true },
    orderBy: [{ kind: { position: 'asc' } }, { number: 'asc' }, { name: 'asc' }],
  })
  const nations = await db.participation.findMany({
    where: { exerciseId, ...asWhere(participationRows(actor)) },
    select: { id: true, partner: { select: { kind: true, code: true, name: true } } },
  })
  return { teams, nations, controller: can(actor, 'scenario.read', { exerciseId }) }
}

/** A delegation's name and the dates of the registration window that are its own; null for whoever may not see it. */
export async function getOwnDates(actor: Actor, exerciseId: string, participationId: string) {
  const found = await db.participation.findFirst({
    where: { id: participationId, exerciseId, ...asWhere(participationRows(actor)) },
    select: {
      partner: { select: { kind: true, code: true, name: true } },
      gates: true,
      exercise: { select: { startexAt: true, timeZone: true } },
    },
  })
  if (!found) return null
  const { startexAt, timeZone } = found.exercise
  const frame = startexFrame({ startexAt: instantOf(startexAt), timeZone })
  const dates = gateMoments(found.gates).map(
    ({ gate, moment }) => [gate, gateAt(gate, moment, frame)] as const,
  )
  return { partner: found.partner, dates: new Map(dates) }
}

type SliceRow = { id: string; serial: string; title: string; tlp: Tlp | null; durationSeconds: number | null }

/** The injects in somebody's own hands as a controller, with the instants at which they are planned now. */
export async function listOwnInjects(actor: Actor, exerciseId: string) {
  const account = accountOf(actor)
  const view = account && (await scenarioView(actor, exerciseId))
  if (!account || !view) return []
  const rule = asSql(view.rule, 'i', 3)
  const rows = await sql.unsafe<SliceRow[]>(
    `SELECT i."id", i."serial"::text AS "serial", i."title", i."tlp"::text AS "tlp", i."durationSeconds" FROM "Inject" i
      WHERE i."exerciseId" = $1::uuid AND i."controllerId" = $2::uuid AND ${rule.text}`,
    [exerciseId, account.accountId, ...rule.values],
  )
  const exercise = await db.exercise.findUniqueOrThrow({
    where: { id: exerciseId },
    select: { startexAt: true, timeZone: true },
  })
  const frame = startexFrame({ startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone })
  const times = plannedTimes(graphFrom(await readLogic(db, exerciseId), frame))
  return rows.flatMap(({ durationSeconds, ...inject }) => {
    const seconds = times.get(inject.id) ?? null
    if (seconds === null) return []
    const startAt = instantOfSeconds(seconds, frame)
    return [{ ...inject, startAt, endAt: durationSeconds === null ? null : startAt + durationSeconds * 1000 }]
  })
}
