import { db, type Tx } from '@/lib/db'
import { injectRowOf, injectRowsSql, type StoredInject } from '@/lib/inject-rows'
import { graphFrom } from '@/lib/injects/known/rules'
import { plannedTimes } from '@/lib/injects/order/rules'
import type { InjectRow } from '@/lib/injects/rules'
import { readLogic } from '@/lib/logic-rows'
import { type Actor, can } from '@/lib/policy'
import { type Chosen, mostInjects } from '../chosen/rules'
import type { CatalogueContent } from '../content/schema'
import { readPlace } from '../place/queries'
import type { CatalogueKind } from '../rules'
import { contentFrom, type Left, type Source } from './rules'

/** What was chosen, as it would be kept together: `name` is what it is called where it is. */
export type Chest = {
  kind: CatalogueKind
  name: string
  summary: string
  content: CatalogueContent
  left: Left[]
  source: Source
  /** the entries' versions from which its injects came, the most frequent first */
  origins: string[]
}

/** Null where the exercise has none of it, `too_many` where it is more than one entry holds. */
export async function readChosen(
  tx: Tx,
  exerciseId: string,
  chosen: Chosen,
): Promise<Chest | 'too_many' | null> {
  const rows = await chosenRows(tx, exerciseId, chosen)
  if (rows.length === 0) return null
  if (rows.length > mostInjects) return 'too_many'
  const [place, logic, beside] = [
    await readPlace(tx, exerciseId),
    await readLogic(tx, exerciseId),
    await readBeside(tx, exerciseId, rows),
  ]
  const { kind, incidents, of } = shapeOf(chosen, rows, place)
  const source: Source = {
    ...{ rows, incidents, logic, place, ...beside },
    planned: plannedTimes(graphFrom(logic, place.frame)),
    name: kind === 'storyline' ? (of?.name ?? '') : '',
    summary: kind === 'storyline' ? (of?.summary ?? '') : '',
  }
  const { name, summary } = of ?? { name: rows[0]?.title ?? '', summary: '' }
  return { kind, name, summary, ...contentFrom(source), source, origins: beside.origins }
}

/** What keeping would put into the catalogue, and what would stay behind; null for whoever does not plan it. */
export async function getChosen(actor: Actor, exerciseId: string, chosen: Chosen) {
  if (!can(actor, 'scenario.edit', { exerciseId })) return null
  return readChosen(db, exerciseId, chosen)
}

async function chosenRows(tx: Tx, exerciseId: string, chosen: Chosen): Promise<InjectRow[]> {
  const [column, value] =
    chosen.kind === 'serials'
      ? ['i."serial" = ANY($2::citext[])', chosen.serials]
      : [`i."${chosen.kind === 'storyline' ? 'storylineId' : 'incidentId'}" = $2::uuid`, chosen.id]
  const rows = await tx.$queryRawUnsafe<StoredInject[]>(
    injectRowsSql(`WHERE i."exerciseId" = $1::uuid AND ${column} LIMIT ${mostInjects + 1}`),
    exerciseId,
    value,
  )
  return rows.map(injectRowOf)
}

/** A whole storyline, one incident, or what some injects have in common. */
function shapeOf(chosen: Chosen, rows: readonly InjectRow[], place: Source['place']) {
  const used = new Set(rows.map(({ incidentId }) => incidentId))
  const incidents = place.incidents.filter(({ id, storylineId }) =>
    chosen.kind === 'storyline' ? storylineId === chosen.id : used.has(id),
  )
  if (chosen.kind === 'storyline')
    return { kind: 'storyline' as const, incidents, of: place.storylines.find(({ id }) => id === chosen.id) }
  if (chosen.kind === 'incident') return { kind: 'incident' as const, incidents, of: incidents[0] }
  if (rows.length === 1) return { kind: 'inject' as const, incidents: [], of: undefined }
  const together = incidents.length === 1 && !used.has(null)
  return { kind: together ? ('incident' as const) : ('storyline' as const), incidents, of: undefined }
}

async function readBeside(tx: Tx, exerciseId: string, rows: readonly InjectRow[]) {
  const ids = rows.map(({ id }) => id)
  const people = await tx.$queryRaw<{ id: string; role: string }[]>`
    SELECT DISTINCT r."id", o."name" AS "role" FROM "InjectParty" p
      JOIN "Registration" r ON r."id" = p."registrationId" JOIN "Role" o ON o."id" = r."roleId"
     WHERE p."exerciseId" = ${exerciseId}::uuid AND p."injectId" = ANY(${ids}::uuid[])`
  const files = await tx.attachment.findMany({
    where: { exerciseId, injectId: { in: ids } },
    select: { injectId: true },
    distinct: ['injectId'],
  })
  const marks = await tx.$queryRaw<{ id: string; foreign: boolean; versionId: string | null }[]>`
    SELECT "id", "foreign" IS NOT NULL AS "foreign", "catalogueVersionId" AS "versionId" FROM "Inject"
     WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${ids}::uuid[])`
  const counts = new Map<string, number>()
  for (const { versionId } of marks)
    if (versionId !== null) counts.set(versionId, (counts.get(versionId) ?? 0) + 1)
  return {
    roleOf: new Map(people.map(({ id, role }) => [id, role])),
    withFiles: new Set(files.map(({ injectId }) => injectId)),
    withForeign: new Set(marks.flatMap(({ id, foreign }) => (foreign ? [id] : []))),
    origins: [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id),
  }
}
