import type { Sql } from 'postgres'

/** As many injects as the largest exercise is expected to have. */
const inMsel = 10_000

/**
 * Fills the exercise's MSEL up to the size that is measured, in its storylines, each inject with a time, a text, a
 * recipient and an objective; every tenth follows from the one before.
 */
export async function fillMsel(sql: Sql, exerciseId: string, count = inMsel): Promise<void> {
  await sql.begin(async tx => {
    await tx`SELECT set_config('startex.change', 'off', true)`
    await tx`
      INSERT INTO "Inject" ("id", "exerciseId", "serial", "storylineId", "title", "text", "startAnchor", "startOffset",
                            "durationSeconds")
      SELECT gen_random_uuid(), ${exerciseId}::uuid, 'bench ' || n, s."ids"[1 + n % cardinality(s."ids")],
             'The watch reports event ' || n, 'Read out **report ' || n || '** to the duty officer and note the answer.',
             CASE WHEN n % 10 > 0 THEN 'ttime'::"Anchor" END, CASE WHEN n % 10 > 0 THEN n * 30 END, 1200
        FROM (SELECT array_agg("id") AS "ids" FROM "Storyline" WHERE "exerciseId" = ${exerciseId}::uuid) s,
             generate_series(1, ${count}::int - (SELECT count(*)::int FROM "Inject" WHERE "exerciseId" = ${exerciseId}::uuid)) n`
    await tx`
      INSERT INTO "Wait" ("id", "exerciseId", "injectId", "afterInjectId", "delaySeconds")
      SELECT gen_random_uuid(), i."exerciseId", i."id", b."id", 600
        FROM "Inject" i JOIN "Inject" b ON b."exerciseId" = i."exerciseId"
         AND b."serial" = ('bench ' || (substr(i."serial"::text, 7)::int - 1))::citext
       WHERE i."exerciseId" = ${exerciseId}::uuid AND i."startAnchor" IS NULL AND i."serial"::text ~ '^bench [0-9]+$'`
    await tx`
      INSERT INTO "InjectParty" ("id", "exerciseId", "injectId", "side", "teamId")
      SELECT gen_random_uuid(), i."exerciseId", i."id", 'to', t."ids"[1 + substr(i."serial"::text, 7)::int % cardinality(t."ids")]
        FROM "Inject" i, (SELECT array_agg("id") AS "ids" FROM "Team" WHERE "exerciseId" = ${exerciseId}::uuid) t
       WHERE i."exerciseId" = ${exerciseId}::uuid AND i."serial"::text ~ '^bench [0-9]+$'`
    await tx`
      INSERT INTO "InjectObjective" ("exerciseId", "injectId", "objectiveId")
      SELECT i."exerciseId", i."id", o."ids"[1 + substr(i."serial"::text, 7)::int % cardinality(o."ids")]
        FROM "Inject" i, (SELECT array_agg("id") AS "ids" FROM "Objective" WHERE "exerciseId" = ${exerciseId}::uuid) o
       WHERE i."exerciseId" = ${exerciseId}::uuid AND i."serial"::text ~ '^bench [0-9]+$' AND cardinality(o."ids") > 0`
  })
  await sql`ANALYZE`
}
