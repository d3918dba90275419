'use server'

import { action } from '@/lib/action'
import { AppError } from '@/lib/errors'
import { lockInjects } from '@/lib/inject-rows'
import { accountOf, can } from '@/lib/policy'
import { setInjectStateSchema } from '../schema'
import { stateProblem } from './rules'

/** Takes injects a step on towards being played, or back with a reason: all of them, or none. */
export const setInjectState = action({
  name: 'inject.state',
  input: setInjectStateSchema,
  may: (actor, input) => can(actor, 'scenario.read', input),
  run: async ({ tx, actor }, { exerciseId, injectIds, state, reason }) => {
    const approves = can(actor, 'scenario.approve', { exerciseId })
    const plans = can(actor, 'scenario.edit', { exerciseId })
    const accountId = accountOf(actor)?.accountId
    const rows = await lockInjects(tx, exerciseId, injectIds)
    for (const row of rows) {
      const reviews = row.reviewerId !== null && row.reviewerId === accountId
      // A controller who reviews an inject sees that one; of others there is nothing to say but that they are not found.
      if (!plans && !reviews) throw new AppError('not_found', 'not_found')
      const problem = stateProblem(row, state, reason, { approves, reviews })
      if (problem) throw new AppError('refused', problem, { params: { serial: row.serial } })
    }
    if (rows.length < new Set(injectIds).size) throw new AppError('not_found', 'not_found')
    await tx.inject.updateMany({
      where: { exerciseId, id: { in: injectIds } },
      data: { state, stateReason: reason === '' ? null : reason },
    })
    return { changed: rows.length }
  },
  stale: 'none',
})
