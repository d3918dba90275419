import { db, sql } from '@/lib/db'
import { type Actor, can, exercisesOf } from '@/lib/policy'
import { asSql, asWhere, catalogueRows } from '@/lib/policy-rows'
import { instantOf } from '@/lib/time'
import { type Asking, readVersion } from './entries/queries'
import type { CatalogueKind } from './rules'

export const entriesOnPage = 50

export type Search = {
  q: string
  kind: CatalogueKind | null
  keyword: string
  retired: boolean
  page: number
}

type Tlp = 'red' | 'amber_strict' | 'amber' | 'green' | 'clear'
type EntryLine = {
  id: string
  kind: CatalogueKind
  name: string
  summary: string
  keywords: string[]
  tlp: Tlp
  retired: boolean
  /** the latest version */
  number: number
  keptAt: Date
  injects: number
  /** in how many exercises injects of it are */
  exercises: number
  /** of this exercise: how many injects came from it, and the latest version that they came from */
  here: number
  hereNumber: number | null
  total: number
}

/** Entries that this actor may know of, by name; null for whoever writes no scenario here. */
export async function listEntries(actor: Actor, asking: Asking, { q, kind, keyword, retired, page }: Search) {
  const rule = catalogueRows(actor, asking)
  if (rule === 'nothing') return null
  const { text, values } = asSql(rule, 'c', 8)
  const found = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const own = [asking.id, found, kind ?? '', keyword, String(retired), String(entriesOnPage)]
  const rows = await sql.unsafe<EntryLine[]>(
    `SELECT c."id", c."kind"::text, c."name", c."summary", c."keywords", c."tlp"::text, c."retired",
            v."number", v."keptAt", v."injects", u."exercises", u."here", u."hereNumber", count(*) OVER ()::int AS "total"
       FROM "CatalogueEntry" c
       JOIN LATERAL (SELECT * FROM "CatalogueVersion" v WHERE v."entryId" = c."id" ORDER BY v."number" DESC LIMIT 1) v ON true
       CROSS JOIN LATERAL (
         SELECT count(DISTINCT i."exerciseId")::int AS "exercises",
                count(*) FILTER (WHERE i."exerciseId" = $1::uuid)::int AS "here",
                max(w."number") FILTER (WHERE i."exerciseId" = $1::uuid) AS "hereNumber"
           FROM "CatalogueVersion" w JOIN "Inject" i ON i."catalogueVersionId" = w."id" WHERE w."entryId" = c."id") u
      WHERE ${text} AND ($3 = '' OR c."kind"::text = $3) AND ($5::text = 'true' OR NOT c."retired")
        AND ($4 = '' OR EXISTS (SELECT FROM unnest(c."keywords") k WHERE lower(k) = lower($4)))
        AND ($2 = '%%' OR c."name" ILIKE $2 OR c."summary" ILIKE $2 OR array_to_string(c."keywords", ' ') ILIKE $2)
      ORDER BY lower(c."name"), c."id" LIMIT $6::int OFFSET $7::int`,
    [...own, String((page - 1) * entriesOnPage), ...values],
  )
  return {
    total: rows[0]?.total ?? 0,
    entries: rows.map(({ keptAt, ...row }) => ({ ...row, keptAt: instantOf(keptAt) })),
  }
}
export type CatalogueLine = NonNullable<Awaited<ReturnType<typeof listEntries>>>['entries'][number]

/** The words by which entries are found most often, and how many each finds. */
export async function listKeywords(
  actor: Actor,
  asking: Asking,
): Promise<{ word: string; entries: number }[]> {
  const { text, values } = asSql(catalogueRows(actor, asking), 'c', 1)
  return sql.unsafe(
    `SELECT min(k) AS "word", count(*)::int AS "entries" FROM "CatalogueEntry" c, unnest(c."keywords") k
      WHERE ${text} AND NOT c."retired" GROUP BY lower(k) ORDER BY count(*) DESC, lower(k) LIMIT 40`,
    values,
  )
}

/** Entries of a kind under which something may be kept again, by name. */
export function listKnownEntries(actor: Actor, asking: Asking, kind: CatalogueKind) {
  return db.catalogueEntry.findMany({
    where: { kind, retired: false, AND: [asWhere(catalogueRows(actor, asking))] },
    select: {
      ...{ id: true, name: true, tlp: true, exerciseId: true },
      versions: { select: { id: true, number: true }, orderBy: { number: 'desc' } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 1000,
  })
}

/** One entry with its versions and where it is in use; null where this actor knows of none. */
export async function getEntry(actor: Actor, asking: Asking, id: string) {
  const entry = await db.catalogueEntry.findFirst({
    where: { id, AND: [asWhere(catalogueRows(actor, asking))] },
    select: {
      ...{ id: true, kind: true, name: true, summary: true, keywords: true, tlp: true, retired: true },
      ...{ version: true, createdBy: { select: { name: true } } },
      versions: {
        select: {
          ...{ id: true, number: true, keptAt: true, note: true, injects: true, exerciseId: true },
          ...{ exercise: { select: { code: true } }, createdBy: { select: { name: true } } },
        },
        orderBy: { number: 'desc' },
      },
    },
  })
  if (!entry) return null
  const uses = await sql<Use[]>`
    SELECT e."id", e."code"::text AS "code", e."name", count(*)::int AS "injects", max(v."number") AS "number"
      FROM "CatalogueVersion" v JOIN "Inject" i ON i."catalogueVersionId" = v."id" JOIN "Exercise" e ON e."id" = i."exerciseId"
     WHERE v."entryId" = ${id}::uuid GROUP BY e."id" ORDER BY e."code"`
  const mine = exercisesOf(actor)
  const known = (exerciseId: string | null) =>
    exerciseId !== null && (mine === 'all' || mine.includes(exerciseId))
  return {
    ...entry,
    versions: entry.versions.map(({ keptAt, exercise, exerciseId, createdBy, ...version }) => ({
      ...version,
      keptAt: instantOf(keptAt),
      by: createdBy?.name ?? null,
      // Of exercises in which somebody has no part they learn that there are some, and no more.
      from: known(exerciseId) ? (exercise?.code ?? null) : null,
    })),
    here: uses.find(use => use.id === asking.id) ?? null,
    uses: uses.filter(use => known(use.id)),
    usesElsewhere: uses.filter(use => !known(use.id)).length,
  }
}
type Use = { id: string; code: string; name: string; injects: number; number: number }
export type CatalogueEntryView = NonNullable<Awaited<ReturnType<typeof getEntry>>>

/** What a version says; the latest where no number is given. */
export async function getVersion(actor: Actor, asking: Asking, entryId: string, number?: number) {
  return readVersion(db, actor, asking, { entryId, number })
}

/**
 * Where an inject came from, and the latest version of it; null for one that was written here. `hidden` for whoever
 * does not plan the exercise. An entry that this planner may not know has no name and no address.
 */
export async function getOrigin(actor: Actor, exerciseId: string, injectId: string) {
  if (!can(actor, 'scenario.edit', { exerciseId })) return 'hidden'
  const asking = await db.exercise.findUnique({
    where: { id: exerciseId },
    select: { id: true, programmeId: true },
  })
  const inject = await db.inject.findFirst({
    where: { id: injectId, exerciseId },
    select: { catalogueVersion: { select: { number: true, entryId: true } } },
  })
  const version = inject?.catalogueVersion
  if (!asking || !version) return null
  const entry = await db.catalogueEntry.findFirst({
    where: { id: version.entryId, AND: [asWhere(catalogueRows(actor, asking))] },
    select: { id: true, name: true, nextVersion: true },
  })
  return {
    number: version.number,
    entry: entry && { id: entry.id, name: entry.name },
    latest: entry ? entry.nextVersion - 1 : version.number,
  }
}
