import { db, sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { onTheWay } from '@/lib/pseudonyms'
import { dateOf, type Instant, instantOf } from '@/lib/time'
import { dueDates, needsDays } from './rules'

/**
 * What is to be erased now, exercise by exercise: what was never finished, and what has come since (somebody nominated
 * after the end, a letter about a deletion).
 */
export async function listDueErasures(now: Instant) {
  return sql<{ exerciseId: string; rule: 'needs' | 'identities' }[]>`
    WITH ended AS (
      SELECT "id", "retentionDays", "startexAt" + make_interval(secs => "endexOffset") AS "at" FROM "Exercise")
    SELECT e."id" AS "exerciseId", 'needs' AS "rule" FROM ended e
     WHERE e."at" + make_interval(days => ${needsDays}) <= ${dateOf(now)}
       AND (EXISTS (SELECT FROM "RegistrationNeeds" n WHERE n."exerciseId" = e."id")
            OR NOT EXISTS (SELECT FROM "Erasure" p WHERE p."exerciseId" = e."id" AND p."rule" = 'needs' AND p."finishedAt" IS NOT NULL))
    UNION ALL
    SELECT e."id", 'identities' FROM ended e
     WHERE e."at" + make_interval(days => e."retentionDays") <= ${dateOf(now)}
       AND (EXISTS (SELECT FROM "Registration" r WHERE r."exerciseId" = e."id" AND r."erasedAt" IS NULL)
            OR EXISTS (SELECT FROM "Attendance" a WHERE a."exerciseId" = e."id" AND a."erasedAt" IS NULL)
            OR EXISTS (SELECT FROM "Mail" m WHERE m."exerciseId" = e."id" AND m."erasedAt" IS NULL
                          AND m."createdAt" < ${dateOf(now - onTheWay)})
            OR NOT EXISTS (SELECT FROM "Erasure" p WHERE p."exerciseId" = e."id" AND p."rule" = 'identities' AND p."finishedAt" IS NOT NULL))
     ORDER BY 1, 2 DESC`
}

const lookedKey = 'erasure.looked'

/** Notes that the daily run has looked at everything, whether or not it found anything to do. */
export async function noteLooked(now: Instant, found: number): Promise<void> {
  const mark = { value: String(found), setAt: dateOf(now) }
  await db.marker.upsert({ where: { key: lookedKey }, create: { key: lookedKey, ...mark }, update: mark })
}

/** What has been erased of an exercise's people, what is due next, and the proof; for whoever registers them. */
export async function getErasures(actor: Actor, exerciseId: string) {
  if (!can(actor, 'registration.decide', { exerciseId })) return null
  const [exercise, runs, needs, people, looked] = await Promise.all([
    db.exercise.findUnique({
      where: { id: exerciseId },
      select: { startexAt: true, endexOffset: true, retentionDays: true, version: true },
    }),
    db.erasure.findMany({
      where: { exerciseId },
      orderBy: { startedAt: 'desc' },
      take: 20,
      select: { id: true, rule: true, startedAt: true, finishedAt: true, rows: true },
    }),
    db.registrationNeeds.count({ where: { exerciseId } }),
    db.registration.count({ where: { exerciseId, erasedAt: null } }),
    db.marker.findUnique({ where: { key: lookedKey }, select: { setAt: true } }),
  ])
  if (!exercise) return null
  const { version, retentionDays } = exercise
  return {
    version,
    retentionDays,
    due: dueDates({ ...exercise, startexAt: instantOf(exercise.startexAt) }),
    left: { needs, identities: people },
    runs: runs.map(({ startedAt, finishedAt, ...run }) => ({
      ...run,
      startedAt: instantOf(startedAt),
      finishedAt: finishedAt === null ? null : instantOf(finishedAt),
    })),
    lookedAt: looked === null ? null : instantOf(looked.setAt),
  }
}

export type Erasures = NonNullable<Awaited<ReturnType<typeof getErasures>>>
