'use server'

import { action } from '@/lib/action'
import { AppError } from '@/lib/errors'
import { accountOf, can } from '@/lib/policy'
import { addViewSchema, removeViewSchema } from './schema'

const pages = () => ['/exercises/[code]/scenario']

/** Keeps what somebody looks at under a name. Each keeps their own names, since nobody knows the others'. */
export const addView = action({
  name: 'msel_view.add',
  input: addViewSchema,
  may: (actor, input) => can(actor, input.shared ? 'scenario.edit' : 'scenario.read', input),
  run: async ({ tx, actor }, { exerciseId, name, query, shared }) => {
    const accountId = accountOf(actor)?.accountId
    if (!accountId) throw new AppError('forbidden', 'not_yours')
    const data = { exerciseId, accountId, name, query, shared }
    return tx.mselView.create({ data, select: { id: true } })
  },
  stale: pages,
})

/** One's own; a shared one also by whoever writes the MSEL. */
export const removeView = action({
  name: 'msel_view.remove',
  input: removeViewSchema,
  may: (actor, input) => can(actor, 'scenario.read', input),
  run: async ({ tx, actor }, { exerciseId, viewId: id }) => {
    const mine = { accountId: accountOf(actor)?.accountId ?? id }
    const either = can(actor, 'scenario.edit', { exerciseId }) ? [mine, { shared: true }] : [mine]
    const { count } = await tx.mselView.deleteMany({ where: { id, exerciseId, OR: either } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: pages,
})
