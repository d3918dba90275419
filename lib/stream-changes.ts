/**
 * What has changed in a scenario since a cursor, from the history that triggers write. Which row says what is pure;
 * the rows themselves are read by whoever shows them.
 */
import { sql } from './db'
import { matches, type RowRule } from './policy-rows'
import { type Cursor, compareCursors } from './stream-cursor'
import type { Part } from './stream-messages'

/** A field of the history, with no more of its values than tells who may see the inject. */
export type Touch = { table: string; row: string; field: string; from: unknown }

export type Changes = {
  /** the snapshot in which this was read */
  cursor: Cursor
  /** the changes of each inject, in order; of most nothing but that there are some */
  injects: ReadonlyMap<string, readonly Touch[]>
  /**
   * the shifts that changed, in themselves or in who stands them; somebody's withdrawal is notified to nobody, and told at
   * the next beat: a notification with each registration would make those of a rush wait for each other
   */
  shifts: ReadonlySet<string>
  parts: readonly Part[]
}

type Found = { now: Cursor } & ((Touch & { ofGate: boolean; shift: string | null }) | { table: null })

/** Above, whoever listens is told to load everything again: an import of thousands is one answer, not as many events. */
const mostTouches = 4000
const mostInjects = 500

/** Columns by which a row rule tells who sees an inject (`injectRows`). */
const ruleColumns = ['controllerId', 'reviewerId', 'tlp', 'keptToKindId']

const partOf: Record<string, Part> = {
  ...{ Scenario: 'settings', ScenarioMark: 'settings', Storyline: 'storylines', Incident: 'storylines' },
  ...{ DeliveryMode: 'modes', Persona: 'personas', Objective: 'objectives', MselColumn: 'columns' },
  ...{
    LogicGate: 'gates',
    Phase: 'phases',
    Team: 'teams',
    TeamKind: 'teams',
    Role: 'teams',
    Exercise: 'frame',
    Activity: 'activities',
    Shift: 'shifts',
    Duty: 'shifts',
    // Of somebody who stands a shift: whoever withdraws fills no place of it any more.
    Registration: 'shifts',
  },
}
const injectTables = ['Inject', 'InjectParty', 'InjectObjective', 'InjectValue', 'Wait', 'Attachment']
const tables = [...Object.keys(partOf), ...injectTables]

/** The present snapshot: a page takes it before it reads its rows, and listens from there. */
export async function currentCursor(): Promise<Cursor> {
  const [row] = await sql<{ now: Cursor }[]>`SELECT pg_current_snapshot()::text AS "now"`
  if (!row) throw new Error('No snapshot')
  return row.now
}

/**
 * What `now` sees (the present, where not given) and `since` did not, as one statement. Transaction ids of a database
 * that was restored elsewhere may lie in the future: what `now` does not see either is left alone.
 */
export async function readChanges(exerciseId: string, since: Cursor, now: Cursor | null): Promise<Changes> {
  const rows = await sql<Found[]>`
    WITH point AS MATERIALIZED (SELECT coalesce(${now}::pg_snapshot, pg_current_snapshot()) AS "now", ${since}::pg_snapshot AS "since")
    SELECT p."now"::text AS "now", t.*
      FROM point p LEFT JOIN LATERAL (
        SELECT f."table", f."row", f."field",
               CASE WHEN f."table" <> 'Inject' THEN NULL
                    WHEN f."field" = ANY(${ruleColumns}) THEN f."from"
                    WHEN f."field" = '*' AND jsonb_typeof(f."from") = 'object' THEN
                      (SELECT jsonb_object_agg(k, f."from" -> k) FROM unnest(${ruleColumns}::text[]) k)
               END AS "from",
               f."table" = 'Wait' AND (coalesce(nullif(f."from", 'null'), f."to") ->> 'gateId' IS NOT NULL
                 OR EXISTS (SELECT FROM "LogicGate" g WHERE g."id"::text = split_part(f."row", '/', 1))) AS "ofGate",
               CASE f."table" WHEN 'Shift' THEN f."row" WHEN 'Duty' THEN coalesce(
                 coalesce(nullif(f."from", 'null'), f."to") ->> 'shiftId',
                 (SELECT d."shiftId"::text FROM "Duty" d WHERE d."id"::text = f."row"))
                 WHEN 'Registration' THEN o."shiftId"::text END AS "shift"
          FROM "Change" c JOIN "ChangeField" f ON f."changeId" = c."id"
          LEFT JOIN "Duty" o ON o."exerciseId" = c."exerciseId" AND f."field" = 'state'
               AND o."registrationId" = CASE f."table" WHEN 'Registration' THEN f."row"::uuid END
         WHERE c."exerciseId" = ${exerciseId}::uuid
           AND c."transactionId" >= pg_snapshot_xmin(p."since")::text::bigint
           AND c."transactionId" < pg_snapshot_xmax(p."now")::text::bigint
           AND NOT pg_visible_in_snapshot(c."transactionId"::text::xid8, p."since")
           AND pg_visible_in_snapshot(c."transactionId"::text::xid8, p."now")
           AND f."table" = ANY(${tables}) AND (f."table" <> 'Registration' OR o."id" IS NOT NULL)
         ORDER BY f."id" LIMIT ${mostTouches + 1}) t ON true`
  const cursor = rows[0]?.now ?? since
  // Of another life of this database: nothing is known about what lies between.
  if (compareCursors(since, cursor) > 0 || rows.length > mostTouches) return everything(cursor)
  return sorted(cursor, rows)
}

function everything(cursor: Cursor): Changes {
  return { cursor, injects: new Map(), shifts: new Set(), parts: ['everything'] }
}

function sorted(cursor: Cursor, rows: readonly Found[]): Changes {
  const injects = new Map<string, Touch[]>()
  const shifts = new Set<string>()
  const parts = new Set<Part>()
  for (const found of rows) {
    if (found.table === null) continue
    const { table, row, field, from, ofGate, shift } = found
    if (shift !== null) shifts.add(shift)
    const part = ofGate ? 'gates' : partOf[table]
    if (part) {
      parts.add(part)
      continue
    }
    const id = row.split('/', 1)[0] ?? row
    const known = injects.get(id)
    const touch = { table, row, field, from }
    if (known) known.push(touch)
    else injects.set(id, [touch])
  }
  return injects.size > mostInjects ? everything(cursor) : { cursor, injects, shifts, parts: [...parts] }
}

export type RuleRow = Record<string, unknown>

/** The columns that a rule looks at, of the injects that there still are. */
export async function readRuleRows(
  exerciseId: string,
  ids: readonly string[],
): Promise<Map<string, RuleRow>> {
  const rows = await sql<(RuleRow & { id: string })[]>`
    SELECT "id", "exerciseId", "controllerId", "reviewerId", "tlp"::text AS "tlp", "keptToKindId" FROM "Inject"
     WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${ids}::uuid[])`
  return new Map(rows.map(row => [row.id, row]))
}

/**
 * Whether the rule ever showed the inject between the cursor and now: from what it is (null: gone) back through its
 * changes. Only to such a reader it is said that the row is gone; others would learn that there was one.
 */
export function everSeen(
  rule: RowRule,
  exerciseId: string,
  now: RuleRow | null,
  touches: readonly Touch[],
): boolean {
  let row = now
  const shows = () => row !== null && matches(rule, { ...row, exerciseId })
  if (shows()) return true
  for (const { table, field, from } of touches.toReversed()) {
    if (table !== 'Inject') continue
    if (field === '*') row = isRow(from) ? from : null
    else if (row !== null) row = { ...row, [field]: from }
    if (shows()) return true
  }
  return false
}

function isRow(value: unknown): value is RuleRow {
  return typeof value === 'object' && value !== null
}
