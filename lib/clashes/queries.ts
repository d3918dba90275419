import { keptWhileUnchanged } from '@/lib/clashes/kept/queries'
import type { Finding, Plan, PlanGate, PlanInject, PlanTechnique, Subject } from '@/lib/clashes/plan/rules'
import { checkPlan } from '@/lib/clashes/rules'
import { db, sql } from '@/lib/db'
import { gateName } from '@/lib/logic/notation/rules'
import { type Actor, can } from '@/lib/policy'
import { resolvePhase } from '@/lib/schedule/rules'
import {
  endColumns,
  instantOf,
  momentOf,
  type OptionalMomentColumns,
  optionalMomentOf,
  startColumns,
} from '@/lib/time'

/** How a subject of a finding is called: its short name (a serial, a number), and its title where it has one. */
export type Called = { name: string; title: string }

/**
 * Everything that is wrong with an exercise's plan, with the names of what it is about; null for whoever does not plan
 * it: the checks look at the whole of it, red's plans too.
 */
export async function getChecks(
  actor: Actor,
  exerciseId: string,
): Promise<{ findings: Finding[]; called: (subject: Subject) => Called; injects: number } | null> {
  if (!can(actor, 'scenario.edit', { exerciseId })) return null
  const [plan, names] = await Promise.all([readPlan(exerciseId), readNames(exerciseId)])
  if (!plan) return null
  const serials = new Map(plan.injects.map(({ id, serial }) => [id, serial]))
  const gates = new Map(plan.gates.map(({ id, number }) => [id, gateName(number)]))
  const called = ({ kind, id }: Subject): Called => {
    const title = names.get(`${kind} ${id}`) ?? ''
    if (kind === 'inject') return { name: serials.get(id) ?? '', title }
    if (kind === 'gate') return { name: gates.get(id) ?? '', title }
    if (kind === 'serials') return { name: id.toUpperCase(), title: '' }
    if (kind !== 'objective') return { name: title, title: '' }
    return { name: plan.objectives.find(one => one.id === id)?.number ?? '', title }
  }
  return { findings: checkPlan(plan), called, injects: plan.injects.length }
}

/** Rows that a finding can come from, or go with. */
const tables = [
  ...['Exercise', 'Scenario', 'Phase', 'Team', 'Site', 'Objective', 'LogicGate', 'Wait'],
  ...['Inject', 'InjectParty', 'InjectObjective'],
]

/** How much the checks find in a scenario; none for whoever does not plan it. */
export async function countFindings(actor: Actor, exerciseId: string): Promise<number> {
  return can(actor, 'scenario.edit', { exerciseId }) ? findingsIn(exerciseId) : 0
}

/** Counted anew only where something has changed that counts. */
const findingsIn = keptWhileUnchanged(tables, async exerciseId => {
  const plan = await readPlan(exerciseId)
  return plan ? checkPlan(plan).length : 0
})

type InjectLine = Omit<PlanInject, 'moment' | 'waits'> & OptionalMomentColumns<'start'>
type WaitLine = PlanGate['waits'][number] & { of: string }

/** The plan as the checks need it. A team without a site plays where the exercise is at home. */
async function readPlan(exerciseId: string): Promise<Plan | null> {
  const own = { where: { exerciseId } }
  const [exercise, scenario, phases, teams, objectives, gates, injects, waits, techniques] =
    await Promise.all([
      db.exercise.findUnique({ where: { id: exerciseId }, select: { startexAt: true, timeZone: true } }),
      db.scenario.findUnique({ ...own, select: { nightFrom: true, nightTo: true, controllerLoad: true } }),
      db.phase.findMany({ ...own, select: { id: true, ...startColumns, ...endColumns } }),
      db.team.findMany({ ...own, select: { id: true, site: { select: { timeZone: true } } } }),
      db.objective.findMany({
        ...own,
        select: { id: true, number: true, parentId: true, leastInjects: true },
      }),
      db.logicGate.findMany({ ...own, select: { id: true, number: true, kind: true } }),
      injectLines(exerciseId),
      sql<WaitLine[]>`
      SELECT coalesce("injectId", "gateId") AS "of", coalesce("afterInjectId", "afterGateId") AS "after",
             "condition"::text AS "condition", "delaySeconds" AS "delay"
        FROM "Wait" WHERE "exerciseId" = ${exerciseId}::uuid ORDER BY "id"`,
      sql<PlanTechnique[]>`
      SELECT t."code", t."withdrawn", t."replacedBy" FROM "Scenario" s
        JOIN "AttackRelease" r ON r."release" = s."attackRelease" JOIN "Technique" t ON t."releaseId" = r."id"
       WHERE s."exerciseId" = ${exerciseId}::uuid`,
    ])
  if (!exercise) return null
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  const waitsOf = new Map<string, PlanGate['waits'][number][]>()
  for (const { of, ...wait } of waits) waitsOf.set(of, [...(waitsOf.get(of) ?? []), wait])
  const bare = (id: string) => waitsOf.get(id) ?? []
  return {
    frame,
    night: { from: scenario?.nightFrom ?? 1320, to: scenario?.nightTo ?? 360 },
    controllerLoad: scenario?.controllerLoad ?? 3,
    phases: phases.map(phase => ({
      id: phase.id,
      ...resolvePhase({ start: momentOf(phase, 'start'), end: momentOf(phase, 'end') }, frame),
    })),
    teams: teams.map(({ id, site }) => ({ id, timeZone: site?.timeZone ?? exercise.timeZone })),
    objectives,
    injects: injects.map(
      ({ startAnchor, startAt, startDay, startMinute, startOffset, startTimeZone, ...rest }) => {
        const start = { startAnchor, startAt, startDay, startMinute, startOffset, startTimeZone }
        return { ...rest, moment: optionalMomentOf(start, 'start'), waits: bare(rest.id) }
      },
    ),
    gates: gates.map(gate => ({ ...gate, waits: bare(gate.id) })),
    techniques: techniques.length > 0 ? techniques : null,
  }
}

/** Plain SQL: thirty thousand rows with their parties and objectives in one statement, and no text among them. */
function injectLines(exerciseId: string): Promise<InjectLine[]> {
  return sql<InjectLine[]>`
    SELECT i."id", i."serial"::text AS "serial", i."kind"::text AS "kind", i."state"::text AS "state",
           i."startAnchor"::text AS "startAnchor", i."startAt", i."startDay", i."startMinute", i."startOffset",
           i."startTimeZone", i."durationSeconds", i."phaseId", i."controllerId", i."techniques",
           json_build_object('title', i."title" <> '', 'text', i."text" <> '', 'mode', i."deliveryModeId" IS NOT NULL,
             'trigger', i."trigger" <> '', 'sender', coalesce(p."sender", false),
             'recipient', coalesce(p."recipient", false)) AS "has",
           coalesce(p."toTeams", '{}') AS "toTeams", coalesce(o."objectives", '{}') AS "objectives"
      FROM "Inject" i
      LEFT JOIN (
        SELECT "injectId", bool_or("side" = 'from') AS "sender", bool_or("side" = 'to') AS "recipient",
               array_agg("teamId"::text ORDER BY "position") FILTER (WHERE "side" = 'to' AND "teamId" IS NOT NULL) AS "toTeams"
          FROM "InjectParty" WHERE "exerciseId" = ${exerciseId}::uuid GROUP BY "injectId") p ON p."injectId" = i."id"
      LEFT JOIN (
        SELECT "injectId", array_agg("objectiveId"::text) AS "objectives"
          FROM "InjectObjective" WHERE "exerciseId" = ${exerciseId}::uuid GROUP BY "injectId") o ON o."injectId" = i."id"
     WHERE i."exerciseId" = ${exerciseId}::uuid`
}

/** What stands behind the ids of a plan, by kind and id. */
async function readNames(exerciseId: string): Promise<Map<string, string>> {
  const rows = await sql<{ key: string; name: string }[]>`
    SELECT 'inject ' || "id" AS "key", "title" AS "name" FROM "Inject" WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT 'gate ' || "id", "name" FROM "LogicGate" WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT 'objective ' || "id", "title" FROM "Objective" WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT 'team ' || "id", "name" FROM "Team" WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT 'phase ' || "id", "name" FROM "Phase" WHERE "exerciseId" = ${exerciseId}::uuid
    UNION ALL SELECT 'controller ' || a."id", a."name" FROM "Account" a
      WHERE a."id" IN (SELECT "controllerId" FROM "Inject" WHERE "exerciseId" = ${exerciseId}::uuid)`
  return new Map(rows.map(({ key, name }) => [key, name]))
}
