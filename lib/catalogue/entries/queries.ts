import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/policy'
import { asWhere, catalogueRows } from '@/lib/policy-rows'
import { readContent } from '../content/rules'
import type { CatalogueContent } from '../content/schema'

/** The exercise in whose name somebody asks the catalogue, which is its programme's. */
export type Asking = { id: string; programmeId: string }

/** Throws `not_found` for an exercise that is gone. */
export async function askingFor(tx: Tx, exerciseId: string): Promise<Asking> {
  const exercise = await tx.exercise.findUnique({
    where: { id: exerciseId },
    select: { id: true, programmeId: true },
  })
  if (!exercise) throw new AppError('not_found', 'not_found')
  return exercise
}

/** An entry that this actor may know of, locked; throws `not_found` for every other. */
export async function lockEntry(tx: Tx, actor: Actor, asking: Asking, id: string) {
  await tx.$queryRaw`
    SELECT 1 FROM "CatalogueEntry" WHERE "id" = ${id}::uuid AND "programmeId" = ${asking.programmeId}::uuid
       FOR NO KEY UPDATE`
  const entry = await tx.catalogueEntry.findFirst({
    where: { id, programmeId: asking.programmeId, AND: [asWhere(catalogueRows(actor, asking))] },
    select: {
      id: true,
      kind: true,
      name: true,
      tlp: true,
      retired: true,
      exerciseId: true,
      nextVersion: true,
    },
  })
  if (!entry) throw new AppError('not_found', 'not_found')
  return entry
}

/** What a version of an entry says, where this actor may know of it; else null. The latest where no number is given. */
export async function readVersion(
  tx: Tx,
  actor: Actor,
  asking: Asking,
  { entryId, number }: { entryId: string; number?: number | undefined },
): Promise<{ id: string; number: number; content: CatalogueContent } | null> {
  const version = await tx.catalogueVersion.findFirst({
    where: {
      ...{ entryId, programmeId: asking.programmeId },
      ...(number === undefined ? {} : { number }),
      entry: { AND: [asWhere(catalogueRows(actor, asking))] },
    },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, content: { select: { content: true } } },
  })
  if (!version?.content) return null
  return { id: version.id, number: version.number, content: readContent(version.content.content) }
}

/** What every version of an entry says. */
export async function readContents(
  tx: Tx,
  { programmeId }: Asking,
  entryId: string,
): Promise<CatalogueContent[]> {
  const found = await tx.catalogueContent.findMany({
    where: { programmeId, version: { entryId } },
    select: { content: true },
  })
  return found.map(({ content }) => readContent(content))
}
