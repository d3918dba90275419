import type { Tx } from './db'
import { AppError } from './errors'
import type { ExerciseStatus } from './exercises/schema'
import { readWaits } from './logic-rows'
import type { MovePlan, PlanRow } from './moves/plan/rules'
import { instantOf, type OptionalMomentColumns, optionalMomentOf } from './time'

type Row = Omit<PlanRow, 'start' | 'end'> & OptionalMomentColumns<'start'> & OptionalMomentColumns<'end'>

const start = (of: string, prefix = 'start') =>
  ['Anchor', 'At', 'Day', 'Minute', 'Offset', 'TimeZone']
    .map(part => `${of}."${prefix}${part}"${part === 'Anchor' ? '::text' : ''} AS "start${part}"`)
    .join(', ')
const end = (of: string, prefix = 'end') =>
  ['Anchor', 'At', 'Day', 'Minute', 'Offset', 'TimeZone']
    .map(part => `${of}."${prefix}${part}"${part === 'Anchor' ? '::text' : ''} AS "end${part}"`)
    .join(', ')
const noEnd =
  'NULL::text AS "endAnchor", NULL::timestamptz AS "endAt", NULL::int AS "endDay", NULL::int AS "endMinute", NULL::int AS "endOffset", NULL::text AS "endTimeZone"'
const rest = (
  own: Partial<Record<'durationSeconds' | 'days' | 'gate' | 'state' | 'version' | 'partner', string>>,
) =>
  `${own.durationSeconds ?? 'NULL::int'} AS "durationSeconds", ${own.days ?? 'NULL::int'} AS "days",
   ${own.gate ?? 'NULL'}::text AS "gate", ${own.state ?? 'NULL'}::text AS "state", ${own.version ?? '1'} AS "version",
   ${own.partner ?? 'NULL::json'} AS "partner"`

const partnerOf = `json_build_object('kind', n."kind", 'code', n."code", 'name', n."name")`

/** Every row with a moment, as one statement. What a row is called is what people look for it by. */
const planSql = `
  SELECT 'Phase' AS "table", p."id"::text AS "id", p."name", NULL::text AS "of", NULL::text AS "phaseId", ${start('p')},
         ${end('p')}, ${rest({ version: 'p."version"' })} FROM "Phase" p WHERE p."exerciseId" = $1::uuid
  UNION ALL
  SELECT 'Activity', a."id"::text, a."title", NULL, a."phaseId"::text, ${start('a')}, ${noEnd},
         ${rest({ durationSeconds: 'a."durationSeconds"', days: 'a."days"', gate: 'a."gate"', version: 'a."version"' })}
    FROM "Activity" a WHERE a."exerciseId" = $1::uuid
  UNION ALL
  SELECT 'AgendaItem', i."id"::text, a."title" || ' · ' || i."title", i."activityId"::text, NULL, ${start('i')}, ${noEnd},
         ${rest({ durationSeconds: 'i."durationSeconds"', version: 'i."version"' })}
    FROM "AgendaItem" i JOIN "Activity" a ON a."id" = i."activityId" WHERE i."exerciseId" = $1::uuid
  UNION ALL
  SELECT 'Leg', l."id"::text, a."title" || ' · ' || concat_ws(' → ', nullif(l."fromPlace", ''), l."toPlace"),
         l."activityId"::text, NULL, ${start('l')}, ${noEnd},
         ${rest({ durationSeconds: 'l."durationSeconds"', version: 'l."version"' })}
    FROM "Leg" l JOIN "Activity" a ON a."id" = l."activityId" WHERE l."exerciseId" = $1::uuid
  UNION ALL
  SELECT 'SignUp', s."id"::text, a."title", s."id"::text, NULL, ${start('s', 'opens')}, ${end('s', 'closes')},
         ${rest({ version: 's."version"' })}
    FROM "SignUp" s JOIN "Activity" a ON a."id" = s."id"
   WHERE s."exerciseId" = $1::uuid AND (s."opensAnchor" IS NOT NULL OR s."closesAnchor" IS NOT NULL)
  UNION ALL
  SELECT 'ParticipationGate', g."participationId" || '/' || g."gate",
         coalesce((SELECT a."title" FROM "Activity" a WHERE a."exerciseId" = g."exerciseId" AND a."gate" = g."gate"), ''),
         NULL, NULL, ${start('g')}, ${noEnd},
         ${rest({ gate: 'g."gate"', partner: partnerOf })}
    FROM "ParticipationGate" g JOIN "Participation" p ON p."id" = g."participationId"
    JOIN "Partner" n ON n."id" = p."partnerId" WHERE g."exerciseId" = $1::uuid
  UNION ALL
  SELECT 'Rota', r."id"::text, r."name", NULL, r."phaseId"::text, ${start('r')}, ${end('r')},
         ${rest({ version: 'r."version"' })} FROM "Rota" r WHERE r."exerciseId" = $1::uuid
  UNION ALL
  SELECT 'Shift', s."id"::text,
         coalesce(nullif(s."title", ''), concat_ws(' ', coalesce(r."name", t."name"), chr(64 + s."crew"))),
         s."rotaId"::text, NULL, ${start('s')}, ${noEnd},
         ${rest({ durationSeconds: 's."durationSeconds"', version: 's."version"' })}
    FROM "Shift" s JOIN "Team" t ON t."id" = s."teamId" LEFT JOIN "Rota" r ON r."id" = s."rotaId"
   WHERE s."exerciseId" = $1::uuid
  UNION ALL
  SELECT 'Inject', i."id"::text, i."serial"::text || ' ' || i."title", NULL, i."phaseId"::text, ${start('i')}, ${noEnd},
         ${rest({ durationSeconds: 'i."durationSeconds"', state: 'i."state"', version: 'i."version"' })}
    FROM "Inject" i WHERE i."exerciseId" = $1::uuid`

/** The whole plan of an exercise, as moves see it. Throws `not_found` for one that is gone. Locks nothing. */
export async function readMovePlan(tx: Tx, exerciseId: string): Promise<MovePlan> {
  const [exercise] = await tx.$queryRaw<
    { startexAt: Date; timeZone: string; endexOffset: number; status: ExerciseStatus }[]
  >`
    SELECT "startexAt", "timeZone", "endexOffset", "status"::text AS "status" FROM "Exercise"
     WHERE "id" = ${exerciseId}::uuid`
  if (!exercise) throw new AppError('not_found', 'not_found')
  const rows = await tx.$queryRawUnsafe<Row[]>(planSql, exerciseId)
  const { gates, waits } = await readWaits(tx, exerciseId)
  const { startexAt, timeZone, endexOffset, status } = exercise
  return {
    frame: { startexAt: instantOf(startexAt), timeZone },
    ...{ endexOffset, status, gates, waits },
    items: rows.map(itemOf),
  }
}

function itemOf(row: Row): PlanRow {
  const { table, id, name, of, phaseId, durationSeconds, days, gate, state, version, partner } = row
  return {
    ...{ table, id, name, of, phaseId, durationSeconds, days, gate, state, version, partner },
    start: optionalMomentOf(row, 'start'),
    end: optionalMomentOf(row, 'end'),
  }
}
