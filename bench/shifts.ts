import type { Sql } from 'postgres'

/** As many shifts as the largest exercise is expected to have. */
const inRota = 5000

/** Fills an exercise with shifts of its teams round the clock, three people on each, as plain rows: for reads alone. */
export async function fillShifts(sql: Sql, exerciseId: string): Promise<void> {
  await sql.begin(async tx => {
    await tx`SELECT set_config('startex.change', 'off', true)`
    await tx`
      INSERT INTO "Shift" ("id", "exerciseId", "teamId", "startAnchor", "startOffset", "durationSeconds", "places")
      SELECT gen_random_uuid(), ${exerciseId}::uuid, t."ids"[1 + n % cardinality(t."ids")], 'ttime', n / 50 * 28800, 28800, 4
        FROM (SELECT array_agg("id") AS "ids" FROM "Team" WHERE "exerciseId" = ${exerciseId}::uuid) t,
             generate_series(1, ${inRota}::int) n`
    await tx`
      INSERT INTO "Duty" ("id", "exerciseId", "shiftId", "registrationId")
      SELECT gen_random_uuid(), s."exerciseId", s."id", r."ids"[1 + (s."n" * 3 + k) % cardinality(r."ids")]
        FROM (SELECT "id", "exerciseId", row_number() OVER () AS "n" FROM "Shift" WHERE "exerciseId" = ${exerciseId}::uuid) s,
             (SELECT array_agg("id") AS "ids" FROM "Registration" WHERE "exerciseId" = ${exerciseId}::uuid) r,
             generate_series(1, 3) k
      ON CONFLICT DO NOTHING`
  })
  await sql`ANALYZE`
}
