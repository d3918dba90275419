import { type Actor, accountOf, can } from './policy'
import { injectRows, type RowRule } from './policy-rows'
import { controllerViewOf } from './stream-changes'

export type StreamAccess = { accountId: string; rule: RowRule; seesWork: boolean; view: string }

/** What of an exercise's scenario an actor may hear of, null for nothing. Equal `view`s see and read the same. */
export async function streamAccess(actor: Actor, exerciseId: string): Promise<StreamAccess | null> {
  const account = accountOf(actor)
  if (!account) return null
  const rule = injectRows(actor, exerciseId, await controllerViewOf(exerciseId))
  if (rule === 'nothing') return null
  // Who is kept a few injects for a team has no business with who works on them.
  const seesWork = can(actor, 'scenario.read', { exerciseId })
  const view = JSON.stringify([rule, can(actor, 'scenario.edit', { exerciseId }), seesWork])
  return { accountId: account.accountId, rule, seesWork, view }
}
