import { sql } from './db'

/** What a row is called; `nation` is its ISO 3166 code where the reader's language has a word for it. */
export type RowName = { name: string; nation: string | null }

/** One statement for all tables: a page speaks of a few rows each. Ids of other exercises find nothing. */
export async function namesOf(exerciseId: string, ids: string[]): Promise<Map<string, RowName>> {
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
    UNION ALL SELECT "id", "name", NULL FROM "MselView" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT "id", "number" || ' ' || "title", NULL FROM "Objective" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT c."id", c."name", NULL FROM "CatalogueEntry" c JOIN wanted USING ("id")
      JOIN "Exercise" e ON e."programmeId" = c."programmeId"
     WHERE e."id" = ${exerciseId}::uuid AND (c."tlp" <> 'red' OR c."exerciseId" = e."id")
    UNION ALL SELECT v."id", c."name" || ' · ' || v."number", NULL FROM "CatalogueVersion" v JOIN wanted USING ("id")
      JOIN "CatalogueEntry" c ON c."id" = v."entryId" JOIN "Exercise" e ON e."programmeId" = c."programmeId"
     WHERE e."id" = ${exerciseId}::uuid AND (c."tlp" <> 'red' OR c."exerciseId" = e."id")
    UNION ALL SELECT "id", "name", NULL FROM "Rota" JOIN wanted USING ("id") WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT s."id", coalesce(nullif(s."title", ''), o."name" || coalesce(' · ' || chr(64 + s."crew"), ''), t."name"), NULL
      FROM "Shift" s JOIN wanted USING ("id") JOIN "Team" t ON t."id" = s."teamId" LEFT JOIN "Rota" o ON o."id" = s."rotaId"
     WHERE s."exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT a."id", a."name", NULL FROM "Account" a JOIN wanted USING ("id")`
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}
