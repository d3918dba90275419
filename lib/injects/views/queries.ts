import { sql } from '@/lib/db'
import { type Actor, accountOf, can } from '@/lib/policy'

/** The views that somebody has kept in an exercise, and those that others share. */
export async function listViews(actor: Actor, exerciseId: string) {
  const accountId = accountOf(actor)?.accountId
  if (!accountId || !can(actor, 'scenario.read', { exerciseId })) return []
  // In SQL, since the first screen of the MSEL waits for it.
  const views = await sql<{ id: string; name: string; query: string; shared: boolean; own: boolean }[]>`
    SELECT "id", "name", "query", "shared", "accountId" = ${accountId}::uuid AS "own" FROM "MselView"
     WHERE "exerciseId" = ${exerciseId}::uuid AND ("accountId" = ${accountId}::uuid OR "shared")
     ORDER BY "name", "id"`
  return [...views]
}
