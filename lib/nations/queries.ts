import { db, sql } from '@/lib/db'
import { quotaColumns } from '@/lib/places'
import { type Actor, can } from '@/lib/policy'
import { asSql, asWhere, participationRows } from '@/lib/policy-rows'
import { gateMoments } from '@/lib/schedule/rules'
import { isId } from '@/lib/text'
import { calendarDateOf } from '@/lib/time-calendar'
import { cutOf } from './cuts/rules'
import type { AccessionState } from './schema'

export type NationRow = {
  id: string
  kind: 'nation' | 'organisation' | 'fictional'
  code: string
  name: string
  state: AccessionState
  size: number
  used: number
  confirmed: number
  waiting: number
  drafts: number
  contacts: number
  teams: string[]
}

/**
 * The delegations of an exercise with what a registrar steers by. One statement with one pass over the
 * registrations: the page stands under `npm run bench`.
 */
export async function listNations(actor: Actor, exerciseId: string): Promise<NationRow[]> {
  const rule = asSql(participationRows(actor), 'p', 2)
  return sql.unsafe<NationRow[]>(
    `SELECT p."id", n."kind", n."code"::text, n."name", p."state", coalesce(q."size", 0) AS "size", coalesce(q."used", 0) AS "used",
            coalesce(r."confirmed", 0)::int AS "confirmed", coalesce(r."waiting", 0)::int AS "waiting",
            coalesce(r."drafts", 0)::int AS "drafts", coalesce(m."contacts", 0)::int AS "contacts",
            coalesce(t."teams", '{}') AS "teams"
       FROM "Participation" p
       JOIN "Partner" n ON n."id" = p."partnerId"
       LEFT JOIN "Quota" q ON q."participationId" = p."id" AND q."roleId" IS NULL AND q."siteId" IS NULL
       LEFT JOIN (SELECT "participationId", count(*) FILTER (WHERE "state" IN ('confirmed', 'checked_in')) AS "confirmed",
                         count(*) FILTER (WHERE "state" = 'waitlisted') AS "waiting",
                         count(*) FILTER (WHERE "state" = 'draft') AS "drafts"
                    FROM "Registration" WHERE "exerciseId" = $1::uuid GROUP BY 1) r ON r."participationId" = p."id"
       LEFT JOIN (SELECT "participationId", count(*) AS "contacts" FROM "Membership"
                   WHERE "exerciseId" = $1::uuid AND "role" IN ('point_of_contact', 'deputy_contact') GROUP BY 1) m ON m."participationId" = p."id"
       LEFT JOIN (SELECT tn."participationId", array_agg(team."name"::text ORDER BY team."number", team."name") AS "teams"
                    FROM "TeamNation" tn JOIN "Team" team ON team."id" = tn."teamId"
                   WHERE tn."exerciseId" = $1::uuid GROUP BY 1) t ON t."participationId" = p."id"
      WHERE p."exerciseId" = $1::uuid AND ${rule.text}
      ORDER BY n."kind", n."name"`,
    [exerciseId, ...rule.values],
    { prepare: true },
  )
}

/** One delegation, or null where it is not the actor's to see. */
export async function getNation(actor: Actor, exerciseId: string, participationId: string) {
  if (!isId(participationId)) return null
  const found = await db.participation.findFirst({
    where: { id: participationId, exerciseId, ...asWhere(participationRows(actor)) },
    select: {
      id: true,
      exerciseId: true,
      programmeId: true,
      state: true,
      partner: { select: { id: true, kind: true, code: true, name: true, timeZone: true, state: true } },
      quotas: { select: quotaColumns, orderBy: { id: 'asc' } },
      accessions: {
        select: { id: true, state: true, changedOn: true, note: true },
        orderBy: [{ changedOn: 'asc' }, { id: 'asc' }],
      },
      gates: true,
      teams: { select: { team: { select: { id: true, name: true } } } },
      companies: { select: { id: true, kind: true, name: true }, orderBy: { name: 'asc' } },
    },
  })
  if (!found) return null
  const { gates, accessions, teams, quotas, ...nation } = found
  return {
    ...nation,
    quotas: quotas.map(({ cutOn, ...quota }) => ({
      ...quota,
      cut: cutOf(quota, cutOn && calendarDateOf(cutOn)),
    })),
    teams: teams.map(({ team }) => team),
    accessions: accessions.map(step => ({ ...step, changedOn: calendarDateOf(step.changedOn) })),
    ownDates: gateMoments(gates),
  }
}

/** The partners that the programme knows, with their last step towards it; for its staff only. */
export async function listPartners(actor: Actor, programmeId: string) {
  if (!can(actor, 'programme.read', { programmeId })) return []
  const rows = await db.partner.findMany({
    where: { programmeId },
    select: {
      id: true,
      kind: true,
      code: true,
      name: true,
      state: true,
      accessions: {
        where: { participationId: null },
        select: { changedOn: true, note: true },
        orderBy: [{ changedOn: 'desc' }, { id: 'desc' }],
        take: 1,
      },
    },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  })
  return rows.map(({ accessions: [last], ...partner }) => ({
    ...partner,
    since: last ? calendarDateOf(last.changedOn) : null,
    note: last?.note ?? '',
  }))
}

/** What may still be invited: partners of the programme that have no part in the exercise yet. */
export async function listInvitable(actor: Actor, exerciseId: string) {
  if (!can(actor, 'nation.edit', { exerciseId })) return { taken: [], partners: [] }
  const exercise = await db.exercise.findUnique({
    where: { id: exerciseId },
    select: {
      participations: { select: { partner: { select: { code: true } } } },
      programme: {
        select: { partners: { select: { kind: true, code: true, name: true }, orderBy: { name: 'asc' } } },
      },
    },
  })
  const taken = exercise?.participations.map(({ partner }) => partner.code) ?? []
  return { taken, partners: exercise?.programme.partners.filter(({ code }) => !taken.includes(code)) ?? [] }
}
