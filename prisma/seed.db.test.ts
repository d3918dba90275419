import { createHash } from 'node:crypto'
import connect from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { demoPeople } from '@/lib/accounts/demo-people'
import { env } from '@/lib/env'
import { loadActor } from '@/lib/session'
import { databaseOf } from '@/scripts/database-url'
import { seed } from './seed'

const today = '2026-11-22'
const sql = connect(env.databaseUrl, { max: 2, onnotice: () => {}, connection: { TimeZone: 'UTC' } })
const main = sql`(SELECT "id" FROM "Exercise" WHERE "code" = 'BL27')`

beforeAll(async () => {
  await seed(env.databaseUrl, { today })
})
afterAll(() => sql.end())

test('the main exercise has the size of Locked Shields', async () => {
  const [counts] = await sql`
    SELECT (SELECT count(*)::int FROM "Participation" JOIN "Partner" p ON p."id" = "partnerId"
             WHERE "exerciseId" = ${main} AND "kind" = 'nation') AS "nations",
           (SELECT count(*)::int FROM "Team" t JOIN "TeamKind" k ON k."id" = t."kindId"
             WHERE t."exerciseId" = ${main} AND k."name" = 'Blue') AS "blueTeams",
           (SELECT count(*)::int FROM "Registration" WHERE "exerciseId" = ${main}) AS "experts",
           (SELECT count(*)::int FROM "Company" WHERE "exerciseId" = ${main}) AS "companies",
           (SELECT count(*)::int FROM "Activity" WHERE "exerciseId" = ${main}) AS "activities",
           (SELECT count(*)::int FROM "Series") AS "series"`
  expect(counts).toEqual({
    nations: 41,
    blueTeams: 17,
    experts: 4000,
    companies: 25,
    activities: 30,
    series: 3,
  })
})

test('the main exercise has its MSEL, and everybody in it is of the exercise', async () => {
  const [counts] = await sql`
    SELECT (SELECT count(*)::int FROM "Inject" WHERE "exerciseId" = ${main}) AS "injects",
           (SELECT count(*)::int FROM "InjectSerial" WHERE "exerciseId" = ${main}) AS "serials",
           (SELECT count(*)::int FROM "Storyline" WHERE "exerciseId" = ${main}) AS "storylines",
           (SELECT count(*)::int FROM "Inject" i WHERE NOT EXISTS (
              SELECT FROM "Membership" m WHERE m."accountId" = i."controllerId" AND m."exerciseId" = i."exerciseId")) AS "strangers"`
  expect(counts).toEqual({ injects: 900, serials: 900, storylines: 12, strangers: 0 })
})

test('every blue team is of two nations or more', async () => {
  const lone = await sql`
    SELECT t."name" FROM "Team" t JOIN "TeamKind" k ON k."id" = t."kindId"
      LEFT JOIN "TeamNation" n ON n."teamId" = t."id"
     WHERE t."exerciseId" = ${main} AND k."name" = 'Blue' GROUP BY t."id" HAVING count(n.*) < 2`
  expect([...lone]).toEqual([])
})

test('a quota counts exactly those who hold its places, and some quotas are nearly or quite full', async () => {
  const wrong = await sql`
    SELECT q."id" FROM "Quota" q WHERE q."used" <> (
      SELECT count(*) FROM "Registration" r
       WHERE r."participationId" = q."participationId" AND r."roleId" = coalesce(q."roleId", r."roleId")
         AND (q."siteId" IS NULL OR r."siteId" = q."siteId")
         AND r."state" IN ('submitted', 'endorsed', 'confirmed', 'checked_in'))`
  expect([...wrong]).toEqual([])
  const [left] = await sql`
    SELECT count(*) FILTER (WHERE "used" = "size")::int AS "full",
           count(*) FILTER (WHERE "used" < "size" AND "used" > 0.95 * "size")::int AS "nearly"
      FROM "Quota" WHERE "exerciseId" = ${main} AND "roleId" IS NULL AND "siteId" IS NULL`
  expect(left?.full).toBeGreaterThanOrEqual(1)
  expect(left?.nearly).toBeGreaterThanOrEqual(3)
})

test('a seat counts exactly those confirmed in it, and everybody confirmed has one', async () => {
  const wrong = await sql`
    SELECT s."id" FROM "Seat" s WHERE s."used" <> (
      SELECT count(*) FROM "Registration" r
       WHERE r."teamId" = s."teamId" AND r."roleId" = s."roleId" AND r."state" IN ('confirmed', 'checked_in'))`
  const seatless = await sql`
    SELECT r."id" FROM "Registration" r WHERE r."state" IN ('confirmed', 'checked_in') AND NOT EXISTS (
      SELECT FROM "Seat" s WHERE s."teamId" = r."teamId" AND s."roleId" = r."roleId")`
  expect([...wrong, ...seatless]).toEqual([])
})

test('places at conferences and visits count those who have one, and some people wait beside full ones', async () => {
  const wrong = await sql`
    SELECT p."id" FROM "ActivityPlaces" p WHERE p."used" <> (
      SELECT count(*) FROM "Attendance" a WHERE a."activityId" = p."activityId" AND a."state" = 'signed_up'
         AND (a."presence" = p."presence" OR a."partnerId" = p."partnerId"))`
  expect([...wrong]).toEqual([])
  const [people] = await sql`
    SELECT count(*) FILTER (WHERE "state" = 'waiting')::int AS "waiting", count("attendedAt")::int AS "attended",
           count(*) FILTER (WHERE "participationId" IS NULL)::int AS "guests" FROM "Attendance"`
  expect(people?.waiting).toBeGreaterThanOrEqual(2)
  expect(people?.attended).toBeGreaterThanOrEqual(20)
  expect(people?.guests).toBe(3)
})

test('no site holds more people than it has places', async () => {
  const full = await sql`
    SELECT s."name" FROM "Site" s JOIN "Registration" r ON r."siteId" = s."id"
     WHERE r."state" IN ('submitted', 'endorsed', 'confirmed', 'checked_in')
     GROUP BY s."id" HAVING count(*) > s."capacity"`
  expect([...full]).toEqual([])
})

test('experts have names in many scripts, and mailboxes that are plain', async () => {
  const rows = await sql<{ nativeName: string; email: string }[]>`SELECT "nativeName", "email" FROM "Person"`
  const scripts = ['Arabic', 'Cyrillic', 'Georgian', 'Greek', 'Han', 'Hangul'].filter(script =>
    rows.some(row => new RegExp(`\\p{Script=${script}}`, 'u').test(row.nativeName)),
  )
  expect(scripts).toEqual(['Arabic', 'Cyrillic', 'Georgian', 'Greek', 'Han', 'Hangul'])
  expect(rows.filter(row => !/^[a-z]+\.[a-z]+\d*@[a-z.]+\.example$/.test(row.email))).toEqual([])
})

test('a few experts are named by two delegations, none twice by one', async () => {
  const twice = await sql`
    SELECT "personId" FROM "Registration" WHERE "exerciseId" = ${main}
     GROUP BY "personId" HAVING count(DISTINCT "participationId") = 2`
  expect(twice.length).toBe(6)
})

test('registrations are in every state that is possible before STARTEX', async () => {
  const states = await sql<{ state: string }[]>`
    SELECT DISTINCT "state"::text FROM "Registration" WHERE "exerciseId" = ${main} ORDER BY 1`
  expect(states.map(row => row.state)).toEqual([
    'confirmed',
    'declined',
    'draft',
    'endorsed',
    'submitted',
    'waitlisted',
    'withdrawn',
  ])
})

test('nothing has happened later than the day of seeding', async () => {
  const [late] = await sql`
    SELECT (SELECT count(*)::int FROM "Accession" WHERE "changedOn" > ${today}) AS "accessions",
           (SELECT count(*)::int FROM "Registration" WHERE "stateAt" > ${today} OR "submittedAt" > "stateAt") AS "registrations",
           (SELECT count(*)::int FROM "Change" WHERE "at" > ${today}) AS "changes"`
  expect(late).toEqual({ accessions: 0, registrations: 0, changes: 0 })
})

test('the last word of the history on each field is what the row says', async () => {
  const wrong = await sql`
    SELECT f."table", f."field", f."to" FROM "ChangeField" f
      LEFT JOIN "Registration" r ON f."table" = 'Registration' AND r."id" = f."row"::uuid
      LEFT JOIN "Exercise" e ON f."table" = 'Exercise' AND e."id" = f."row"::uuid
      LEFT JOIN "Quota" q ON f."table" = 'Quota' AND q."id" = f."row"::uuid
      LEFT JOIN "Activity" a ON f."table" = 'Activity' AND a."id" = f."row"::uuid
     WHERE f."field" <> '*'
       AND NOT EXISTS (SELECT FROM "ChangeField" g WHERE g."row" = f."row" AND g."field" = f."field" AND g."version" > f."version")
       AND f."to" IS DISTINCT FROM to_jsonb(r) -> f."field"
       AND f."to" IS DISTINCT FROM to_jsonb(e) -> f."field"
       AND f."to" IS DISTINCT FROM to_jsonb(q) -> f."field"
       AND f."to" IS DISTINCT FROM to_jsonb(a) -> f."field"`
  expect([...wrong]).toEqual([])
  const [count] =
    await sql`SELECT count(*)::int AS "n", count(DISTINCT "action")::int AS "kinds" FROM "Change"`
  expect(count?.n).toBeGreaterThan(40)
  expect(count?.kinds).toBeGreaterThan(6)
})

test('every demo person signs in with the role that the list says', async () => {
  for (const { email, role } of demoPeople) {
    const [account] = await sql<{ id: string }[]>`SELECT "id" FROM "Account" WHERE "email" = ${email}`
    const actor = await loadActor(account?.id ?? '')
    expect(actor.kind === 'account' && actor.grants.some(grant => grant.role === role)).toBe(true)
  }
})

test('a database that is in use is not seeded', async () => {
  await expect(seed(env.databaseUrl, { today })).rejects.toThrow('empty database')
})

test('the same day gives the same database, byte by byte', async () => {
  const name = `again_${process.pid}`
  const admin = connect(inject('clusterUrl'), { max: 1, onnotice: () => {} })
  try {
    await admin`CREATE DATABASE ${admin(name)} TEMPLATE ${admin(inject('template'))}`
    const again = databaseOf(inject('clusterUrl'), name)
    await seed(again, { today })
    expect(await digest(again)).toEqual(await digest(env.databaseUrl))
  } finally {
    await admin`DROP DATABASE IF EXISTS ${admin(name)} WITH (FORCE)`
    await admin.end()
  }
})

/** Table → hash of all its rows. */
async function digest(url: string): Promise<Record<string, string>> {
  const other = connect(url, { max: 1, onnotice: () => {}, connection: { TimeZone: 'UTC' } })
  try {
    const tables = await other<{ name: string }[]>`
      SELECT "tablename" AS "name" FROM "pg_tables" WHERE "schemaname" = 'public' AND "tablename" !~ '^_' ORDER BY 1`
    const digests: Record<string, string> = {}
    for (const { name } of tables) {
      const rows = await other<{ row: string }[]>`SELECT t::text AS "row" FROM ${other(name)} t ORDER BY 1`
      digests[name] = createHash('sha256')
        .update(rows.map(({ row }) => row).join('\n'))
        .digest('hex')
    }
    return digests
  } finally {
    await other.end()
  }
}
