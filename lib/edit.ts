import type { Tx } from './db'
import { AppError, type ConflictDetail } from './errors'

/** The tables whose edits carry a version. */
type VersionedTable =
  | 'Exercise'
  | 'Phase'
  | 'Activity'
  | 'Site'
  | 'TeamKind'
  | 'Team'
  | 'Role'
  | 'Seat'
  | 'Partner'
  | 'Participation'
  | 'Quota'
  | 'Company'
  | 'Question'
  | 'Registration'
  | 'SignUp'
  | 'Leg'
  | 'AgendaItem'
  | 'LogicGate'
  | 'Scenario'
  | 'ScenarioMark'
  | 'Storyline'
  | 'Incident'
  | 'DeliveryMode'
  | 'Persona'
  | 'Objective'
  | 'MselColumn'
  | 'CatalogueEntry'
  | 'Rota'
  | 'Shift'

/**
 * The row, the exercise or programme that owns it, and the version that the person has seen. `opened`: the version
 * whose values the form was filled with, where it has since been shown what others made of the row.
 */
export type EditedRow = {
  table: VersionedTable
  id: string
  owner: string
  version: number
  opened?: number | undefined
}

type Past = { field: string; version: number | null; from: unknown; to: unknown; by: string | null }

/**
 * Locks a row and gives those of the columns sent that the person really changed: a form sends all of them, and what
 * it only carried along must not undo what others have saved since it was opened. Columns that belong `together` (a
 * moment and its length) count as one. Throws `conflict` with the others' values where both changed the same,
 * `not_found` for a row that is gone or belongs to another owner.
 */
export async function changedByEdit<Data extends Record<string, unknown>>(
  tx: Tx,
  row: EditedRow,
  data: Data,
  together: readonly (readonly (keyof Data & string)[])[] = [],
): Promise<Partial<Data>> {
  const { version, row: current } = await lockRow(tx, row)
  const past = version === openedAt(row) ? [] : await pastSince(tx, row)
  return changedIn(row, data, current, past, together)
}

/** What is edited in one form with a registration and kept in tables of its own, under the registration's version. */
export type Needs = {
  diet: string | null
  accessNeeds: string | null
  arrivalAt: Date | null
  departureAt: Date | null
  travelNote: string | null
}
export type Parts = { answers: Record<string, string | null>; needs: Partial<Needs> }

/** The same for a registration with its answers and needs; in a conflict an answer is called `answers.<question>`. */
export async function changedWithParts<Data extends Record<string, unknown>>(
  tx: Tx,
  row: Omit<EditedRow, 'table'>,
  data: Data,
  parts: Parts,
): Promise<Parts & { data: Partial<Data> }> {
  const registration = { ...row, table: 'Registration' } as const
  const { version, row: current } = await lockRow(tx, registration)
  const answers = prefixed(parts.answers)
  const rows = [row.id, ...Object.keys(parts.answers).map(question => `${row.id}/${question}`)]
  const past = version === openedAt(row) ? [] : await pastSince(tx, registration, rows)
  const whole = { ...current, ...(await partsOf(tx, row.id)) }
  const changed = changedIn(registration, { ...data, ...parts.needs, ...answers }, whole, past, [])
  return {
    data: only(data, changed),
    needs: only(parts.needs, changed),
    answers: Object.fromEntries(
      Object.entries(parts.answers).filter(([question]) => `${answer}${question}` in changed),
    ),
  }
}

const answer = 'answers.'
const prefixed = (answers: Parts['answers']) =>
  Object.fromEntries(Object.entries(answers).map(([question, value]) => [`${answer}${question}`, value]))

function only<Data extends Record<string, unknown>>(data: Data, changed: object): Partial<Data> {
  const kept: Partial<Data> = {}
  for (const field in data) if (field in changed) kept[field] = data[field]
  return kept
}

/** Locked with the registration, since nobody writes them without it. */
async function partsOf(tx: Tx, registrationId: string): Promise<Record<string, unknown>> {
  const [found] = await tx.$queryRaw<{ answers: Parts['answers'] | null; needs: object | null }[]>`
    SELECT (SELECT jsonb_object_agg("questionId", "value") FROM "Answer"
             WHERE "registrationId" = ${registrationId}::uuid) AS "answers",
           (SELECT to_jsonb(n) - 'version' FROM "RegistrationNeeds" n
             WHERE "registrationId" = ${registrationId}::uuid) AS "needs"`
  return { ...found?.needs, ...prefixed(found?.answers ?? {}) }
}

function openedAt({ opened, version }: Pick<EditedRow, 'opened' | 'version'>): number {
  return Math.min(opened ?? version, version)
}

function changedIn<Data extends Record<string, unknown>>(
  row: EditedRow,
  data: Data,
  current: Record<string, unknown>,
  past: readonly Past[],
  together: readonly (readonly (keyof Data & string)[])[],
): Partial<Data> {
  const whole = (field: string) => together.find(group => group.includes(field)) ?? [field]
  const mine = Object.keys(data).filter(field => !same(data[field], openedWith(field, past, current)))
  // What the person has been shown and still wants otherwise is a decision, not an accident.
  const unseen = past.filter(({ version }) => version === null || version > row.version)
  const contested = unseen.filter(({ field }) => mine.some(own => whole(own).includes(field)))
  const differing = contested.filter(({ field }) => !same(data[field], current[field]))
  if (differing.length > 0)
    throw new AppError('conflict', 'changed_meanwhile', { conflicts: lastWords(differing) })
  const changed: Partial<Data> = {}
  for (const field in data) if (mine.includes(field)) changed[field] = data[field]
  return changed
}

/** No stronger than the update itself: every change of an exercise already holds its key, and two would wait in a circle. */
async function lockRow(tx: Tx, { table, id, owner }: EditedRow) {
  const column =
    table === 'Exercise'
      ? 'id'
      : table === 'Partner' || table === 'CatalogueEntry'
        ? 'programmeId'
        : 'exerciseId'
  // An exercise has one scenario, which goes by its id.
  const key = table === 'Scenario' ? 'exerciseId' : 'id'
  const locked = await tx.$queryRawUnsafe<{ version: number; row: Record<string, unknown> }[]>(
    `SELECT "version", to_jsonb(t) AS "row" FROM "${table}" t
      WHERE "${key}" = $1::uuid AND "${column}" = $2::uuid FOR NO KEY UPDATE`,
    id,
    owner,
  )
  if (!locked[0]) throw new AppError('not_found', 'not_found')
  return locked[0]
}

/** The changes of the row, and of `rows` that are kept elsewhere under its version. */
async function pastSince(tx: Tx, row: EditedRow, rows: readonly string[] = [row.id]): Promise<Past[]> {
  const found = await tx.changeField.findMany({
    where: {
      table: { in: row.table === 'Registration' ? [row.table, 'Answer', 'RegistrationNeeds'] : [row.table] },
      row: { in: [...rows] },
      version: { gt: openedAt(row) },
    },
    orderBy: { id: 'asc' },
    select: {
      ...{ table: true, row: true, field: true, version: true, from: true, to: true },
      change: { select: { actorLabel: true } },
    },
  })
  return found.flatMap(({ change, ...field }) =>
    asInForm(field).map(said => ({ ...said, version: field.version, by: change.actorLabel || null })),
  )
}

type Recorded = { table: string; row: string; field: string; from: unknown; to: unknown }

/** A part that was made since has every field in its first image; the row itself was there before the form was. */
function asInForm({ table, row, field, from, to }: Recorded): Pick<Past, 'field' | 'from' | 'to'>[] {
  const image = typeof to === 'object' && to !== null ? Object.entries(to) : []
  const fields =
    field === '*' ? image.map(([column, value]) => ({ field: column, from: null, to: value })) : []
  const said = field === '*' ? fields : [{ field, from, to }]
  if (table === 'Answer') {
    const question = row.split('/')[1]
    return said.filter(one => one.field === 'value').map(one => ({ ...one, field: `${answer}${question}` }))
  }
  return table === 'RegistrationNeeds' || field !== '*' ? said : []
}

/** What the form showed: the value before the first change since, else the one that still stands. */
function openedWith(field: string, past: readonly Past[], row: Record<string, unknown>): unknown {
  const first = past.find(change => change.field === field)
  return first ? first.from : row[field]
}

/** A value for a column against the JSON that Postgres makes of it. */
function same(value: unknown, stored: unknown): boolean {
  if (value instanceof Date) return typeof stored === 'string' && Date.parse(stored) === value.getTime()
  return JSON.stringify(value ?? null) === JSON.stringify(stored ?? null)
}

/** The last word on each field, from changes in the order in which they came. */
function lastWords(changes: readonly Past[]): ConflictDetail[] {
  const latest = new Map<string, ConflictDetail>()
  for (const { field, to, by } of changes) latest.set(field, { field, theirs: plainText(to), by })
  return [...latest.values()]
}

/** A stored value as a person reads it; lists by commas. */
function plainText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(plainText).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
