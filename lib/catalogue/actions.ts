'use server'

import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { can } from '@/lib/policy'
import { asStrictAs, contentTlp, strictest } from './content/rules'
import { askingFor, lockEntry, readContents } from './entries/queries'
import { editEntrySchema, removeEntrySchema, retireEntrySchema } from './schema'

const pages = () => ['/exercises/[code]/scenario/catalogue', '/exercises/[code]/scenario/catalogue/[entryId]']

/** How an entry is called, found and marked. It stays as strict as the strictest of its versions. */
export const editEntry = action({
  name: 'catalogue.edit',
  input: editEntrySchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx, actor }, { exerciseId, entryId: id, version, opened, ...data }) => {
    const asking = await askingFor(tx, exerciseId)
    const entry = await lockEntry(tx, actor, asking, id)
    const least = strictest((await readContents(tx, asking, id)).map(contentTlp))
    if (!asStrictAs(least).includes(data.tlp)) throw fieldRefusal('tlp', 'catalogue_tlp_too_free')
    // It would go out of the sight of those who plan this exercise, into that of those who plan another.
    if (data.tlp === 'red' && entry.tlp !== 'red' && entry.exerciseId !== exerciseId)
      throw fieldRefusal('tlp', 'catalogue_red_elsewhere')
    const row = { table: 'CatalogueEntry', id, owner: asking.programmeId, version, opened } as const
    const changed = await changedByEdit(tx, row, data)
    const where = { id, programmeId: asking.programmeId }
    await tx.catalogueEntry.update({ where, data: changed, select: { id: true } })
  },
  stale: pages,
})

/** Takes an entry out of use, or back into it: what was brought in from it knows it still. */
export const retireEntry = action({
  name: 'catalogue.retire',
  input: retireEntrySchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx, actor }, { exerciseId, entryId: id, retired }) => {
    const asking = await askingFor(tx, exerciseId)
    await lockEntry(tx, actor, asking, id)
    await tx.catalogueEntry.updateMany({
      where: { id, programmeId: asking.programmeId, retired: !retired },
      data: { retired },
    })
  },
  stale: pages,
})

/** Removes an entry with its versions, as long as no inject of any exercise came from it. */
export const removeEntry = action({
  name: 'catalogue.remove',
  input: removeEntrySchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx, actor }, { exerciseId, entryId: id }) => {
    const asking = await askingFor(tx, exerciseId)
    await lockEntry(tx, actor, asking, id)
    const used = await tx.inject.count({ where: { catalogueVersion: { entryId: id } } })
    if (used > 0) throw new AppError('refused', 'catalogue_in_use', { params: { injects: used } })
    await tx.catalogueEntry.delete({
      where: { id, programmeId: asking.programmeId },
      select: { id: true },
    })
  },
  stale: pages,
})
