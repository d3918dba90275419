import { cache } from 'react'
import { db, sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { asSql, asWhere, exerciseRows } from '@/lib/policy-rows'
import { isCode, isId } from '@/lib/text'
import { instantOf } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import type { Prisma } from '@/prisma/client/client'

const playedColumns = {
  id: true,
  code: true,
  name: true,
  venue: true,
  timeZone: true,
  startexAt: true,
  endexOffset: true,
} as const

const publicColumns = {
  ...playedColumns,
  status: true,
  tlp: true,
  summary: true,
  programme: { select: { name: true, host: true, city: true } },
} as const

const columns = {
  ...publicColumns,
  programmeId: true,
  lateRegistration: true,
  reminderDays: true,
  version: true,
  series: { select: { id: true, code: true, name: true } },
  programme: { select: { id: true, code: true, name: true, host: true, city: true } },
} as const

type ExerciseRow = Prisma.ExerciseGetPayload<{ select: typeof columns }> & {
  clonedFrom: { id: string; code: string } | null
}

/**
 * An exercise that the actor has a part in, by its code; else null. One statement, asked once a request by layout and
 * page: every page of an exercise waits for it (`npm run bench timeline-page`).
 */
export const getExercise = cache(async (actor: Actor, code: string) => {
  if (!isCode(code)) return null
  const rule = asSql(exerciseRows(actor), 'e', 2)
  const [found] = await sql.unsafe<ExerciseRow[]>(
    `SELECT e."id", e."programmeId", e."code"::text, e."name", e."venue", e."timeZone", e."startexAt", e."endexOffset",
            e."status", e."tlp", e."summary", e."lateRegistration", e."reminderDays", e."version",
            json_build_object('id', s."id", 'code', s."code", 'name', s."name") AS "series",
            json_build_object('id', p."id", 'code', p."code", 'name', p."name", 'host', p."host", 'city', p."city")
              AS "programme",
            CASE WHEN c."id" IS NOT NULL THEN json_build_object('id', c."id", 'code', c."code") END AS "clonedFrom"
       FROM "Exercise" e
       JOIN "Programme" p ON p."id" = e."programmeId"
       JOIN "Series" s ON s."id" = e."seriesId"
       LEFT JOIN "Exercise" c ON c."id" = e."clonedFromId"
      WHERE e."code" = $1::citext AND ${rule.text}`,
    [code, ...rule.values],
    { prepare: true },
  )
  if (!found) return null
  const { clonedFrom, ...exercise } = found
  return {
    ...inInstants(exercise),
    // Having a part in this edition is no part in the one before.
    clonedFrom:
      clonedFrom && can(actor, 'exercise.read', { exerciseId: clonedFrom.id }) ? clonedFrom.code : null,
  }
})

/** The name, place and times of an exercise that the actor has a part in, by its id; else null. */
export async function getPlayed(actor: Actor, exerciseId: string) {
  if (!isId(exerciseId) || !can(actor, 'exercise.read', { exerciseId })) return null
  const found = await db.exercise.findUnique({ where: { id: exerciseId }, select: playedColumns })
  return found && inInstants(found)
}

/** The exercises that the actor has a part in, the next STARTEX first within each programme. */
export async function listExercises(actor: Actor) {
  const rows = await db.exercise.findMany({
    where: asWhere(exerciseRows(actor)),
    select: columns,
    orderBy: [{ programme: { name: 'asc' } }, { series: { name: 'asc' } }, { startexAt: 'desc' }],
  })
  return rows.map(inInstants)
}

/** An exercise is announced by leaving draft; what of its plan is public is said row by row. */
const isPublic = { status: { not: 'draft' } } as const

/** The next STARTEX first; what is closed after all of them, the latest first. */
export async function listPublicExercises() {
  const rows = await db.exercise.findMany({
    where: isPublic,
    select: publicColumns,
    orderBy: { startexAt: 'asc' },
    take: 100,
  })
  const [over, ahead] = [rows.filter(isClosed).reverse(), rows.filter(row => !isClosed(row))]
  return [...ahead, ...over].map(inInstants)
}

const isClosed = ({ status }: { status: string }) => status === 'closed'

/** The public page of an exercise, or null for a draft and an unknown code. */
export const getPublicExercise = cache(async (code: string) => {
  if (!isCode(code)) return null
  const found = await db.exercise.findFirst({ where: { code, ...isPublic }, select: publicColumns })
  return found && inInstants(found)
})

function inInstants<Row extends { startexAt: Date }>(
  row: Row,
): Omit<Row, 'startexAt'> & { startexAt: Instant } {
  const { startexAt, ...rest } = row
  return { ...rest, startexAt: instantOf(startexAt) }
}
