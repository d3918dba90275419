import type { Tx } from './db'
import { AppError } from './errors'
import { instantOf, type StartexFrame } from './time'

/** The exercise as its scenario is planned in it: from when moments count, and the story's own zone. */
export type ScenarioPlan = { frame: StartexFrame; scenarioZone: string }

/** Throws `not_found` for an exercise that is gone. Locks nothing: see `lib/scenario-lock.ts`. */
export async function readScenarioPlan(tx: Tx, exerciseId: string): Promise<ScenarioPlan> {
  const [exercise] = await tx.$queryRaw<{ startexAt: Date; timeZone: string; scenarioZone: string | null }[]>`
    SELECT e."startexAt", e."timeZone", s."timeZone" AS "scenarioZone"
      FROM "Exercise" e LEFT JOIN "Scenario" s ON s."exerciseId" = e."id" WHERE e."id" = ${exerciseId}::uuid`
  if (!exercise) throw new AppError('not_found', 'not_found')
  const { startexAt, timeZone, scenarioZone } = exercise
  return { frame: { startexAt: instantOf(startexAt), timeZone }, scenarioZone: scenarioZone ?? timeZone }
}

/**
 * The next serials of a storyline's injects, or of those that belong to none: `3.12`, `0.7`. Counters only rise, and
 * the database refuses a serial that has been given (a file may have brought one of the same form): those are passed
 * over, and so are those that are `given` in the same breath. The scenario must be locked.
 */
export async function nextSerials(
  tx: Tx,
  exerciseId: string,
  storylineId: string | null,
  count: number,
  given: readonly string[] = [],
): Promise<string[]> {
  const serials: string[] = []
  while (serials.length < count) {
    const wanted = count - serials.length
    const [taken] =
      storylineId === null
        ? await tx.$queryRaw<{ number: number; next: number }[]>`
            UPDATE "Scenario" SET "nextInject" = "nextInject" + ${wanted} WHERE "exerciseId" = ${exerciseId}::uuid
            RETURNING 0 AS "number", "nextInject" AS "next"`
        : await tx.$queryRaw<{ number: number; next: number }[]>`
            UPDATE "Storyline" SET "nextInject" = "nextInject" + ${wanted}
             WHERE "id" = ${storylineId}::uuid AND "exerciseId" = ${exerciseId}::uuid
            RETURNING "number", "nextInject" AS "next"`
    if (!taken) throw new AppError('not_found', 'not_found')
    const made = Array.from({ length: wanted }, (_, n) => `${taken.number}.${taken.next - wanted + n}`)
    const used = await tx.injectSerial.findMany({
      where: { exerciseId, serial: { in: made } },
      select: { serial: true },
    })
    const known = new Set([...used.map(({ serial }) => serial), ...given].map(serial => serial.toLowerCase()))
    serials.push(...made.filter(serial => !known.has(serial)))
  }
  return serials
}
