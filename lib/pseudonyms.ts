/**
 * People's names give way to pseudonyms, wherever we wrote them down: the registration and the person, what they asked
 * and answered, letters, and the history. Rows stay, so that counts do. Runs inside an action; nothing of what goes is
 * written into the history again (`record_change`).
 */
import { Prisma } from '@/prisma/client/client'
import type { Tx } from './db'
import type { Instant } from './time'
import { dateOf } from './time'

type People = { exerciseId: string; ids: readonly string[]; at: Instant }

/** Begins erasing in this transaction: triggers note that something went, not what. */
export async function beginErasing(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT set_config('startex.erasing', 'on', true)`
}

/**
 * Pseudonymises registrations of one exercise, which stay with role, team, delegation and state, and with them what
 * their people attended there. The caller has locked them. A person who has other parts keeps them: what is erased goes
 * over to a person made up for it.
 */
export async function pseudonymise(tx: Tx, { exerciseId, ids, at }: People): Promise<void> {
  if (ids.length === 0) return
  const attended = await tx.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Attendance" a
     WHERE a."exerciseId" = ${exerciseId}::uuid AND a."erasedAt" IS NULL AND a."personId" IN (
       SELECT r."personId" FROM "Registration" r WHERE r."exerciseId" = ${exerciseId}::uuid AND r."id" = ANY(${ids}::uuid[]))
     ORDER BY a."id" FOR UPDATE`
  await erase(tx, { exerciseId, ids, attendanceIds: attended.map(({ id }) => id), at })
}

type Parts = People & { attendanceIds: readonly string[] }

async function erase(tx: Tx, parts: Parts): Promise<void> {
  await beginErasing(tx)
  const people = await peopleOf(tx, parts)
  await maskHistory(tx, parts, people)
  await eraseLettersOf(tx, parts)
  await eraseParts(tx, parts)
  await renamePeople(tx, parts, people)
}

/** Columns of a registration or person that say who it is. A reason may name its cause. */
const personal = [
  ...['email', 'givenName', 'familyName', 'nativeName', 'languages', 'homeTimeZone', 'companyId', 'personId'],
  ...['clearanceUntilOn', 'lateReason', 'stateReason', 'accountId'],
  // of a decision about a possible double
  ...['reason', 'fingerprint'],
]

/** `needed`: another exercise still knows them by name, or another delegation of this one. */
type Someone = { id: string; homeNation: string; needed: boolean }

function peopleOf(tx: Tx, { exerciseId, ids, attendanceIds }: Parts): Promise<Someone[]> {
  return tx.$queryRaw<Someone[]>`
    SELECT p."id", p."homeNation",
           EXISTS (SELECT FROM "Registration" o WHERE o."personId" = p."id" AND o."id" <> ALL(${ids}::uuid[]))
           OR EXISTS (SELECT FROM "Attendance" o WHERE o."personId" = p."id" AND o."id" <> ALL(${attendanceIds}::uuid[])) AS "needed"
      FROM "Person" p
     WHERE p."id" IN (
       SELECT r."personId" FROM "Registration" r WHERE r."exerciseId" = ${exerciseId}::uuid AND r."id" = ANY(${ids}::uuid[])
       UNION SELECT a."personId" FROM "Attendance" a WHERE a."exerciseId" = ${exerciseId}::uuid AND a."id" = ANY(${attendanceIds}::uuid[]))`
}

/** Before the rows themselves: the links and answers that the history speaks of are still to be found. */
async function maskHistory(tx: Tx, parts: Parts, people: readonly Someone[]): Promise<void> {
  const { exerciseId, ids, attendanceIds } = parts
  const alone = people.flatMap(({ id, needed }) => (needed ? [] : [id]))
  const rows = await tx.$queryRaw<{ id: bigint; changeId: string }[]>`
    WITH chosen AS (SELECT unnest(${ids}::text[]) AS "id"),
    spoken AS (
      SELECT 'Registration' AS "table", "id" AS "row" FROM chosen
      UNION ALL SELECT 'Attendance', unnest(${attendanceIds}::text[])
      UNION ALL SELECT 'Person', unnest(${alone}::text[])
      UNION ALL SELECT 'RegistrationNeeds', "id" FROM chosen
      UNION ALL SELECT 'Answer', a."row" FROM (SELECT DISTINCT "row" FROM "ChangeField" WHERE "table" = 'Answer') a
       WHERE split_part(a."row", '/', 1) = ANY(${ids}::text[])
      UNION ALL SELECT 'DoubleVerdict', v."row" FROM (SELECT DISTINCT "row" FROM "ChangeField" WHERE "table" = 'DoubleVerdict') v
       WHERE string_to_array(v."row", '/') && ${ids}::text[]
      UNION ALL SELECT 'DeletionRequest', d."id"::text FROM "DeletionRequest" d WHERE d."registrationId" = ANY(${ids}::uuid[]))
    SELECT DISTINCT f."id", f."changeId" FROM "ChangeField" f JOIN spoken s ON s."table" = f."table" AND s."row" = f."row"`
  await maskFields(
    tx,
    rows.map(({ id }) => id),
  )
  await hush(
    tx,
    rows.map(({ changeId }) => changeId),
  )
  await tx.$executeRaw`
    UPDATE "Change" SET "actorLabel" = ''
     WHERE "exerciseId" = ${exerciseId}::uuid AND "actorLabel" <> '' AND (
       "linkId" IN (SELECT "id" FROM "RegistrationLink" WHERE "registrationId" = ANY(${ids}::uuid[]))
       OR "accountId" IN (SELECT "accountId" FROM "Person" WHERE "id" = ANY(${people.map(({ id }) => id)}::uuid[])))`
}

async function maskFields(tx: Tx, ids: readonly bigint[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ChangeField"
       SET "from" = masked_value("from", "field", ${personal}::text[], "table"),
           "to" = masked_value("to", "field", ${personal}::text[], "table")
     WHERE "id" = ANY(${ids}::bigint[])
       AND ("field" = '*' OR "field" = ANY(${personal}::text[]) OR "table" IN ('Answer', 'RegistrationNeeds', 'DeletionRequest'))`
}

/** What was said for a write, and what its caller was told, may name people. */
async function hush(tx: Tx, changeIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Change" SET "reason" = NULL, "result" = NULL
     WHERE "id" = ANY(${changeIds}::uuid[]) AND num_nonnulls("reason", "result") > 0`
}

/** The history of people's needs, of those too who have left the exercise since. */
export function maskNeeds(tx: Tx, exerciseId: string): Promise<void> {
  return maskTables(tx, exerciseId, ['RegistrationNeeds'])
}

/** What the history of an exercise says of these tables, as far as it is not masked yet: most of it went with its rows. */
async function maskTables(tx: Tx, exerciseId: string, tables: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ChangeField" f
       SET "from" = masked_value(f."from", f."field", ${personal}::text[], f."table"),
           "to" = masked_value(f."to", f."field", ${personal}::text[], f."table")
      FROM "Change" c
     WHERE c."id" = f."changeId" AND c."exerciseId" = ${exerciseId}::uuid AND f."table" = ANY(${tables}::text[])
       AND (f."field" = '*' OR f."field" = ANY(${personal}::text[]) OR f."table" IN ('Answer', 'RegistrationNeeds', 'DeletionRequest'))
       AND ((f."from" IS NOT NULL AND f."from" -> 'erased' IS NULL) OR (f."to" IS NOT NULL AND f."to" -> 'erased' IS NULL))`
  await tx.$executeRaw`
    UPDATE "Change" c SET "reason" = NULL, "result" = NULL
     WHERE c."exerciseId" = ${exerciseId}::uuid AND num_nonnulls(c."reason", c."result") > 0
       AND EXISTS (SELECT FROM "ChangeField" f WHERE f."changeId" = c."id" AND f."table" = ANY(${tables}::text[]))`
}

/** Pseudonymises guests of conferences and courses, `most` at a time; how many there were. */
export async function eraseGuests(tx: Tx, exerciseId: string, at: Instant, most: number): Promise<number> {
  const guests = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Attendance" WHERE "exerciseId" = ${exerciseId}::uuid AND "erasedAt" IS NULL
     ORDER BY "id" LIMIT ${most} FOR UPDATE`
  await erase(tx, { exerciseId, ids: [], attendanceIds: guests.map(({ id }) => id), at })
  return guests.length
}

/** What is left of an exercise's people once all of them have pseudonyms: drafts that were discarded, letters to
 * contacts, files that never came in, and persons who ended up in no exercise. */
export async function eraseRemains(tx: Tx, exerciseId: string, at: Instant): Promise<void> {
  await tx.$executeRaw`
    UPDATE "SignUpLink" SET "email" = "id" || '@erased.invalid', "revokedAt" = coalesce("revokedAt", ${dateOf(at)})
     WHERE "exerciseId" = ${exerciseId}::uuid AND "email" NOT LIKE '%@erased.invalid'`
  await tx.$executeRaw`
    UPDATE "Invitation" SET "email" = "id" || '@erased.invalid', "revokedAt" = coalesce("revokedAt", ${dateOf(at)})
     WHERE "exerciseId" = ${exerciseId}::uuid AND "email" IS NOT NULL AND "email" NOT LIKE '%@erased.invalid'`
  await maskTables(tx, exerciseId, [
    ...['Registration', 'Answer', 'RegistrationNeeds', 'DeletionRequest'],
    ...['Attendance', 'SignUpLink', 'Invitation', 'DoubleVerdict'],
  ])
  // Of links that are gone with their registrations.
  await tx.$executeRaw`
    UPDATE "Change" SET "actorLabel" = ''
     WHERE "exerciseId" = ${exerciseId}::uuid AND "actorKind" = 'link' AND "actorLabel" <> ''`
  await tx.rosterPart.deleteMany({ where: { exerciseId } })
  await tx.$executeRaw`
    UPDATE "Mail" SET "recipient" = "id" || '@erased.invalid', "params" = '{"erased": true}', "secret" = NULL,
           "erasedAt" = ${dateOf(at)}, "nextAttemptAt" = NULL,
           "givenUpAt" = CASE WHEN "sentAt" IS NULL THEN coalesce("givenUpAt", ${dateOf(at)}) END
     WHERE "exerciseId" = ${exerciseId}::uuid AND "erasedAt" IS NULL AND "createdAt" < ${dateOf(at - onTheWay)}`
  const orphans = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Person" p
       SET "email" = p."id" || '@erased.invalid', "givenName" = 'Pseudonym', "familyName" = upper(right(p."id"::text, 8)),
           "nativeName" = '', "accountId" = NULL, "erasedAt" = ${dateOf(at)}
      FROM "Exercise" e
     WHERE e."id" = ${exerciseId}::uuid AND p."programmeId" = e."programmeId"
       AND p."createdAt" < e."startexAt" + make_interval(secs => e."endexOffset") AND p."erasedAt" IS NULL AND NOT EXISTS (SELECT FROM "Registration" r WHERE r."personId" = p."id")
       AND NOT EXISTS (SELECT FROM "Attendance" a WHERE a."personId" = p."id")
    RETURNING p."id"`
  const images = await tx.changeField.findMany({
    where: { table: 'Person', row: { in: orphans.map(({ id }) => id) } },
    select: { id: true },
  })
  await maskFields(
    tx,
    images.map(({ id }) => id),
  )
}

/** Letters younger than this may still be on their way, in milliseconds. */
export const onTheWay = 7 * 86_400_000

/** Letters about them lose reader and text; those that gather several people lose their names. */
async function eraseLettersOf(tx: Tx, { exerciseId, ids, attendanceIds, at }: Parts): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Mail" SET "recipient" = "id" || '@erased.invalid', "params" = '{"erased": true}', "secret" = NULL,
           "erasedAt" = ${dateOf(at)}, "nextAttemptAt" = NULL,
           "givenUpAt" = CASE WHEN "sentAt" IS NULL THEN coalesce("givenUpAt", ${dateOf(at)}) END,
           "failure" = CASE WHEN "sentAt" IS NULL AND "givenUpAt" IS NULL THEN 'erased' ELSE "failure" END
     WHERE "exerciseId" = ${exerciseId}::uuid AND "erasedAt" IS NULL AND (
       "registrationId" = ANY(${ids}::uuid[])
       OR ("template" LIKE 'attendance\\_%' AND "recipient" IN (
             SELECT a."email" FROM "Attendance" a WHERE a."id" = ANY(${attendanceIds}::uuid[]))))`
  await tx.$executeRaw`
    UPDATE "Mail" SET "params" = jsonb_set("params", '{people}', (
             SELECT jsonb_agg(CASE WHEN p ->> 'id' = ANY(${ids}::text[]) THEN p || '{"name": "…"}' ELSE p END ORDER BY n)
               FROM jsonb_array_elements("params" -> 'people') WITH ORDINALITY AS e(p, n)))
     WHERE "exerciseId" = ${exerciseId}::uuid AND "template" = 'contact_digest' AND "erasedAt" IS NULL
       AND EXISTS (SELECT FROM jsonb_array_elements("params" -> 'people') p WHERE p ->> 'id' = ANY(${ids}::text[]))`
}

/** What hangs on a registration and is nothing but personal. */
async function eraseParts(tx: Tx, { exerciseId, ids }: Parts): Promise<void> {
  const where = { exerciseId, registrationId: { in: [...ids] } }
  await tx.registrationNeeds.deleteMany({ where })
  await tx.answer.deleteMany({ where })
  await tx.registrationLink.deleteMany({ where })
  await tx.notice.deleteMany({ where })
  await tx.doubleVerdict.deleteMany({
    where: { OR: [where, { otherExerciseId: exerciseId, otherId: where.registrationId }] },
  })
  await tx.deletionRequest.updateMany({ where, data: { note: '' } })
  // A refusal keeps that there was a reason, and not which.
  await tx.deletionRequest.updateMany({ where: { ...where, granted: false }, data: { answer: '…' } })
  await tx.deletionRequest.updateMany({ where: { ...where, granted: true }, data: { answer: '' } })
}

/** A pseudonym is unique, and mail to it goes nowhere (RFC 6761). Made up at random: what is computed from an id leads
 * back to it. */
async function renamePeople(tx: Tx, parts: Parts, people: readonly Someone[]): Promise<void> {
  const { exerciseId, ids, attendanceIds, at } = parts
  const alone = people.filter(({ needed }) => !needed).map(({ id }) => id)
  await tx.$executeRaw`
    UPDATE "Person" p
       SET "email" = p."id" || '@erased.invalid', "givenName" = 'Pseudonym', "familyName" = upper(right(p."id"::text, 8)),
           "nativeName" = '', "accountId" = NULL, "erasedAt" = ${dateOf(at)}
     WHERE p."id" = ANY(${alone}::uuid[])`
  const made = people.flatMap(({ id, homeNation, needed }) =>
    needed ? [{ from: id, to: crypto.randomUUID(), homeNation }] : [],
  )
  const [from, to] = [made.map(one => one.from), made.map(one => one.to)]
  await tx.$executeRaw`
    INSERT INTO "Person" ("id", "programmeId", "email", "givenName", "familyName", "homeNation", "erasedAt")
    SELECT m."to", e."programmeId", m."to" || '@erased.invalid', 'Pseudonym', upper(right(m."to"::text, 8)), m."nation", ${dateOf(at)}
      FROM unnest(${to}::uuid[], ${made.map(one => one.homeNation)}::text[]) AS m("to", "nation")
      JOIN "Exercise" e ON e."id" = ${exerciseId}::uuid`
  for (const [table, rows] of [
    [registrationTable, ids],
    [attendanceTable, attendanceIds],
  ] as const) {
    await tx.$executeRaw`
      UPDATE ${table} r SET "personId" = m."to" FROM unnest(${from}::uuid[], ${to}::uuid[]) AS m("from", "to")
       WHERE r."personId" = m."from" AND r."id" = ANY(${rows}::uuid[])`
    await tx.$executeRaw`
      UPDATE ${table} r
         SET "email" = r."id" || '@erased.invalid', "givenName" = 'Pseudonym', "familyName" = upper(right(r."id"::text, 8)),
             "nativeName" = '', "lateReason" = left(r."lateReason", 0) || '…', "stateReason" = left(r."stateReason", 0) || '…',
             "erasedAt" = ${dateOf(at)}
       WHERE r."exerciseId" = ${exerciseId}::uuid AND r."id" = ANY(${rows}::uuid[])`
  }
  await tx.registration.updateMany({
    where: { exerciseId, id: { in: [...ids] } },
    data: { languages: [], homeTimeZone: 'UTC', companyId: null, clearanceUntilOn: null },
  })
}

const registrationTable = Prisma.raw('"Registration"')
const attendanceTable = Prisma.raw('"Attendance"')
