import { db, sql } from '@/lib/db'
import { injectRowOf, injectRowsSql, type StoredInject } from '@/lib/inject-rows'
import { graphFrom } from '@/lib/injects/known/rules'
import { inTime, plannedTimes } from '@/lib/injects/order/rules'
import { readLogic } from '@/lib/logic-rows'
import type { Actor } from '@/lib/policy'
import { asSql } from '@/lib/policy-rows'
import { type ScenarioView, scenarioView } from '@/lib/scenario-view'
import { instantOfIso } from './document/rules'
import type { DocumentInject, ExerciseDocument } from './document/schema'
import { storedForeign } from './foreign/schema'
import { readFrame, readLists } from './lists/queries'
import { readStory } from './story/queries'
import { type Beside, documentOf } from './whole/rules'

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
  const exercise = view && (await readFrame(exerciseId))
  if (!view || !exercise) return null
  const [lists, story, stored, logic, beside] = [
    await readLists(actor, exerciseId),
    await readStory(exerciseId, view),
    await readInjects(exerciseId, view),
    await readLogic(db, exerciseId),
    await readBeside(exerciseId, view),
  ]
  const frame = { startexAt: instantOfIso(exercise.startexAt), timeZone: exercise.timeZone }
  const graph = graphFrom(logic, frame)
  const planned = plannedTimes(graph)
  // Serials that count alike (1.1 and 01.1) stand in one order, whichever the database gives.
  const sorted = stored.toSorted((a, b) => (a.serial < b.serial ? -1 : 1))
  const rows = new Map(sorted.map(row => [row.id, injectRowOf(row)]))
  const ordered = inTime([...rows.values()], planned).flatMap(id => rows.get(id) ?? [])
  const accounts = await namesOf(ordered.flatMap(({ controllerId }) => controllerId ?? []))
  return {
    document: documentOf({ ...lists, exercise }, story, ordered, beside, view.seesAll),
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

async function readInjects(exerciseId: string, { rule }: ScenarioView): Promise<StoredInject[]> {
  const { text, values } = asSql(rule, 'i', 2)
  return sql.unsafe<StoredInject[]>(injectRowsSql(`WHERE i."exerciseId" = $1::uuid AND ${text}`), [
    exerciseId,
    ...values,
  ])
}

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
        const read = storedForeign(foreign)
        return read ? [[id, read]] : []
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
