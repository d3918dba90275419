'use server'

import type { z } from 'zod'
import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { AppError } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import type { StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import { addAgendaItemSchema, editAgendaItemSchema, removeAgendaItemSchema } from './schema'
import { conflictAsTyped, timeColumns, timesOf } from './times/rules'

const pages = () => ['/exercises/[code]/schedule/activities/[activityId]/programme', '/me']

/** Puts a point on the programme of a conference, a visit, a course. */
export const addAgendaItem = action({
  name: 'agenda_item.add',
  input: addAgendaItemSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId, activityId } = input
    const data = itemData(input, await lockPlan(tx, exerciseId), now)
    return tx.agendaItem.create({ data: { exerciseId, activityId, ...data }, select: { id: true } })
  },
  stale: pages,
})

export const editAgendaItem = action({
  name: 'agenda_item.edit',
  input: editAgendaItemSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId, activityId, itemId: id, version, opened } = input
    const frame = await lockPlan(tx, exerciseId)
    const data = itemData(input, frame, now)
    const where = { id, exerciseId, activityId }
    if ((await tx.agendaItem.count({ where })) === 0) throw new AppError('not_found', 'not_found')
    const row = { table: 'AgendaItem', id, owner: exerciseId, version, opened } as const
    try {
      const changed = await changedByEdit(tx, row, data, [timeColumns])
      await tx.agendaItem.update({ where, data: changed, select: { id: true } })
    } catch (error) {
      throw await conflictAsTyped(error, () => tx.agendaItem.findUniqueOrThrow({ where }), frame.timeZone)
    }
  },
  stale: pages,
})

export const removeAgendaItem = action({
  name: 'agenda_item.remove',
  input: removeAgendaItemSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx }, { itemId: id, ...owner }) => {
    const { count } = await tx.agendaItem.deleteMany({ where: { id, ...owner } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: pages,
})

function itemData(input: z.output<typeof addAgendaItemSchema>, frame: StartexFrame, now: Instant) {
  const { title, speaker, place, link } = input
  return { title, speaker, place, link, ...timesOf(input, frame, now) }
}
