import { db, sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { instantOf } from '@/lib/time'
import {
  changeKind,
  idsIn,
  masked,
  nameInImage,
  namingIds,
  type RecordedField,
  scenarioTables,
} from './rules'

/** Changes a page, and fields shown of one change: an edition that is cloned makes thousands. */
export const pageSize = 25
const mostFields = 12

/** What a row is called; `nation` is its ISO 3166 code where the reader's language has a word for it. */
export type RowName = { name: string; nation: string | null }

type StoredField = RecordedField & { changeId: string; total: number }

/** The history of an exercise, latest first, with names in place of ids; for staff, since it names people. */
export async function listChanges(actor: Actor, exerciseId: string, page: number) {
  if (!can(actor, 'history.read', { exerciseId })) return { changes: [], count: 0 }
  // A registrar reads the history too, and a controller: neither may learn the whole plot from it.
  const hidden = can(actor, 'scenario.edit', { exerciseId }) ? [] : scenarioTables
  const where = { exerciseId, fields: { some: { table: { notIn: hidden } } } }
  const [count, rows] = await Promise.all([
    db.change.count({ where }),
    db.change.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: { id: true, at: true, actorKind: true, actorLabel: true, action: true, reason: true },
    }),
  ])
  // Planners and controllers read the history too, and have no business with anybody's diet.
  const seesNeeds = can(actor, 'registration.needs', { exerciseId, participationId: '', registrationId: '' })
  const found = await fieldsOf(
    rows.map(({ id }) => id),
    hidden,
  )
  const fields = seesNeeds ? found : masked(found)
  const names = await namesOf(exerciseId, idsIn(fields))
  const changes = rows.map(({ at, ...row }) => {
    const own = fields.filter(({ changeId }) => changeId === row.id)
    return {
      ...row,
      at: instantOf(at),
      total: own[0]?.total ?? 0,
      fields: own.map(field => inWords(field, names)),
    }
  })
  return { changes, count }
}

type Changes = Awaited<ReturnType<typeof listChanges>>
export type ChangeEntry = Changes['changes'][number]
export type ChangedField = ChangeEntry['fields'][number]

async function fieldsOf(changeIds: string[], hidden: string[]): Promise<StoredField[]> {
  if (changeIds.length === 0) return []
  return sql<StoredField[]>`
    SELECT "changeId", "table", "row", "field", "from", "to", "total"
      FROM (SELECT f.*, count(*) OVER (PARTITION BY "changeId")::int AS "total",
                   row_number() OVER (PARTITION BY "changeId" ORDER BY "id") AS "n"
              FROM "ChangeField" f WHERE "changeId" = ANY(${changeIds}::uuid[])
               AND "table" <> ALL(${hidden}::text[])) AS numbered
     WHERE "n" <= ${mostFields} ORDER BY "changeId", "n"`
}

function inWords(field: StoredField, names: ReadonlyMap<string, RowName>) {
  const known = namingIds(field).flatMap(id => names.get(id) ?? [])
  const gone = field.field === '*' ? nameInImage(field.to ?? field.from) : null
  const named = known.length > 0 ? known : gone === null ? [] : [{ name: gone, nation: null }]
  const value = (stored: unknown) => (typeof stored === 'string' ? (names.get(stored) ?? stored) : stored)
  const kind = changeKind(field)
  return {
    table: field.table,
    row: field.row,
    field: field.field,
    kind,
    named,
    // An image is the whole row, which nobody reads.
    from: kind === 'edited' ? value(field.from) : null,
    to: kind === 'edited' ? value(field.to) : null,
  }
}

/** One statement for all tables: a page speaks of a few rows each. Ids of other exercises find nothing. */
async function namesOf(exerciseId: string, ids: string[]): Promise<Map<string, RowName>> {
  if (ids.length === 0) return new Map()
  const rows = await sql<(RowName & { id: string })[]>`
    WITH wanted AS (SELECT unnest(${ids}::uuid[]) AS "id")
    SELECT "id", "name", NULL AS "nation" FROM "Phase" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "title", NULL FROM "Activity" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "name", NULL FROM "Site" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "name", NULL FROM "TeamKind" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "name", NULL FROM "Team" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "name", NULL FROM "Role" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "name", NULL FROM "Company" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "wording", NULL FROM "Question" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT s."id", t."name" || ' · ' || r."name", NULL FROM "Seat" s JOIN wanted USING ("id")
      JOIN "Team" t ON t."id" = s."teamId" JOIN "Role" r ON r."id" = s."roleId" WHERE s."exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "givenName" || ' ' || "familyName", NULL FROM "Registration" JOIN wanted USING ("id")
       WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "givenName" || ' ' || "familyName", NULL FROM "Attendance" JOIN wanted USING ("id")
       WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "title", NULL FROM "AgendaItem" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "toPlace", NULL FROM "Leg" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT p."id", a."title", NULL FROM "ActivityPlaces" p JOIN wanted USING ("id")
      JOIN "Activity" a ON a."id" = p."activityId" WHERE p."exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT p."id", n."name", CASE n."kind" WHEN 'nation' THEN n."code"::text END FROM "Participation" p
      JOIN wanted USING ("id") JOIN "Partner" n ON n."id" = p."partnerId" WHERE p."exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT q."id", n."name", CASE n."kind" WHEN 'nation' THEN n."code"::text END FROM "Quota" q
      JOIN wanted USING ("id") JOIN "Participation" p ON p."id" = q."participationId"
      JOIN "Partner" n ON n."id" = p."partnerId" WHERE q."exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT n."id", n."name", CASE n."kind" WHEN 'nation' THEN n."code"::text END FROM "Partner" n
      JOIN wanted USING ("id") JOIN "Exercise" e ON e."programmeId" = n."programmeId" WHERE e."id" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "serial" || ' ' || "title", NULL FROM "Inject" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "number" || ' ' || "name", NULL FROM "Storyline" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "name", NULL FROM "Incident" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "name", NULL FROM "DeliveryMode" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "name", NULL FROM "Persona" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "name", NULL FROM "MselColumn" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "number" || ' ' || "title", NULL FROM "Objective" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT a."id", a."name", NULL FROM "Account" a JOIN wanted USING ("id")`
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}
