import type { Tx } from './db'
import { AppError } from './errors'
import type { Moved } from './moves/gathering/rules'
import type { ExerciseMove } from './moves/outcome/rules'
import type { PlanTable } from './moves/plan/rules'
import { dateOf, momentColumns } from './time'

/** In which order the tables of a plan are locked and written, always, so that no two moves wait for each other. */
export const planTables = [
  'Phase',
  'Activity',
  'AgendaItem',
  'Leg',
  'SignUp',
  'ParticipationGate',
  'Rota',
  'Shift',
  'Inject',
] as const satisfies readonly PlanTable[]

/** The columns of each table that a move may write. */
export const columnsOf: Record<PlanTable, readonly string[]> = {
  Phase: [...moment('start'), ...moment('end')],
  Activity: [...moment('start'), 'durationSeconds', 'days'],
  AgendaItem: moment('start'),
  Leg: moment('start'),
  SignUp: [...moment('opens'), ...moment('closes')],
  ParticipationGate: moment('start'),
  Rota: [...moment('start'), ...moment('end')],
  Shift: [...moment('start'), 'durationSeconds'],
  Inject: [...moment('start'), 'durationSeconds', 'state', 'stateReason'],
}

function moment(prefix: string): string[] {
  return ['Anchor', 'At', 'Day', 'Minute', 'Offset', 'TimeZone'].map(part => `${prefix}${part}`)
}

/** A nation's own date has no id: it goes by whose it is and which. */
export const keySql = (table: PlanTable, alias: string) =>
  table === 'ParticipationGate'
    ? `(${alias}."participationId" || '/' || ${alias}."gate")`
    : `${alias}."id"::text`

/** Rows of one statement: some megabytes of JSON at most. */
const atOnce = 2000

/**
 * Writes where the rows of a plan stand now, a statement a table however many they are. The plan and the scenario are
 * locked. Throws `conflict` where a row has gone meanwhile. `editorial`: approved injects stay approved.
 */
export async function writeMoved(
  tx: Tx,
  exerciseId: string,
  moved: readonly Moved[],
  editorial: boolean,
): Promise<void> {
  const rotas = new Set(moved.flatMap(({ item }) => (item.table === 'Rota' ? [item.id] : [])))
  const withRota = ({ item }: Moved) => item.of !== null && rotas.has(item.of)
  for (const table of planTables) {
    const rows = moved.filter(({ item }) => item.table === table)
    if (rows.length > 0) await writeTable(tx, exerciseId, table, { rows, editorial, withRota })
  }
}

type Rows = { rows: readonly Moved[]; editorial: boolean; withRota: (row: Moved) => boolean }

/** A shift that goes with its rota, or back with it, is as it was made: to make the rota anew may replace it. */
export const stillMade = (where: string) =>
  `"madeVersion" = CASE WHEN ${where} AND t."madeVersion" = t."version" THEN t."version" + 1 ELSE t."madeVersion" END`

async function writeTable(
  tx: Tx,
  exerciseId: string,
  table: PlanTable,
  { rows, editorial, withRota }: Rows,
): Promise<void> {
  await lockRows(
    tx,
    exerciseId,
    table,
    rows.map(({ item }) => item.id),
  )
  const columns = columnsOf[table].filter(name => name !== 'state' && name !== 'stateReason')
  const set = columns.map(name => `"${name}" = r."${name}"`)
  // A move in time is a change of substance: what was approved is looked at again.
  const reopened = `t."state" IN ('approved', 'synchronised')`
  if (table === 'Inject' && !editorial)
    set.push(
      `"state" = CASE WHEN ${reopened} THEN 'review' ELSE t."state" END`,
      `"stateReason" = CASE WHEN ${reopened} THEN NULL ELSE t."stateReason" END`,
    )
  if (table === 'Shift') set.push(stillMade(`(d.value ->> 'withRota')::boolean`))
  let written = 0
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce)
    written += await tx.$executeRawUnsafe(
      `UPDATE "${table}" t SET ${set.join(', ')}
         FROM jsonb_array_elements($1::jsonb) d CROSS JOIN LATERAL jsonb_populate_record(NULL::"${table}", d.value) r
        WHERE ${keySql(table, 't')} = d.value ->> 'key' AND t."exerciseId" = $2::uuid`,
      JSON.stringify(part.map(row => ({ key: row.item.id, withRota: withRota(row), ...dataOf(row) }))),
      exerciseId,
    )
  }
  if (written !== rows.length) throw new AppError('conflict', 'plan_changed')
}

/** The columns of a moved row; what its table does not have is not read. */
function dataOf({ item: { table }, start, end, durationSeconds, days }: Moved): Record<string, unknown> {
  if (table === 'SignUp') return { ...momentColumns('opens', start), ...momentColumns('closes', end) }
  const ends = table === 'Phase' || table === 'Rota' ? momentColumns('end', end) : {}
  return { ...momentColumns('start', start), ...ends, durationSeconds, days }
}

/** In the order of their ids: whoever edits one of them meanwhile waits, and nobody waits in a circle. */
async function lockRows(tx: Tx, exerciseId: string, table: PlanTable, ids: readonly string[]): Promise<void> {
  const key = table === 'ParticipationGate' ? keySql(table, 't') : 't."id"'
  const list = table === 'ParticipationGate' ? '$2::text[]' : '$2::uuid[]'
  await tx.$executeRawUnsafe(
    `SELECT 1 FROM "${table}" t WHERE t."exerciseId" = $1::uuid AND ${key} = ANY(${list}) ORDER BY ${key} FOR NO KEY UPDATE`,
    exerciseId,
    ids,
  )
}

/** Writes what a move sets of the exercise itself, and nothing that stays. The plan is locked. */
export async function writeExercise(tx: Tx, exerciseId: string, to: ExerciseMove | null): Promise<void> {
  if (to === null) return
  const { startexAt, timeZone, endexOffset } = to
  await tx.exercise.update({
    where: { id: exerciseId },
    data: { startexAt: dateOf(startexAt), timeZone, endexOffset },
    select: { id: true },
  })
}
