import { z } from 'zod'
import { db, sql } from '@/lib/db'
import { injectRowOf, injectRowsSql, type StoredInject } from '@/lib/inject-rows'
import { graphFrom } from '@/lib/injects/known/rules'
import { inTime, plannedTimes } from '@/lib/injects/order/rules'
import { readLogic } from '@/lib/logic-rows'
import type { Actor } from '@/lib/policy'
import { activityRows, asSql, asWhere, phaseRows } from '@/lib/policy-rows'
import { type ScenarioView, scenarioView } from '@/lib/scenario-view'
import { endColumns, instantOf, startColumns } from '@/lib/time'
import { formatIso } from '@/lib/time-format'
import type { DocumentInject, ExerciseDocument } from './document/schema'
import { type Beside, documentOf, endOf, startOf, waitsOf } from './whole/rules'

/** Who plays an inject and in which order: what a document leaves out and a book for one controller needs. */
export type Playing = {
  document: ExerciseDocument
  /** whether this is all there is, which is what an exercise as one file needs */
  whole: boolean
  /** seconds from STARTEX, by inject; none where nobody can say */
  plannedAt: ReadonlyMap<string, number>
  controllerOf: ReadonlyMap<string, { id: string; name: string }>
}

/**
 * The exercise as a document, with the injects that this actor may see in the order of the MSEL; null for whoever sees
 * nothing of the scenario. People are not in it.
 */
export async function getExerciseDocument(actor: Actor, exerciseId: string): Promise<Playing | null> {
  const view = await scenarioView(actor, exerciseId)
  const exercise = view && (await readExercise(exerciseId))
  if (!view || !exercise) return null
  const [lists, story, stored, logic, beside] = [
    await readLists(actor, exerciseId),
    await readStory(exerciseId, view),
    await readInjects(exerciseId, view),
    await readLogic(db, exerciseId),
    await readBeside(exerciseId, view),
  ]
  const { code, name, timeZone, endexOffset, startexAt } = exercise
  const graph = graphFrom(logic, { startexAt: instantOf(startexAt), timeZone })
  const planned = plannedTimes(graph)
  const rows = new Map(stored.map(row => [row.id, injectRowOf(row)]))
  const ordered = inTime([...rows.values()], planned).flatMap(id => rows.get(id) ?? [])
  const frame = { code, name, timeZone, endexOffset, startexAt: formatIso(instantOf(startexAt)) }
  const accounts = await namesOf(ordered.flatMap(({ controllerId }) => controllerId ?? []))
  return {
    document: documentOf({ ...lists, exercise: frame }, story, ordered, beside, view.seesAll),
    whole: view.seesAll,
    plannedAt: new Map([...planned].flatMap(([id, at]) => (at === null ? [] : [[id, at]]))),
    controllerOf: new Map(
      ordered.flatMap(({ id, controllerId }) => {
        const name = controllerId === null ? undefined : accounts.get(controllerId)
        return controllerId !== null && name !== undefined ? [[id, { id: controllerId, name }]] : []
      }),
    ),
  }
}

function readExercise(id: string) {
  const select = { code: true, name: true, timeZone: true, endexOffset: true, startexAt: true }
  return db.exercise.findUnique({ where: { id }, select })
}

async function readInjects(exerciseId: string, { rule }: ScenarioView): Promise<StoredInject[]> {
  const { text, values } = asSql(rule, 'i', 2)
  return sql.unsafe<StoredInject[]>(injectRowsSql(`WHERE i."exerciseId" = $1::uuid AND ${text}`), [
    exerciseId,
    ...values,
  ])
}

async function readLists(actor: Actor, exerciseId: string) {
  const [phases, activities, sites, teamKinds, teams, roles] = [
    await db.phase.findMany({
      where: asWhere(phaseRows(actor, exerciseId)),
      select: { id: true, name: true, ...startColumns, ...endColumns },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    }),
    await db.activity.findMany({
      where: asWhere(activityRows(actor, exerciseId)),
      select: {
        ...{
          id: true,
          kind: true,
          title: true,
          description: true,
          audience: true,
          phaseId: true,
          teamId: true,
        },
        ...{ ...startColumns, durationSeconds: true, days: true, place: true, link: true },
      },
      orderBy: { id: 'asc' },
    }),
    await db.site.findMany({
      where: { exerciseId },
      select: { id: true, name: true, place: true, timeZone: true, remote: true },
      orderBy: { name: 'asc' },
    }),
    await db.teamKind.findMany({
      where: { exerciseId },
      select: { id: true, name: true, letter: true, colour: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    }),
    await db.team.findMany({
      where: { exerciseId },
      select: { id: true, name: true, number: true, kindId: true, parentId: true, siteId: true },
      orderBy: { name: 'asc' },
    }),
    await db.role.findMany({
      where: { exerciseId },
      select: { id: true, name: true, discipline: true, presence: true },
      orderBy: { name: 'asc' },
    }),
  ]
  const known = new Set(phases.map(({ id }) => id))
  return {
    phases: phases.map(({ id, name, ...row }) => ({ id, name, start: startOf(row), end: endOf(row) })),
    activities: activities.flatMap(
      ({ phaseId, teamId, id, kind, title, description, audience, place, link, ...row }) => {
        const start = startOf(row)
        const { durationSeconds, days } = row
        const phase = phaseId !== null && known.has(phaseId) ? phaseId : null
        const said = { id, kind, title, description, audience, place, link, phase, team: teamId }
        return start ? [{ ...said, start, durationSeconds, days }] : []
      },
    ),
    sites,
    teamKinds,
    teams: teams.map(({ kindId, parentId, siteId, ...team }) => ({
      ...team,
      ...{ kind: kindId, parent: parentId, site: siteId },
    })),
    roles,
  }
}

async function readStory(
  exerciseId: string,
  view: ScenarioView,
): Promise<Partial<ExerciseDocument['scenario']>> {
  const inOrder = [{ position: 'asc' as const }, { number: 'asc' as const }]
  const [scenario, marks, storylines, incidents, modes, personas, objectives, columns, gates, waits] = [
    await db.scenario.findUnique({
      where: { exerciseId },
      select: {
        ...{ timeZone: true, nightFrom: true, nightTo: true, controllerLoad: true },
        ...{ controllersSee: true, attackRelease: true },
      },
    }),
    await db.scenarioMark.findMany({
      where: { exerciseId },
      select: { offset: true, scenarioAt: true, speed: true },
      orderBy: { offset: 'asc' },
    }),
    await db.storyline.findMany({
      where: { exerciseId },
      select: { id: true, number: true, name: true, summary: true },
      orderBy: inOrder,
    }),
    await db.incident.findMany({
      where: { exerciseId },
      select: { id: true, storylineId: true, number: true, name: true, summary: true },
      orderBy: inOrder,
    }),
    await db.deliveryMode.findMany({
      where: { exerciseId },
      select: { id: true, name: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    }),
    await db.persona.findMany({
      where: { exerciseId },
      select: { id: true, name: true, affiliation: true, note: true },
      orderBy: { name: 'asc' },
    }),
    await db.objective.findMany({
      where: { exerciseId },
      select: { id: true, parentId: true, number: true, title: true, criteria: true, leastInjects: true },
      orderBy: inOrder,
    }),
    await db.mselColumn.findMany({
      where: { exerciseId, ...(view.seesAll ? {} : { audience: 'controllers' }) },
      select: { id: true, name: true, kind: true, choices: true, audience: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    }),
    await db.logicGate.findMany({
      where: { exerciseId },
      select: { id: true, number: true, kind: true, name: true },
      orderBy: { number: 'asc' },
    }),
    await db.wait.findMany({
      where: { exerciseId, gateId: { not: null } },
      select: { gateId: true, afterInjectId: true, afterGateId: true, condition: true, delaySeconds: true },
    }),
  ]
  return {
    ...(scenario ?? {}),
    marks: marks.map(({ scenarioAt, ...mark }) => ({
      ...mark,
      scenarioAt: formatIso(instantOf(scenarioAt)),
    })),
    storylines,
    incidents: incidents.map(({ storylineId, ...incident }) => ({ ...incident, storyline: storylineId })),
    modes,
    personas,
    objectives: objectives.map(({ parentId, ...objective }) => ({ ...objective, parent: parentId })),
    columns,
    gates: gates.map(gate => ({ ...gate, waits: waitsOf(waits.filter(({ gateId }) => gateId === gate.id)) })),
  }
}

const foreignSchema = z.object({
  format: z.string(),
  id: z.string().nullish(),
  fields: z.record(z.string(), z.string()).nullish(),
})

/** Foreign fields go back to those who brought them, the planners. */
async function readBeside(exerciseId: string, { seesAll }: ScenarioView): Promise<Beside> {
  const injects = seesAll
    ? await sql<{ id: string; foreign: unknown }[]>`
        SELECT "id", "foreign" FROM "Inject" WHERE "exerciseId" = ${exerciseId} AND "foreign" IS NOT NULL`
    : []
  const [people, columns] = [
    await sql<{ id: string; role: string }[]>`
      SELECT DISTINCT r."id", o."name" AS "role" FROM "Registration" r JOIN "Role" o ON o."id" = r."roleId"
        JOIN "InjectParty" p ON p."registrationId" = r."id" WHERE p."exerciseId" = ${exerciseId}`,
    await db.mselColumn.findMany({ where: { exerciseId, kind: 'person' }, select: { id: true } }),
  ]
  return {
    foreign: new Map(
      injects.flatMap(({ id, foreign }): [string, DocumentInject['foreign']][] => {
        const read = foreignSchema.safeParse(foreign)
        if (!read.success) return []
        return [[id, { format: read.data.format, id: read.data.id ?? null, fields: read.data.fields ?? {} }]]
      }),
    ),
    roleOf: new Map(people.map(({ id, role }) => [id, role])),
    personColumns: new Set(columns.map(({ id }) => id)),
  }
}

async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const accounts = await db.account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(accounts.map(({ id, name }) => [id, name]))
}
