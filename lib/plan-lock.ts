import type { Tx } from './db'
import { AppError } from './errors'
import { instantOf, type StartexFrame } from './time'

/**
 * One planner's write at a time, and none while STARTEX moves: for what is refused because of other rows. Throws
 * `not_found` for an exercise that is gone.
 */
export async function lockPlan(tx: Tx, exerciseId: string): Promise<StartexFrame> {
  const [exercise] = await tx.$queryRaw<{ startexAt: Date; timeZone: string }[]>`
    SELECT "startexAt", "timeZone" FROM "Exercise" WHERE "id" = ${exerciseId}::uuid FOR NO KEY UPDATE`
  if (!exercise) throw new AppError('not_found', 'not_found')
  return { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
}
