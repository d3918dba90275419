import { db, sql } from '@/lib/db'
import { holdsAllWords, soughtWords } from '@/lib/folded-sql'
import { type Actor, can } from '@/lib/policy'
import { asSql, asWhere, registrationRows } from '@/lib/policy-rows'
import { instantOf } from '@/lib/time'
import { calendarDateOf } from '@/lib/time-calendar'
import { missingAnswers } from './answers/queries'
import { type RegistrationState, registrationStates, undecidedStates } from './rules'
import { type ListFilter, type ListSort, pageSize } from './schema'

/** `participationId` null for the whole exercise; drafts are still the delegation's own affair there. */
export type ListScope = { exerciseId: string; participationId: string | null }

type Row = {
  id: string
  version: number
  participationId: string
  nation: { kind: 'nation' | 'organisation' | 'fictional'; code: string; name: string }
  givenName: string
  familyName: string
  nativeName: string
  email: string
  role: { id: string; name: string }
  team: { id: string; name: string; letter: string; colour: string } | null
  companyId: string | null
  company: string | null
  site: { id: string; name: string; remote: boolean } | null
  presence: 'on_site' | 'remote'
  homeTimeZone: string
  languages: string[]
  /** YYYY-MM-DD */
  clearanceUntilOn: string | null
  state: RegistrationState
  stateAt: Date
  stateReason: string | null
  lateReason: string | null
  /** the position on the delegation's waiting list, from 1, how many wait there, and how many of them as one group */
  waiting: { position: number; of: number; with: number } | null
  /** codes of other delegations of the exercise that name the same person: for registrars only */
  alsoIn: string[] | null
  /** how far the person is with the own part */
  link: { sentAt: number; openedAt: number | null } | null
  filledAt: Date | null
  agreedVersion: number | null
  consentVersion: number
  consentText: string
  /** required answers that are missing */
  missing: number
  total: number
}
type Instants = { stateAt: number; filledAt: number | null }
export type ListedRegistration = Omit<Row, 'total' | keyof Instants> & Instants

/** `und` sorts names of every script in one order, and diacritics beside their letters. */
const orders: Record<ListSort, string> = {
  name: 'lower(r."familyName") COLLATE "und-x-icu" @, lower(r."givenName") COLLATE "und-x-icu" @',
  nation: 'n."code" @',
  role: 'role."name" COLLATE "und-x-icu" @',
  team: 'kind."position" @ NULLS LAST, team."number" @, team."name" @',
  company: 'c."name" COLLATE "und-x-icu" @ NULLS LAST',
  state: `array_position('{${registrationStates.join(',')}}'::text[], r."state"::text) @`,
  changed: 'r."stateAt" @',
}

/** What an order needs beyond the row itself; looked up for everybody only where it decides who is on the page. */
const joins: Record<ListSort, string> = {
  name: '',
  nation: 'JOIN "Participation" p ON p."id" = r."participationId" JOIN "Partner" n ON n."id" = p."partnerId"',
  role: 'JOIN "Role" role ON role."id" = r."roleId"',
  team: 'LEFT JOIN "Team" team ON team."id" = r."teamId" LEFT JOIN "TeamKind" kind ON kind."id" = team."kindId"',
  company: 'LEFT JOIN "Company" c ON c."id" = r."companyId"',
  state: '',
  changed: '',
}

/**
 * One page of the people whom the actor may see, narrowed and ordered. In SQL, since the organiser's list stands under
 * `npm run bench` with four thousand people; what a page shows beyond the row is looked up for that page only.
 */
export async function listRegistrations(
  actor: Actor,
  scope: ListScope,
  filter: ListFilter,
  { limit, offset }: { limit: number; offset: number } = pageOf(filter),
) {
  const values: (string | number | string[])[] = []
  const value = (given: string | number | string[]) => `$${values.push(given)}`
  const rule = asSql(registrationRows(actor), 'r', 1)
  values.push(...rule.values)
  const where = [rule.text, ...conditions(scope, filter, value)]
  const sort = filter.sort ?? (scope.participationId ? 'name' : 'changed')
  const order = filter.order ?? (sort === 'changed' ? 'desc' : 'asc')
  const mayDecide = can(actor, 'registration.decide', scope)
  const inOrder = `ORDER BY ${orders[sort].replaceAll('@', order)}, r."id"`
  const companies = filter.q ? joins.company : ''
  const rows = await sql.unsafe<Row[]>(
    `WITH page AS (
       SELECT r."id", count(*) OVER () AS "total" FROM "Registration" r ${joins[sort]} ${sort === 'company' ? '' : companies}
        WHERE ${where.join(' AND ')} ${inOrder} LIMIT ${limit} OFFSET ${offset})
     SELECT r."id", r."version", r."participationId", r."givenName", r."familyName", r."nativeName", r."email"::text, r."presence",
            r."homeTimeZone", r."state", r."stateAt", r."stateReason", r."lateReason", page."total"::int,
            r."languages", r."clearanceUntilOn"::text, r."companyId", c."name" AS "company",
            json_build_object('kind', n."kind", 'code', n."code", 'name', n."name") AS "nation",
            json_build_object('id', role."id", 'name', role."name") AS "role",
            CASE WHEN team."id" IS NOT NULL THEN
              json_build_object('id', team."id", 'name', team."name", 'letter', kind."letter", 'colour', kind."colour") END AS "team",
            CASE WHEN site."id" IS NOT NULL THEN
              json_build_object('id', site."id", 'name', site."name", 'remote', site."remote") END AS "site",
            CASE WHEN r."state" = 'waitlisted' THEN ${placeInLine} END AS "waiting",
            ${mayDecide ? alsoIn : 'NULL'} AS "alsoIn",
            r."filledAt", r."agreedVersion", e."consentVersion", left(e."consentText", 1) AS "consentText",
            ${aliveLink} AS "link", ${missingAnswers} AS "missing"
       FROM page JOIN "Registration" r ON r."id" = page."id" JOIN "Exercise" e ON e."id" = r."exerciseId"
            ${joins.nation} ${joins.role} ${joins.team} ${joins.company} LEFT JOIN "Site" site ON site."id" = r."siteId"
      ${inOrder}`,
    values,
    { prepare: true },
  )
  const people = rows.map(({ stateAt, filledAt, total: _, ...row }) => ({
    ...row,
    stateAt: instantOf(stateAt),
    filledAt: filledAt && instantOf(filledAt),
  }))
  return { people, total: rows[0]?.total ?? 0 }
}

const pageOf = ({ page }: ListFilter) => ({ limit: pageSize, offset: (page - 1) * pageSize })

/** People that one file holds; five times the largest exercise there is. */
const mostInFile = 20_000

/** All people whom the actor may see under a filter, for a file; null for whoever may not list that far. */
export async function listForFile(actor: Actor, scope: ListScope, filter: ListFilter) {
  const { exerciseId, participationId } = scope
  const may = participationId
    ? can(actor, 'delegation.read', { exerciseId, participationId })
    : can(actor, 'registration.overview', { exerciseId })
  if (!may) return null
  return (await listRegistrations(actor, scope, filter, { limit: mostInFile, offset: 0 })).people
}

/** Of a registration `r` that waits. */
export const placeInLine = `(
  SELECT json_build_object('of', count(*), 'with', count(*) FILTER (WHERE w."waitGroupId" = r."waitGroupId"),
      'position', count(*) FILTER (WHERE (-w."priority", w."submittedAt", w."id") <= (-r."priority", r."submittedAt", r."id")))
    FROM "Registration" w WHERE w."exerciseId" = r."exerciseId" AND w."participationId" = r."participationId"
     AND w."state" = 'waitlisted' AND w."erasedAt" IS NULL)`

/** The personal link of a registration `r` that still opens something; instants as milliseconds. */
const aliveLink = `(
  SELECT json_build_object('sentAt', extract(epoch FROM l."createdAt") * 1000, 'openedAt', extract(epoch FROM l."openedAt") * 1000)
    FROM "RegistrationLink" l WHERE l."registrationId" = r."id" AND l."revokedAt" IS NULL)`

const alsoIn = `(SELECT array_agg(DISTINCT other."code"::text) FROM "Registration" twin
    JOIN "Participation" op ON op."id" = twin."participationId" JOIN "Partner" other ON other."id" = op."partnerId"
   WHERE twin."personId" = r."personId" AND twin."exerciseId" = r."exerciseId" AND twin."participationId" <> r."participationId"
     AND twin."state" NOT IN ('declined', 'withdrawn'))`

function conditions(
  scope: ListScope,
  filter: ListFilter,
  value: (given: string | string[]) => string,
): string[] {
  const { exerciseId, participationId } = scope
  const nation = participationId ?? filter.nation
  const idOrNone = (column: string, given: string | null) =>
    given === 'none' ? `${column} IS NULL` : given && `${column} = ${value(given)}::uuid`
  const words = soughtWords(filter.q ?? '')
  const text = `concat_ws(' ', r."familyName", r."givenName", r."nativeName", r."email"::text, c."name")`
  return [
    `r."exerciseId" = ${value(exerciseId)}::uuid`,
    nation && `r."participationId" = ${value(nation)}::uuid`,
    filter.state
      ? `r."state" = ${value(filter.state)}::"RegistrationState"`
      : !participationId && `r."state" <> 'draft'`,
    filter.queue === 'late' && lateOnes(filter),
    filter.queue === 'seated' && `r."state" IN ('confirmed', 'checked_in')`,
    filter.own && `r."state" NOT IN ('declined', 'withdrawn') AND ${ownConditions[filter.own]}`,
    filter.role && `r."roleId" = ${value(filter.role)}::uuid`,
    idOrNone('r."teamId"', filter.team),
    idOrNone('r."companyId"', filter.company),
    words.length > 0 && holdsAllWords(text, value(words)),
  ].filter((condition): condition is string => Boolean(condition))
}

const ownConditions: Record<NonNullable<ListFilter['own']>, string> = {
  unfilled: 'r."filledAt" IS NULL',
  unanswered: `${missingAnswers} > 0`,
  older: `EXISTS (SELECT FROM "Exercise" own WHERE own."id" = r."exerciseId" AND own."consentText" <> ''
                     AND own."consentVersion" <> r."agreedVersion")`,
}

const lateOnes = ({ state }: ListFilter) =>
  `r."lateReason" IS NOT NULL${state ? '' : ` AND r."state" IN ('${undecidedStates.join("', '")}')`}`

/** One person of a delegation as its form shows them, or null. */
export async function getRegistration(actor: Actor, scope: ListScope, registrationId: string) {
  const { exerciseId, participationId } = scope
  const found = await db.registration.findFirst({
    where: {
      id: registrationId,
      exerciseId,
      ...(participationId ? { participationId } : {}),
      AND: [asWhere(registrationRows(actor))],
    },
    select: {
      id: true,
      version: true,
      participationId: true,
      email: true,
      givenName: true,
      familyName: true,
      nativeName: true,
      companyId: true,
      roleId: true,
      teamId: true,
      team: { select: { id: true, name: true } },
      siteId: true,
      waitGroupId: true,
      presence: true,
      homeTimeZone: true,
      languages: true,
      clearanceUntilOn: true,
      state: true,
      stateAt: true,
      submittedAt: true,
      stateReason: true,
      lateReason: true,
      ...{ filledAt: true, agreedAt: true, agreedVersion: true },
      exercise: { select: { consentText: true, consentVersion: true } },
    },
  })
  if (!found) return null
  const { clearanceUntilOn, stateAt, submittedAt, filledAt, agreedAt, ...row } = found
  return {
    ...row,
    stateAt: instantOf(stateAt),
    submittedAt: submittedAt && instantOf(submittedAt),
    filledAt: filledAt && instantOf(filledAt),
    agreedAt: agreedAt && instantOf(agreedAt),
    clearanceUntilOn: clearanceUntilOn && calendarDateOf(clearanceUntilOn),
  }
}
