import { sql } from '@/lib/db'
import { asSql, type RowRule } from '@/lib/policy-rows'
import { dateOf, type OptionalMomentColumns } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'

export type TimingLine = OptionalMomentColumns<'start'> & {
  id: string
  serial: string
  durationSeconds: number | null
}

export type InjectLine = TimingLine & {
  title: string
  storylineId: string | null
  phaseId: string | null
  controllerId: string | null
  /** for whom it is, as `team:ID role:ID person:ID` */
  to: string | null
}

/** Of each field the values of all lines, in one order; null without any line. */
type ColumnsOf<Line> = { [Field in keyof Line]: Line[Field][] | null }
type LineColumns = ColumnsOf<Omit<InjectLine, 'startAt' | 'to'> & { startAt: Instant | null }>
type PartyColumns = ColumnsOf<{ injectId: string; to: string }>
export type Lines = { columns: Partial<LineColumns>; recipients: ReadonlyMap<string, string> }

/**
 * In plain SQL that answers with columns, and recipients apart: thirty thousand rows cost the client twice
 * the time, and the first picture of a timeline waits for them (`npm run bench timeline-first`).
 */
export async function readLines(
  exerciseId: string,
  seen: RowRule,
  ids: readonly string[] | null,
): Promise<Lines> {
  const rule = asSql(seen, 'i', 3)
  const given = [exerciseId, ids && arrayOf(ids)]
  const these = (column: string) => `($2::uuid[] IS NULL OR ${column} = ANY($2::uuid[]))`
  const [[columns], [parties]] = await Promise.all([
    sql.unsafe<LineColumns[]>(
      `SELECT json_agg(i."id") AS "id", json_agg(i."serial"::text) AS "serial", json_agg(i."title") AS "title",
              json_agg(i."storylineId") AS "storylineId", json_agg(i."phaseId") AS "phaseId",
              json_agg(i."controllerId") AS "controllerId", json_agg(i."durationSeconds") AS "durationSeconds",
              json_agg(i."startAnchor"::text) AS "startAnchor",
              json_agg((extract(epoch FROM i."startAt") * 1000)::bigint) AS "startAt",
              json_agg(i."startDay") AS "startDay", json_agg(i."startMinute") AS "startMinute",
              json_agg(i."startOffset") AS "startOffset", json_agg(i."startTimeZone") AS "startTimeZone"
         FROM "Inject" i WHERE i."exerciseId" = $1::uuid AND ${these('i."id"')} AND ${rule.text}`,
      [...given, ...rule.values],
    ),
    sql.unsafe<PartyColumns[]>(
      `SELECT json_agg(p."injectId") AS "injectId", json_agg(p."to") AS "to"
         FROM (SELECT "injectId", CASE WHEN "teamId" IS NOT NULL THEN 'team:' || "teamId"
                        WHEN "roleId" IS NOT NULL THEN 'role:' || "roleId" ELSE 'person:' || "registrationId" END AS "to"
                 FROM "InjectParty"
                WHERE "exerciseId" = $1::uuid AND "side" = 'to' AND "personaId" IS NULL AND ${these('"injectId"')}
                ORDER BY "position") p`,
      given,
    ),
  ])
  return { columns: columns ?? {}, recipients: recipientsOf(parties ?? {}) }
}

/** One of them, made when it is looked at: to keep all would cost more than to read them. */
export function lineAt({ columns, recipients }: Lines, line: number, id: string): InjectLine {
  const startAt = columns.startAt?.[line] ?? null
  return {
    id,
    serial: columns.serial?.[line] ?? '',
    title: columns.title?.[line] ?? '',
    storylineId: columns.storylineId?.[line] ?? null,
    phaseId: columns.phaseId?.[line] ?? null,
    controllerId: columns.controllerId?.[line] ?? null,
    durationSeconds: columns.durationSeconds?.[line] ?? null,
    startAnchor: columns.startAnchor?.[line] ?? null,
    startAt: startAt === null ? null : dateOf(startAt),
    startDay: columns.startDay?.[line] ?? null,
    startMinute: columns.startMinute?.[line] ?? null,
    startOffset: columns.startOffset?.[line] ?? null,
    startTimeZone: columns.startTimeZone?.[line] ?? null,
    to: recipients.get(id) ?? null,
  }
}

function recipientsOf({ injectId, to }: Partial<PartyColumns>): Map<string, string> {
  const recipients = new Map<string, string>()
  for (const [line, id] of (injectId ?? []).entries()) {
    const before = recipients.get(id)
    const party = to?.[line] ?? ''
    recipients.set(id, before === undefined ? party : `${before} ${party}`)
  }
  return recipients
}

export const arrayOf = (ids: readonly string[]) => `{${ids.join(',')}}`
