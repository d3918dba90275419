import { db, sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { namesOf, type RowName } from '@/lib/row-names'
import { instantOf } from '@/lib/time'
import {
  changeKind,
  idsIn,
  masked,
  nameInImage,
  namingIds,
  type RecordedField,
  scenarioTables,
} from './rules'

/** Changes a page, and fields shown of one change: an edition that is cloned makes thousands. */
export const pageSize = 25
const mostFields = 12

type StoredField = RecordedField & { changeId: string; total: number }

/** The history of an exercise, latest first, with names in place of ids; for staff, since it names people. */
export async function listChanges(actor: Actor, exerciseId: string, page: number) {
  if (!can(actor, 'history.read', { exerciseId })) return { changes: [], count: 0 }
  // A registrar reads the history too, and a controller: neither may learn the whole plot from it.
  const hidden = can(actor, 'scenario.edit', { exerciseId }) ? [] : scenarioTables
  const where = { exerciseId, fields: { some: { table: { notIn: hidden } } } }
  const [count, rows] = await Promise.all([
    db.change.count({ where }),
    db.change.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        ...{ id: true, at: true, actorKind: true, actorLabel: true, action: true, reason: true },
        undoneBy: { select: { id: true }, take: 1 },
      },
    }),
  ])
  // Planners and controllers read the history too, and have no business with anybody's diet.
  const seesNeeds = can(actor, 'registration.needs', { exerciseId, participationId: '', registrationId: '' })
  const found = await fieldsOf(
    rows.map(({ id }) => id),
    hidden,
  )
  const fields = seesNeeds ? found : masked(found)
  const names = await namesOf(exerciseId, idsIn(fields))
  const changes = rows.map(({ at, undoneBy, ...row }) => {
    const own = fields.filter(({ changeId }) => changeId === row.id)
    return {
      ...row,
      at: instantOf(at),
      undone: undoneBy.length > 0,
      total: own[0]?.total ?? 0,
      fields: own.map(field => inWords(field, names)),
    }
  })
  return { changes, count }
}

type Changes = Awaited<ReturnType<typeof listChanges>>
export type ChangeEntry = Changes['changes'][number]
export type ChangedField = ChangeEntry['fields'][number]

async function fieldsOf(changeIds: string[], hidden: string[]): Promise<StoredField[]> {
  if (changeIds.length === 0) return []
  return sql<StoredField[]>`
    SELECT "changeId", "table", "row", "field", "from", "to", "total"
      FROM (SELECT f.*, count(*) OVER (PARTITION BY "changeId")::int AS "total",
                   row_number() OVER (PARTITION BY "changeId" ORDER BY "id") AS "n"
              FROM "ChangeField" f WHERE "changeId" = ANY(${changeIds}::uuid[])
               AND "table" <> ALL(${hidden}::text[])) AS numbered
     WHERE "n" <= ${mostFields} ORDER BY "changeId", "n"`
}

function inWords(field: StoredField, names: ReadonlyMap<string, RowName>) {
  const known = namingIds(field).flatMap(id => names.get(id) ?? [])
  const gone = field.field === '*' ? nameInImage(field.to ?? field.from) : null
  const named = known.length > 0 ? known : gone === null ? [] : [{ name: gone, nation: null }]
  const value = (stored: unknown) => (typeof stored === 'string' ? (names.get(stored) ?? stored) : stored)
  const kind = changeKind(field)
  return {
    table: field.table,
    row: field.row,
    field: field.field,
    kind,
    named,
    // An image is the whole row, which nobody reads.
    from: kind === 'edited' ? value(field.from) : null,
    to: kind === 'edited' ? value(field.to) : null,
  }
}
