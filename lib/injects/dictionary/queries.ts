import { sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { asSql, phaseRows } from '@/lib/policy-rows'
import { scenarioView } from '@/lib/scenario-view'
import { instantOf, type OptionalMomentColumns, optionalMomentOf } from '@/lib/time'
import type { MselColumn } from '../judging/rules'

type Named = { id: string; name: string }
type Stored = {
  scenarioZone: string
  startexAt: Date
  timeZone: string
  endexOffset: number
  settings: { nightFrom: number; nightTo: number; controllerLoad: number; attackRelease: string } | null
  marks: { offset: number; scenarioAt: string; speed: number }[]
  storylines: (Named & { number: number; position: number })[]
  incidents: (Named & { storylineId: string; number: number; position: number })[]
  modes: Named[]
  personas: (Named & { affiliation: string })[]
  objectives: { id: string; parentId: string | null; number: string; title: string; leastInjects: number }[]
  columns: (Named & MselColumn & { audience: 'planners' | 'controllers'; version: number })[]
  gates: { id: string; number: number; kind: 'all' | 'any' | 'manual'; name: string }[]
  gateWaits: {
    gateId: string
    afterInjectId: string | null
    afterGateId: string | null
    condition: string
    delaySeconds: number
  }[]
  teams: (Named & {
    number: number | null
    kindId: string
    timeZone: string | null
    remote: boolean | null
  })[]
  kinds: (Named & { letter: string; colour: string })[]
  roles: Named[]
  members: (Named & { role: string })[]
  people: Named[]
}

type PhaseRow = Named & OptionalMomentColumns<'start'> & OptionalMomentColumns<'end'>

/**
 * What injects name, and what their times are counted by: everything for planners; for whoever sees a part of the MSEL
 * the storylines, actors and people of that part. Null where there is nothing to see. One statement and one for the
 * phases: the editor's first screen waits for it.
 */
export async function getDictionary(actor: Actor, exerciseId: string) {
  const view = await scenarioView(actor, exerciseId)
  if (!view) return null
  const mayEdit = view.seesAll
  const seen = asSql(view.rule, 'i', 2)
  const [[stored], phases] = await Promise.all([
    sql.unsafe<Stored[]>(
      dictionarySql(mayEdit ? null : seen.text),
      [exerciseId, ...(mayEdit ? [] : seen.values)],
      {
        prepare: true,
      },
    ),
    listPhases(actor, exerciseId),
  ])
  if (!stored) return null
  const { startexAt, timeZone, endexOffset, marks, ...named } = stored
  return {
    ...named,
    phases,
    mayEdit,
    mayApprove: can(actor, 'scenario.approve', { exerciseId }),
    endexOffset,
    frame: { startexAt: instantOf(startexAt), timeZone },
    marks: marks.map(({ scenarioAt, ...mark }) => ({ ...mark, scenarioAt: Date.parse(scenarioAt) })),
  }
}

async function listPhases(actor: Actor, exerciseId: string) {
  const { text, values } = asSql(phaseRows(actor, exerciseId), 'p', 1)
  const rows = await sql.unsafe<PhaseRow[]>(
    `SELECT "id", "name", "startAnchor"::text, "startAt", "startDay", "startMinute", "startOffset", "startTimeZone",
            "endAnchor"::text, "endAt", "endDay", "endMinute", "endOffset", "endTimeZone"
       FROM "Phase" p WHERE ${text} ORDER BY "position", "name"`,
    values,
    { prepare: true },
  )
  return rows.map(({ id, name, ...row }) => ({
    id,
    name,
    start: optionalMomentOf<'start'>(row, 'start'),
    end: optionalMomentOf<'end'>(row, 'end'),
  }))
}

/** `seen`: the rule of the injects that the reader may see, over a table `i`; null for all of the exercise `$1`. */
function dictionarySql(seen: string | null): string {
  const list = (columns: string, from: string) =>
    `coalesce((SELECT json_agg(json_build_object(${columns})) FROM (${from}) AS r), '[]')`
  // From the injects that are seen to what they name: asking it of every registration took most of the statement.
  const named = (table: string, column: string) =>
    `SELECT p."${column}" FROM "${table}" p ${seen === null ? '' : 'JOIN seen i ON i."id" = p."injectId"'} WHERE p."exerciseId" = e."id" AND p."${column}" IS NOT NULL`
  const mine = (condition: string) => (seen === null ? 'true' : `(${condition})`)
  return `
    ${seen === null ? '' : `WITH seen AS MATERIALIZED (SELECT i."id", i."storylineId", i."incidentId" FROM "Inject" i WHERE ${seen})`}
    SELECT e."startexAt", e."timeZone", e."endexOffset", coalesce(s."timeZone", e."timeZone") AS "scenarioZone",
      CASE WHEN s."exerciseId" IS NULL THEN NULL ELSE json_build_object('nightFrom', s."nightFrom", 'nightTo', s."nightTo",
        'controllerLoad', s."controllerLoad", 'attackRelease', s."attackRelease") END AS "settings",
      ${list(`'offset', "offset", 'scenarioAt', "scenarioAt", 'speed', "speed"`, `SELECT * FROM "ScenarioMark" WHERE "exerciseId" = e."id" ORDER BY "offset"`)} AS "marks",
      ${list(`'id', "id", 'name', "name", 'number', "number", 'position', "position"`, `SELECT * FROM "Storyline" t WHERE t."exerciseId" = e."id" AND ${mine(`t."id" IN (SELECT "storylineId" FROM seen)`)} ORDER BY "position", "number"`)} AS "storylines",
      ${list(`'id', "id", 'name', "name", 'storylineId', "storylineId", 'number', "number", 'position', "position"`, `SELECT * FROM "Incident" t WHERE t."exerciseId" = e."id" AND ${mine(`t."id" IN (SELECT "incidentId" FROM seen)`)} ORDER BY "position", "number"`)} AS "incidents",
      ${list(`'id', "id", 'name', "name"`, `SELECT * FROM "DeliveryMode" WHERE "exerciseId" = e."id" ORDER BY "position", "name"`)} AS "modes",
      ${list(`'id', "id", 'name', "name", 'affiliation', "affiliation"`, `SELECT * FROM "Persona" t WHERE t."exerciseId" = e."id" AND ${mine(`t."id" IN (${named('InjectParty', 'personaId')})`)} ORDER BY "name"`)} AS "personas",
      ${list(`'id', "id", 'parentId', "parentId", 'number', "number", 'title', "title", 'leastInjects', "leastInjects"`, `SELECT * FROM "Objective" WHERE "exerciseId" = e."id" ORDER BY "position", "number"`)} AS "objectives",
      ${list(`'id', "id", 'name', "name", 'kind', "kind", 'choices', "choices", 'audience', "audience", 'version', "version"`, `SELECT * FROM "MselColumn" t WHERE t."exerciseId" = e."id" AND ${mine(`t."audience" = 'controllers'`)} ORDER BY "position", "name"`)} AS "columns",
      ${list(`'id', "id", 'number', "number", 'kind', "kind", 'name', "name"`, `SELECT * FROM "LogicGate" t WHERE t."exerciseId" = e."id" AND ${mine(`EXISTS (SELECT FROM "Wait" w JOIN seen i ON i."id" = w."injectId" WHERE w."afterGateId" = t."id")`)} ORDER BY "number"`)} AS "gates",
      ${list(`'gateId', "gateId", 'afterInjectId', "afterInjectId", 'afterGateId', "afterGateId", 'condition', "condition", 'delaySeconds', "delaySeconds"`, `SELECT * FROM "Wait" t WHERE t."exerciseId" = e."id" AND t."gateId" IS NOT NULL AND ${mine('false')}`)} AS "gateWaits",
      ${list(`'id', "id", 'name', "name", 'number', "number", 'kindId', "kindId", 'timeZone', "timeZone", 'remote', "remote"`, `SELECT t."id", t."name", t."number", t."kindId", z."timeZone", z."remote" FROM "Team" t LEFT JOIN "Site" z ON z."id" = t."siteId" WHERE t."exerciseId" = e."id" ORDER BY t."number" NULLS FIRST, t."name"`)} AS "teams",
      ${list(`'id', "id", 'name', "name", 'letter', "letter", 'colour', "colour"`, `SELECT * FROM "TeamKind" WHERE "exerciseId" = e."id" ORDER BY "position", "name"`)} AS "kinds",
      ${list(`'id', "id", 'name', "name"`, `SELECT * FROM "Role" WHERE "exerciseId" = e."id" ORDER BY "name"`)} AS "roles",
      ${list(`'id', "id", 'name', "name", 'role', "role"`, `SELECT DISTINCT ON (a."name", a."id") a."id", a."name", m."role" FROM "Membership" m JOIN "Account" a ON a."id" = m."accountId" WHERE m."role" IN ('director', 'planner', 'controller') AND (m."exerciseId" = e."id" OR m."programmeId" = e."programmeId") ORDER BY a."name", a."id"`)} AS "members",
      ${list(`'id', "id", 'name', "name"`, `SELECT t."id", t."familyName" || ' ' || t."givenName" AS "name" FROM "Registration" t WHERE t."exerciseId" = e."id" AND t."id" IN (${named('InjectParty', 'registrationId')} UNION ${named('InjectValue', 'registrationId')}) ORDER BY 2`)} AS "people"
    FROM "Exercise" e LEFT JOIN "Scenario" s ON s."exerciseId" = e."id" WHERE e."id" = $1::uuid`
}
