import type { Tx } from '@/lib/db'
import { dateOf, instantOf } from '@/lib/time'
import { Prisma } from '@/prisma/client/client'
import type { Cut, Edit, Image, Rows } from '../rewind/rules'
import type { ChangeEdit } from '../story/rules'

/** Fields of the history that one look back may read: some hundred thousand fit in memory, millions do not. */
const mostEdits = 150_000

const listTables = [
  ...['Scenario', 'ScenarioMark', 'Storyline', 'Incident', 'DeliveryMode', 'Persona', 'Objective'],
  ...['MselColumn', 'LogicGate'],
]
const childTables = ['InjectParty', 'InjectObjective', 'InjectValue', 'Wait', 'Attachment']
const tables = [...listTables, 'Inject', ...childTables]

type Raw = Omit<ChangeEdit, 'id' | 'at'> & { id: bigint; at: Date }

const everyRow = Prisma.sql`true`

/** Said as the index on the history says it, which then knows where they are. */
const rowsOfInject = (id: string) => Prisma.sql`split_part(f."row", '/', 1) = ${id}::text
  AND f."table" IN ('Inject', 'InjectParty', 'InjectObjective', 'InjectValue', 'Wait')`

/**
 * Every edit of the scenario since the cut, in order: of each row that has one all that follow, as `rewind` wants them.
 * Of one inject alone where it is named. Null where there are too many.
 */
async function editsSince(
  tx: Tx,
  exerciseId: string,
  cut: Cut,
  injectId: string | null = null,
): Promise<ChangeEdit[] | null> {
  const [at, behind] = 'at' in cut ? [dateOf(cut.at), null] : [null, BigInt(cut.behind)]
  const rows = await tx.$queryRaw<Raw[]>`
    WITH begun AS (
      SELECT f."table", f."row", min(f."id") AS "first" FROM "Change" c JOIN "ChangeField" f ON f."changeId" = c."id"
       WHERE c."exerciseId" = ${exerciseId}::uuid AND f."table" = ANY(${tables})
         AND (${at}::timestamptz IS NULL OR c."at" > ${at}::timestamptz)
         AND (${behind}::bigint IS NULL OR f."id" > ${behind}::bigint)
         AND ${injectId === null ? everyRow : rowsOfInject(injectId)}
       GROUP BY f."table", f."row")
    SELECT f."id", f."table", f."row", f."field", f."from", f."to", c."at", c."id" AS "changeId"
      FROM begun b JOIN "ChangeField" f ON f."table" = b."table" AND f."row" = b."row" AND f."id" >= b."first"
      JOIN "Change" c ON c."id" = f."changeId"
     ORDER BY f."id" LIMIT ${mostEdits + 1}`
  if (rows.length > mostEdits) return null
  return rows.map(row => ({ ...row, id: Number(row.id), at: instantOf(row.at) }))
}

/** The rows that these edits are about as they are now; of an inject always with everything that hangs on it. */
async function rowsOf(tx: Tx, exerciseId: string, edits: readonly Edit[]): Promise<Rows> {
  const ofTable = (table: string) => [
    ...new Set(edits.filter(edit => edit.table === table).map(({ row }) => row)),
  ]
  const first = (row: string) => row.split('/', 1)[0] ?? row
  const owners = [...new Set(['Inject', ...childTables].flatMap(ofTable).map(first))]
  const rows = new Map<string, Image>()
  const keep = (found: readonly { key: string; image: Image }[]) => {
    for (const { key, image } of found) rows.set(key, image)
  }
  for (const table of listTables) {
    const ids = ofTable(table)
    if (ids.length > 0)
      keep(await byKey(tx, exerciseId, table, table === 'Scenario' ? 'exerciseId' : 'id', ids))
  }
  if (owners.length > 0) {
    keep(await byKey(tx, exerciseId, 'Inject', 'id', owners))
    for (const table of childTables) keep(await byKey(tx, exerciseId, table, 'injectId', owners))
    keep(await byKey(tx, exerciseId, 'Wait', 'gateId', owners))
  }
  return rows
}

const keySql: Record<string, string> = {
  Scenario: `"exerciseId"::text`,
  InjectParty: `concat_ws('/', "injectId", "id")`,
  InjectObjective: `concat_ws('/', "injectId", "objectiveId")`,
  InjectValue: `concat_ws('/', "injectId", "columnId")`,
  Wait: `concat_ws('/', "injectId", "gateId", "id")`,
  Attachment: `concat_ws('/', "injectId", "id")`,
}

function byKey(tx: Tx, exerciseId: string, table: string, column: string, ids: readonly string[]) {
  return tx.$queryRawUnsafe<{ key: string; image: Image }[]>(
    `SELECT '${table} ' || ${keySql[table] ?? '"id"::text'} AS "key", to_jsonb(t) AS "image" FROM "${table}" t
      WHERE "exerciseId" = $1::uuid AND "${column}" = ANY($2::uuid[])`,
    exerciseId,
    ids,
  )
}

/** Which of these ids there are, in the exercise or as an account. */
export async function livingIds(tx: Tx, exerciseId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const owned = [
    'Storyline',
    'Incident',
    'DeliveryMode',
    'Persona',
    'Objective',
    'MselColumn',
    'LogicGate',
    'Inject',
  ]
  const around = ['Phase', 'TeamKind', 'Team', 'Role', 'Registration']
  const parts = [...owned, ...around].map(
    table => `SELECT "id" FROM "${table}" WHERE "exerciseId" = $1::uuid AND "id" = ANY($2::uuid[])`,
  )
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `${parts.join(' UNION ALL ')} UNION ALL SELECT "id" FROM "Account" WHERE "id" = ANY($2::uuid[])
     UNION ALL SELECT "id" FROM "CatalogueVersion" WHERE "id" = ANY($2::uuid[])`,
    exerciseId,
    ids,
  )
  return new Set(rows.map(({ id }) => id))
}

type Moments = { edits: readonly ChangeEdit[]; now: Rows }

/** What a look back to the cut needs. Null where too much has changed since. */
export async function momentsSince(
  tx: Tx,
  exerciseId: string,
  cut: Cut,
  injectId: string | null = null,
): Promise<Moments | null> {
  const edits = await editsSince(tx, exerciseId, cut, injectId)
  return edits === null ? null : { edits, now: await rowsOf(tx, exerciseId, edits) }
}
