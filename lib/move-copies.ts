import type { Tx } from './db'
import { AppError } from './errors'
import { insertInjects, insertWaits } from './inject-inserts'
import { lockInjects } from './inject-rows'
import type { InjectRow } from './injects/rules'
import { insertRows } from './insert-rows'
import type { Moved } from './moves/gathering/rules'
import type { PlanTable } from './moves/plan/rules'
import { nextSerials } from './scenario-plan'
import { momentColumns } from './time'

/** Makes what a move duplicates, each beside its original. The plan and the scenario are locked. */
export async function makeCopies(
  tx: Tx,
  exerciseId: string,
  made: readonly Moved[],
  createdById: string | null,
): Promise<void> {
  const of = (table: PlanTable) => made.filter(({ item }) => item.table === table)
  await copyPhases(tx, exerciseId, of('Phase'))
  await copyRows(tx, exerciseId, 'Activity', of('Activity'), activityAnew)
  const shifts = await copyRows(tx, exerciseId, 'Shift', of('Shift'), {})
  for (const [from, to] of shifts) {
    const duties = await tx.duty.findMany({
      where: { exerciseId, shiftId: from },
      select: { registrationId: true, accountId: true },
    })
    if (duties.length > 0)
      await tx.duty.createMany({ data: duties.map(duty => ({ ...duty, exerciseId, shiftId: to })) })
  }
  await copyInjects(tx, exerciseId, of('Inject'), createdById)
}

/** There is one of each date of the registration window, and what happened happened to the original. */
const activityAnew = { gate: null, beganAt: null, endedAt: null }

/** The same row with another id and another time; gives which copy is of which. */
async function copyRows(
  tx: Tx,
  exerciseId: string,
  table: 'Phase' | 'Activity' | 'Shift',
  made: readonly Moved[],
  anew: Record<string, unknown>,
): Promise<Map<string, string>> {
  const copies = new Map<string, string>()
  if (made.length === 0) return copies
  const rows = await tx.$queryRawUnsafe<{ id: string; row: Record<string, unknown> }[]>(
    `SELECT "id"::text AS "id", to_jsonb(t) AS "row" FROM "${table}" t WHERE t."exerciseId" = $1::uuid AND t."id" = ANY($2::uuid[])`,
    exerciseId,
    made.map(({ item }) => item.id),
  )
  const originals = new Map(rows.map(({ id, row }) => [id, row]))
  const written = made.map(({ item, start, end }) => {
    const id = crypto.randomUUID()
    copies.set(item.id, id)
    const original = originals.get(item.id)
    if (!original) throw new AppError('conflict', 'plan_changed')
    const ends = table === 'Phase' ? momentColumns('end', end) : {}
    return { ...original, ...anew, id, version: 1, ...momentColumns('start', start), ...ends }
  })
  await insertRows(tx, table, written)
  return copies
}

const longestName = 200

/** Phases are told apart by their names. */
async function copyPhases(tx: Tx, exerciseId: string, made: readonly Moved[]): Promise<void> {
  if (made.length === 0) return
  const phases = await tx.phase.findMany({ where: { exerciseId }, select: { name: true } })
  const taken = new Set(phases.map(({ name }) => name))
  for (const [n, one] of made.entries()) {
    let name = one.item.name
    for (let number = 2; taken.has(name); number++)
      name = `${one.item.name.slice(0, longestName - 6)} (${number})`
    taken.add(name)
    const position = phases.length + n
    await copyRows(tx, exerciseId, 'Phase', [one], { name, position, beganAt: null, endedAt: null })
  }
}

async function copyInjects(
  tx: Tx,
  exerciseId: string,
  made: readonly Moved[],
  createdById: string | null,
): Promise<void> {
  if (made.length === 0) return
  const ids = made.map(({ item }) => item.id)
  const rows = new Map((await lockInjects(tx, exerciseId, ids)).map(row => [row.id, row]))
  const columns = await tx.mselColumn.findMany({ where: { exerciseId }, select: { id: true, kind: true } })
  const copies: InjectRow[] = []
  for (const { item, start } of made) {
    const row = rows.get(item.id)
    if (!row) throw new AppError('conflict', 'plan_changed')
    const [serial = ''] = await nextSerials(tx, exerciseId, row.storylineId, 1)
    const anew = { id: crypto.randomUUID(), serial, version: 1, state: 'draft', stateReason: null } as const
    copies.push({ ...row, ...anew, moment: start })
  }
  const kinds = new Map(columns.map(({ id, kind }) => [id, kind]))
  await insertInjects(
    tx,
    exerciseId,
    copies.map(row => ({ row, createdById })),
    kinds,
  )
  await insertWaits(tx, exerciseId, copies)
}
