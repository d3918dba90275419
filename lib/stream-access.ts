import { type Actor, accountOf, can } from './policy'
import type { RowRule } from './policy-rows'
import { scenarioView } from './scenario-view'

export type StreamAccess = { accountId: string; rule: RowRule; seesWork: boolean; view: string }

/** What of an exercise's scenario an actor may hear of, null for nothing. Equal `view`s see and read the same. */
export async function streamAccess(actor: Actor, exerciseId: string): Promise<StreamAccess | null> {
  const account = accountOf(actor)
  const seen = account && (await scenarioView(actor, exerciseId))
  if (!seen) return null
  // Who is kept a few injects for a team has no business with who works on them.
  const seesWork = can(actor, 'scenario.read', { exerciseId })
  const { accountId } = account
  return { accountId, rule: seen.rule, seesWork, view: JSON.stringify([seen, seesWork]) }
}
