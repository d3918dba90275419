'use server'

import type { z } from 'zod'
import { action } from '@/lib/action'
import { conflictAsTyped, timeColumns, timesOf } from '@/lib/agendas/times/rules'
import { changedByEdit } from '@/lib/edit'
import { AppError } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import type { StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import { addLegSchema, editLegSchema, removeLegSchema } from './schema'

const pages = () => ['/exercises/[code]/schedule/activities/[activityId]/programme', '/me']

/** Adds a part to an itinerary: who goes where, when and how. */
export const addLeg = action({
  name: 'leg.add',
  input: addLegSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId, activityId } = input
    const data = legData(input, await lockPlan(tx, exerciseId), now)
    return tx.leg.create({ data: { exerciseId, activityId, ...data }, select: { id: true } })
  },
  stale: pages,
})

export const editLeg = action({
  name: 'leg.edit',
  input: editLegSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId, activityId, legId: id, version, opened } = input
    const frame = await lockPlan(tx, exerciseId)
    const data = legData(input, frame, now)
    const where = { id, exerciseId, activityId }
    if ((await tx.leg.count({ where })) === 0) throw new AppError('not_found', 'not_found')
    const row = { table: 'Leg', id, owner: exerciseId, version, opened } as const
    try {
      const changed = await changedByEdit(tx, row, data, [timeColumns])
      await tx.leg.update({ where, data: changed, select: { id: true } })
    } catch (error) {
      throw await conflictAsTyped(error, () => tx.leg.findUniqueOrThrow({ where }), frame.timeZone)
    }
  },
  stale: pages,
})

export const removeLeg = action({
  name: 'leg.remove',
  input: removeLegSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx }, { legId: id, ...owner }) => {
    const { count } = await tx.leg.deleteMany({ where: { id, ...owner } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: pages,
})

function legData(input: z.output<typeof addLegSchema>, frame: StartexFrame, now: Instant) {
  const { fromPlace, toPlace, hosts, transport, note } = input
  return { fromPlace, toPlace, hosts, transport, note, ...timesOf(input, frame, now) }
}
