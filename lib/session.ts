import { cache } from 'react'
import { signedInAccountId } from './auth'
import { sql } from './db'
import { type Actor, type ContactRole, type Grant, isContact, type StaffRole, visitor } from './policy'

/** Who makes this request. Read from the database once a request: a revoked session or membership counts at once. */
export const currentActor = cache(async (): Promise<Actor> => {
  const accountId = await signedInAccountId()
  return accountId === null ? visitor : loadActor(accountId)
})

type MembershipRow = {
  role: StaffRole | ContactRole | 'company_contact' | 'observer' | 'expert'
  programmeId: string | null
  exerciseId: string | null
  participationId: string | null
  companyId: string | null
  exerciseIds: string[] | null
  teamIds: string[] | null
}
type OwnRow = {
  exerciseId: string
  participationId: string
  registrationId: string
  teamId: string | null
  teamKindId: string | null
}
type AccountRow = {
  name: string
  email: string
  locale: string | null
  timeZone: string | null
  memberships: MembershipRow[]
  own: OwnRow[]
}

/** The actor of an account, a visitor where there is none. One statement: every page waits for it. */
export async function loadActor(accountId: string): Promise<Actor> {
  const [account] = await sql<AccountRow[]>`
    SELECT a."name", a."email", a."locale", a."timeZone",
      coalesce((SELECT json_agg(json_build_object(
          'role', m."role", 'programmeId', m."programmeId", 'exerciseId', m."exerciseId", 'participationId', m."participationId",
          'companyId', m."companyId",
          'exerciseIds', (SELECT json_agg(e."id") FROM "Exercise" e WHERE e."programmeId" = m."programmeId"),
          'teamIds', (SELECT json_agg(t."teamId") FROM "TeamNation" t
                       WHERE t."exerciseId" = m."exerciseId" AND t."participationId" = m."participationId")))
        FROM "Membership" m WHERE m."accountId" = a."id"), '[]') AS "memberships",
      coalesce((SELECT json_agg(json_build_object(
          'exerciseId', r."exerciseId", 'participationId', r."participationId", 'registrationId', r."id", 'teamId', r."teamId",
          'teamKindId', t."kindId"))
        FROM "Person" p JOIN "Registration" r ON r."personId" = p."id" LEFT JOIN "Team" t ON t."id" = r."teamId"
       WHERE p."accountId" = a."id" AND r."state" NOT IN ('draft', 'declined', 'withdrawn')), '[]') AS "own"
    FROM "Account" a WHERE a."id" = ${accountId}::uuid`
  if (!account) return visitor
  const { name, email, locale, timeZone, memberships, own } = account
  const grants = [...memberships.flatMap(asGrant), ...own.map(ownGrant)]
  return { kind: 'account', accountId, name, email, locale, timeZone, grants }
}

function ownGrant(row: OwnRow): Grant {
  return { scope: 'own', role: 'expert', ...row }
}

/** A membership as a grant; a shape that the CHECK forbids grants nothing. */
function asGrant({
  role,
  programmeId,
  exerciseId,
  participationId,
  companyId,
  exerciseIds,
  teamIds,
}: MembershipRow): Grant[] {
  if (role === 'expert') return []
  if (role === 'company_contact') {
    if (exerciseId === null || participationId === null || companyId === null) return []
    return [{ scope: 'company', role, exerciseId, participationId, companyId }]
  }
  if (isContact(role)) {
    if (exerciseId === null || participationId === null) return []
    return [{ scope: 'delegation', role, exerciseId, participationId, teamIds: teamIds ?? [] }]
  }
  if (programmeId !== null) return [{ scope: 'programme', role, programmeId, exerciseIds: exerciseIds ?? [] }]
  if (role === 'administrator') return [{ scope: 'platform', role }]
  return exerciseId === null ? [] : [{ scope: 'exercise', role, exerciseId }]
}
