'use server'

import { action, type Write } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { AppError, fieldRefusal } from '@/lib/errors'
import { accountOf, can } from '@/lib/policy'
import { dateOf } from '@/lib/time'
import { asStrictAs, contentTlp, strictest } from '../content/rules'
import type { CatalogueContent } from '../content/schema'
import { sameContent } from '../differences/rules'
import { type Asking, askingFor, lockEntry, readVersion } from '../entries/queries'
import type { CatalogueKind } from '../rules'
import { type Chest, readChosen } from './queries'
import { contentFrom } from './rules'
import { keepSchema } from './schema'

/**
 * Keeps a storyline, an incident or chosen injects of an exercise: as a new entry, as one entry each, or as the next
 * version of an entry of the same kind. What is kept is read here, not taken from the browser.
 */
export const keepInCatalogue = action({
  name: 'catalogue.keep',
  input: keepSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async (write, { exerciseId, chosen, entryId, each, note, ...words }) => {
    const asking = await askingFor(write.tx, exerciseId)
    const chest = await readChosen(write.tx, exerciseId, chosen)
    if (chest === null) throw new AppError('not_found', 'not_found')
    if (chest === 'too_many') throw new AppError('refused', 'catalogue_too_many')
    if (entryId !== null) return nextVersion(write, asking, chest, { entryId, note })
    const least = contentTlp(chest.content)
    const { tlp = least } = words
    if (!each) {
      if (words.name === '') throw fieldRefusal('name', 'required')
      if (!asStrictAs(least).includes(tlp)) throw fieldRefusal('tlp', 'catalogue_tlp_too_free')
    }
    const { summary, keywords, name } = words
    const entries = each
      ? singles(chest).map(one => ({
          ...one,
          summary,
          keywords,
          tlp: strictest([tlp, contentTlp(one.content)]),
        }))
      : [{ kind: chest.kind, content: chest.content, name, summary, keywords, tlp }]
    const made = await addEntries(write, asking, entries, note)
    return { entryId: made[0] ?? '', number: 1, entries: made.length }
  },
  stale: () => [
    '/exercises/[code]/scenario/catalogue',
    '/exercises/[code]/scenario/catalogue/[entryId]',
    '/exercises/[code]/scenario/catalogue/keep',
  ],
})

/** The next version of a known entry, which becomes as strict as what it now says. */
async function nextVersion(
  { tx, actor, now }: Write,
  asking: Asking,
  { kind, content }: Chest,
  { entryId, note }: { entryId: string; note: string },
) {
  const entry = await lockEntry(tx, actor, asking, entryId)
  if (entry.retired) throw fieldRefusal('entryId', 'catalogue_retired')
  if (entry.kind !== kind) throw fieldRefusal('entryId', 'catalogue_other_kind')
  const tlp = strictest([entry.tlp, contentTlp(content)])
  // Whoever plans this exercise would lose sight of what they keep there.
  if (tlp === 'red' && entry.exerciseId !== asking.id)
    throw fieldRefusal('entryId', 'catalogue_red_elsewhere')
  const before = await readVersion(tx, actor, asking, { entryId })
  if (before && sameContent(before.content, content))
    throw fieldRefusal('entryId', 'catalogue_same', { number: before.number })
  const number = entry.nextVersion
  await tx.catalogueEntry.update({
    where: { id: entryId, programmeId: asking.programmeId },
    data: { nextVersion: number + 1, ...(tlp === entry.tlp ? {} : { tlp }) },
    select: { id: true },
  })
  const by = accountOf(actor)?.accountId ?? null
  await addVersions(tx, asking, [{ entryId, number, content }], { note, by, keptAt: dateOf(now) })
  return { entryId, number, entries: 0 }
}

type NewEntry = {
  kind: CatalogueKind
  content: CatalogueContent
  name: string
  summary: string
  keywords: string[]
  tlp: ReturnType<typeof contentTlp>
}

async function addEntries(
  { tx, actor, now }: Write,
  { id: exerciseId, programmeId }: Asking,
  entries: readonly NewEntry[],
  note: string,
): Promise<string[]> {
  const by = accountOf(actor)?.accountId ?? null
  const rows = entries.map(({ content, ...entry }) => ({ id: crypto.randomUUID(), content, entry }))
  await tx.catalogueEntry.createMany({
    data: rows.map(({ id, entry }) => {
      return { ...entry, id, programmeId, exerciseId, nextVersion: 2, createdById: by }
    }),
  })
  const versions = rows.map(({ id, content }) => ({ entryId: id, number: 1, content }))
  await addVersions(tx, { id: exerciseId, programmeId }, versions, { note, by, keptAt: dateOf(now) })
  return rows.map(({ id }) => id)
}

async function addVersions(
  tx: Tx,
  { id: exerciseId, programmeId }: Asking,
  versions: readonly { entryId: string; number: number; content: CatalogueContent }[],
  { note, by, keptAt }: { note: string; by: string | null; keptAt: Date },
): Promise<void> {
  const rows = versions.map(version => ({ ...version, id: crypto.randomUUID() }))
  await tx.catalogueVersion.createMany({
    data: rows.map(({ id, entryId, number, content }) => ({
      ...{ id, entryId, number, programmeId, exerciseId, note, keptAt },
      ...{ injects: content.injects.length, createdById: by },
    })),
  })
  await tx.catalogueContent.createMany({
    data: rows.map(({ id, content }) => ({ versionId: id, programmeId, content })),
  })
}

/** Each inject by itself: it waits for nothing, and begins when it begins. */
function singles({ source }: Chest) {
  const { gates } = source.logic
  const logic = { injects: [], gates: gates.filter(({ kind }) => kind === 'manual'), waits: [] }
  return source.rows.map(row => ({
    kind: 'inject' as const,
    name: row.title || row.serial,
    content: contentFrom({ ...source, logic, name: '', summary: '', rows: [row], incidents: [] }).content,
  }))
}
