import type { Tx } from './db'
import { AppError } from './errors'

/** How most exercises bring injects to their audience; each changes the list as it likes. */
const startingModes = [
  'E-mail',
  'Phone',
  'News',
  'Social media',
  'Order',
  'Report',
  'In person',
  'Technical',
] as const

export type LockedScenario = {
  timeZone: string
  nextStoryline: number
  nextInject: number
  nextGate: number
}

/**
 * One planner's write at a time where it depends on other rows of the scenario or takes a number of it. The scenario is
 * made with the usual settings by whoever writes first. Throws `not_found` for an exercise that is gone.
 */
export async function lockScenario(tx: Tx, exerciseId: string): Promise<LockedScenario> {
  const known = await locked(tx, exerciseId)
  if (known) return known
  const made = await tx.$executeRaw`
    INSERT INTO "Scenario" ("exerciseId", "timeZone")
    SELECT "id", "timeZone" FROM "Exercise" WHERE "id" = ${exerciseId}::uuid ON CONFLICT DO NOTHING`
  // Nobody has it where another planner made it meanwhile: that one has given it its modes.
  if (made > 0) {
    const data = startingModes.map((name, position) => ({ exerciseId, name, position }))
    await tx.deliveryMode.createMany({ data, skipDuplicates: true })
  }
  const scenario = await locked(tx, exerciseId)
  if (!scenario) throw new AppError('not_found', 'not_found')
  return scenario
}

/** The same where there is a scenario already: what only moves injects makes none. */
export async function lockScenarioIfAny(tx: Tx, exerciseId: string): Promise<void> {
  await locked(tx, exerciseId)
}

async function locked(tx: Tx, exerciseId: string): Promise<LockedScenario | undefined> {
  const [found] = await tx.$queryRaw<LockedScenario[]>`
    SELECT "timeZone", "nextStoryline", "nextInject", "nextGate" FROM "Scenario"
     WHERE "exerciseId" = ${exerciseId}::uuid FOR NO KEY UPDATE`
  return found
}

/**
 * Waits for every change of the exercise that is under way, and lets none begin: each holds the key of its exercise's
 * row from its first statement on. Throws `not_found` for an exercise that is gone.
 */
export async function awaitOthers(tx: Tx, exerciseId: string): Promise<void> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT FROM "Exercise" WHERE "id" = ${exerciseId}::uuid FOR UPDATE`
  if (rows.length === 0) throw new AppError('not_found', 'not_found')
}
