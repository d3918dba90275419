import { db, sql } from '@/lib/db'
import { startexFrame } from '@/lib/exercises/rules'
import { cutOf } from '@/lib/nations/cuts/rules'
import { quotaColumns } from '@/lib/places'
import { type Actor, grantsOf, grantsWith } from '@/lib/policy'
import { asWhere, participationRows } from '@/lib/policy-rows'
import { gateMoments, registrationWindow } from '@/lib/schedule/rules'
import { instantOf, startColumns } from '@/lib/time'
import { calendarDateOf } from '@/lib/time-calendar'
import type { Prisma } from '@/prisma/client/client'
import { missingAnswers } from '../answers/queries'
import type { RegistrationState } from '../rules'

const partner = { select: { kind: true, code: true, name: true, timeZone: true } } as const
const gateColumns = { gate: true, ...startColumns } as const

const exercise = {
  select: {
    id: true,
    code: true,
    name: true,
    timeZone: true,
    startexAt: true,
    endexOffset: true,
    status: true,
    lateRegistration: true,
    activities: { where: { gate: { not: null } }, select: gateColumns },
    roles: { select: { id: true, name: true }, orderBy: { name: 'asc' } },
    sites: {
      select: { id: true, name: true, place: true, remote: true, timeZone: true },
      orderBy: { name: 'asc' },
    },
  },
} as const

/** The delegations that the actor speaks for, the next STARTEX first. */
export async function listOwnDelegations(actor: Actor) {
  const ids = grantsWith(actor, 'delegation.read').flatMap(grant =>
    grant.scope === 'delegation' ? [grant.participationId] : [],
  )
  if (ids.length === 0) return []
  const found = await db.participation.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      state: true,
      partner,
      exercise: { select: { code: true, name: true, timeZone: true, startexAt: true, status: true } },
    },
    orderBy: [{ exercise: { startexAt: 'desc' } }, { id: 'asc' }],
  })
  return found.map(({ exercise: { startexAt, ...rest }, ...own }) => ({
    ...own,
    exercise: { ...rest, startexAt: instantOf(startexAt) },
  }))
}

/** A delegation with what its workplace stands on: places, dates, teams with their seats, and people by state. */
export function getDelegation(actor: Actor, participationId: string) {
  return readDelegation({ id: participationId, AND: [asWhere(participationRows(actor))] }, {})
}

/** What a company's contact works on, or null: the delegation as far as its own people go into it, without its places. */
export async function getCompanyDesk(actor: Actor, companyId: string) {
  const grant = grantsOf(actor).find(one => one.scope === 'company' && one.companyId === companyId)
  if (grant?.scope !== 'company') return null
  const { exerciseId, participationId } = grant
  const owner = { exerciseId, participationId }
  const [delegation, company] = await Promise.all([
    readDelegation({ id: participationId, exerciseId }, { companyId }),
    db.company.findFirst({
      where: { id: companyId, ...owner },
      select: { id: true, name: true, kind: true },
    }),
  ])
  if (!delegation || !company) return null
  const { quotas: _, line: __, ...shared } = delegation
  return { ...shared, company, owner: { ...owner, ofCompany: companyId } }
}

/** The companies that the actor speaks for, the next STARTEX first. */
export function listOwnCompanies(actor: Actor) {
  const ids = grantsOf(actor).flatMap(grant => (grant.scope === 'company' ? [grant.companyId] : []))
  return db.company.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      name: true,
      participation: { select: { partner, exercise: { select: { code: true, name: true } } } },
    },
    orderBy: [{ exercise: { startexAt: 'desc' } }, { id: 'asc' }],
  })
}

async function readDelegation(where: Prisma.ParticipationWhereInput, ofCompany: { companyId?: string }) {
  const found = await db.participation.findFirst({
    where,
    select: {
      id: true,
      exerciseId: true,
      state: true,
      partner,
      exercise,
      gates: { select: gateColumns },
      quotas: { select: quotaColumns, orderBy: { id: 'asc' } },
      teams: { select: { team: { select: teamColumns } }, orderBy: { teamId: 'asc' } },
    },
  })
  if (!found) return null
  const { id: participationId, exerciseId } = found
  const here = { exerciseId, participationId, ...ofCompany }
  const [counts, unanswered] = await Promise.all([
    db.registration.groupBy({ by: ['state', 'waitsFor'], where: here, _count: true }),
    countUnanswered(here),
  ])
  const { activities, roles, sites, startexAt, ...own } = found.exercise
  const frame = startexFrame({ startexAt: instantOf(startexAt), timeZone: own.timeZone })
  const states: Partial<Record<RegistrationState, number>> = {}
  for (const { state, _count } of counts) states[state] = (states[state] ?? 0) + _count
  return {
    id: found.id,
    exerciseId: found.exerciseId,
    accession: found.state,
    partner: found.partner,
    exercise: { ...own, startexAt: frame.startexAt },
    window: registrationWindow(gateMoments(activities), gateMoments(found.gates), frame),
    quotas: found.quotas.map(({ cutOn, ...quota }) => ({
      ...quota,
      cut: cutOf(quota, cutOn && calendarDateOf(cutOn)),
    })),
    teams: found.teams.map(({ team: { nations, ...team } }) => ({
      ...team,
      others: nations.map(({ participation }) => participation).filter(other => other.id !== participationId),
    })),
    roles,
    sites,
    states,
    unanswered,
    /** some wait for a place, so whoever is submitted now stands behind them */
    line: counts.some(({ waitsFor }) => waitsFor === 'place'),
  }
}
export type Delegation = NonNullable<Awaited<ReturnType<typeof getDelegation>>>

/** Who else forms the team is no secret to those who form it; their people are. */
const teamColumns = {
  id: true,
  name: true,
  kind: { select: { letter: true, colour: true } },
  seats: {
    select: { roleId: true, least: true, most: true, used: true, role: { select: { name: true } } },
    orderBy: { role: { name: 'asc' } },
  },
  nations: { select: { participation: { select: { id: true, partner } } } },
} as const

/** People who take part and still owe the exercise an answer. */
async function countUnanswered(here: {
  exerciseId: string
  participationId: string
  companyId?: string
}): Promise<number> {
  const [found] = await sql.unsafe<{ count: number }[]>(
    `SELECT count(*)::int AS "count" FROM "Registration" r
      WHERE r."exerciseId" = $1::uuid AND r."participationId" = $2::uuid AND r."state" NOT IN ('declined', 'withdrawn')
        AND ($3::uuid IS NULL OR r."companyId" = $3::uuid)
        AND EXISTS (SELECT FROM "Question" q WHERE q."exerciseId" = r."exerciseId" AND q."required")
        AND ${missingAnswers} > 0`,
    [here.exerciseId, here.participationId, here.companyId ?? null],
    { prepare: true },
  )
  return found?.count ?? 0
}
