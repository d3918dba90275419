'use server'

import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { AppError } from '@/lib/errors'
import { can } from '@/lib/policy'
import { addSiteSchema, editSiteSchema, removeSiteSchema } from './schema'

const pages = ['/exercises/[code]/teams', '/exercises/[code]/teams/sites']

export const addSite = action({
  name: 'site.add',
  input: addSiteSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: ({ tx }, input) => tx.site.create({ data: input, select: { id: true } }),
  stale: () => pages,
})

export const editSite = action({
  name: 'site.edit',
  input: editSiteSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, { exerciseId, siteId: id, version, opened, ...data }) => {
    const changed = await changedByEdit(tx, { table: 'Site', id, owner: exerciseId, version, opened }, data)
    await tx.site.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
  },
  stale: () => pages,
})

/** Teams there lose their place; quotas of the site go with it. Refused while people are registered for it. */
export const removeSite = action({
  name: 'site.remove',
  input: removeSiteSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, { exerciseId, siteId: id }) => {
    const { count } = await tx.site.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => pages,
})
