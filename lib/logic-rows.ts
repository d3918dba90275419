import type { Tx } from './db'
import type { WaitCondition } from './logic/graph/rules'
import { type Moment, type OptionalMomentColumns, optionalMomentOf } from './time'

export type WaitLine = {
  id: string
  injectId: string | null
  gateId: string | null
  afterInjectId: string | null
  afterGateId: string | null
  condition: WaitCondition
  delaySeconds: number
}

/** What waits for what. Everything, whoever asks. */
export async function readWaits(tx: Tx, exerciseId: string) {
  const gates = await tx.logicGate.findMany({
    where: { exerciseId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, kind: true, name: true, version: true },
  })
  const waits = await tx.$queryRaw<WaitLine[]>`
    SELECT "id", "injectId", "gateId", "afterInjectId", "afterGateId", "condition"::text AS "condition", "delaySeconds"
      FROM "Wait" WHERE "exerciseId" = ${exerciseId}::uuid`
  return { gates, waits }
}

/** All that hangs together in a scenario: what each waits for, and what times them. Everything, whoever asks. */
export async function readLogic(tx: Tx, exerciseId: string) {
  const injects = await tx.$queryRaw<
    (OptionalMomentColumns<'start'> & { id: string; serial: string; durationSeconds: number | null })[]
  >`
    SELECT "id", "serial"::text AS "serial", "durationSeconds", "startAnchor"::text AS "startAnchor", "startAt", "startDay",
           "startMinute", "startOffset", "startTimeZone"
      FROM "Inject" WHERE "exerciseId" = ${exerciseId}::uuid`
  return {
    injects: injects.map(({ id, serial, durationSeconds, ...start }) => ({
      id,
      serial,
      durationSeconds,
      moment: momentIn(start),
    })),
    ...(await readWaits(tx, exerciseId)),
  }
}

const momentIn = (start: OptionalMomentColumns<'start'>): Moment | null => optionalMomentOf(start, 'start')
