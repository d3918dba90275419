import { cache } from 'react'
import { sql } from './db'
import { type Actor, can } from './policy'
import { asSql, injectRows, type RowRule } from './policy-rows'

/** Which injects a reader sees, and whether that is all there are. */
export type ScenarioView = { rule: RowRule; seesAll: boolean }

/**
 * What of the scenario this actor may know; null for nothing at all. Whoever has no part in it but a kind of team sees
 * it from the day on which something is kept to that kind: before, there is no scenario for them.
 */
export async function scenarioView(actor: Actor, exerciseId: string): Promise<ScenarioView | null> {
  const rule = injectRows(actor, exerciseId, await controllersSee(exerciseId))
  if (rule === 'nothing') return null
  if (can(actor, 'scenario.read', { exerciseId }))
    return { rule, seesAll: can(actor, 'scenario.edit', { exerciseId }) }
  const { text, values } = asSql(rule, 'i', 1)
  const [row] = await sql.unsafe<{ any: boolean }[]>(
    `SELECT EXISTS (SELECT FROM "Inject" i WHERE ${text}) AS "any"`,
    values,
    { prepare: true },
  )
  return row?.any ? { rule, seesAll: false } : null
}

/** Once a request, whichever of its queries ask. */
const controllersSee = cache(async (exerciseId: string): Promise<'own' | 'all'> => {
  const [settings] = await sql<{ controllersSee: 'own' | 'all' }[]>`
    SELECT "controllersSee"::text AS "controllersSee" FROM "Scenario" WHERE "exerciseId" = ${exerciseId}::uuid`
  return settings?.controllersSee ?? 'own'
})
