'use server'

import { action } from '@/lib/action'
import { AppError, refuseIf } from '@/lib/errors'
import { can } from '@/lib/policy'
import { dateOf } from '@/lib/time'
import { lockLines, lockLinesOf, moveOn } from '@/lib/waiting-list'
import { prioritySchema, waitSinglySchema } from '../schema'

const pages = ['/delegation/[participationId]', '/exercises/[code]/registrations', '/me']

/** Puts people of the waiting list before others, whoever waits longer. */
export const setPriority = action({
  name: 'registration.priority',
  input: prioritySchema,
  may: (actor, input) => can(actor, 'registration.decide', input),
  run: async ({ tx, now }, { exerciseId, registrationIds, priority }) => {
    const participationIds = await lockLinesOf(tx, exerciseId, registrationIds)
    const where = { exerciseId, id: { in: registrationIds } }
    const { count } = await tx.registration.updateMany({
      where: { ...where, state: 'waitlisted' },
      data: { priority },
    })
    if ((await tx.registration.count({ where })) < registrationIds.length)
      throw new AppError('not_found', 'not_found')
    refuseIf(count < registrationIds.length ? 'only_who_waits' : null, {
      count: registrationIds.length - count,
    })
    await moveOn(tx, { exerciseId, participationIds }, dateOf(now))
  },
  stale: () => pages,
})

/** Lets the members of a group wait each alone, so that as many come in as fit. */
export const waitSingly = action({
  name: 'registration.wait_singly',
  input: waitSinglySchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async ({ tx, now }, { exerciseId, participationId, registrationIds }) => {
    await lockLines(tx, [participationId])
    const where = { exerciseId, participationId, id: { in: registrationIds } }
    const grouped = await tx.registration.findMany({
      where: { ...where, waitGroupId: { not: null } },
      select: { waitGroupId: true },
    })
    if ((await tx.registration.count({ where })) < registrationIds.length)
      throw new AppError('not_found', 'not_found')
    refuseIf(grouped.length === 0 ? 'no_group_waits' : null)
    // The whole group: a part of it would wait on for people who no longer wait with it.
    const groups = grouped.flatMap(({ waitGroupId }) => waitGroupId ?? [])
    await tx.registration.updateMany({
      where: { exerciseId, participationId, waitGroupId: { in: groups } },
      data: { waitGroupId: null },
    })
    const { submitted } = await moveOn(tx, { exerciseId, participationIds: [participationId] }, dateOf(now))
    return { submitted: submitted.length }
  },
  stale: () => pages,
})
