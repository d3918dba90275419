import type connect from 'postgres'

type Crowd = {
  exerciseId: string
  count: number
  /** drawn from in turn */
  participationIds: readonly string[]
  roleIds: readonly string[]
  teamIds: readonly string[]
}

const states = [
  ...['submitted', 'endorsed', 'endorsed', 'confirmed', 'confirmed', 'confirmed', 'confirmed', 'waitlisted'],
  ...['declined', 'withdrawn'],
]

/**
 * People by the thousand, as plain rows: in every state, spread over nations, roles and teams, changed on different
 * days. Without history, places or seats: for measuring reads alone.
 */
export async function addCrowd(sql: connect.Sql, crowd: Crowd): Promise<void> {
  const { exerciseId, count, participationIds, roleIds, teamIds } = crowd
  const pick = (at: string, of: readonly string[]) =>
    `('{${of.join(',')}}'::uuid[])[1 + ${at} % ${of.length}]`
  await sql.begin(async tx => {
    await tx`SELECT set_config('startex.change', 'off', true)`
    await tx.unsafe(
      `WITH crowd AS (
         SELECT n, gen_random_uuid() AS "personId", 'crowd' || n || '.' || substr($1, 25) || '@example.org' AS "email",
                'Given' || n % 97 AS "givenName", 'Family' || n % 1009 AS "familyName"
           FROM generate_series(1, $2::int) n),
       people AS (
         INSERT INTO "Person" ("id", "programmeId", "email", "givenName", "familyName", "homeNation")
         SELECT "personId", e."programmeId", "email", "givenName", "familyName", 'EST'
           FROM crowd, "Exercise" e WHERE e."id" = $1::uuid)
       INSERT INTO "Registration" ("id", "exerciseId", "participationId", "personId", "roleId", "teamId", "email",
              "givenName", "familyName", "presence", "homeTimeZone", "state", "stateAt", "submittedAt", "stateReason", "waitsFor")
       SELECT gen_random_uuid(), $1::uuid, ${pick('n', participationIds)}, "personId", ${pick('n / 3', roleIds)},
              ${pick('n / 7', teamIds)}, "email", "givenName", "familyName", 'on_site', 'Europe/Tallinn', s.state,
              now() - make_interval(hours => n % 2000), now() - make_interval(hours => 2000 + n % 2000),
              CASE WHEN s.state = 'declined' THEN 'Others come' END,
              CASE WHEN s.state = 'waitlisted' THEN 'decision'::"WaitsFor" END
         FROM crowd, LATERAL (SELECT ('{${states.join(',')}}'::"RegistrationState"[])[1 + n % ${states.length}] AS state) s`,
      [exerciseId, count],
    )
  })
  await sql`ANALYZE "Registration"`
  await sql`ANALYZE "Person"`
}
