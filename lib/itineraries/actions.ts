'use server'

import type { z } from 'zod'
import { action } from '@/lib/action'
import { readItem } from '@/lib/agendas/rules'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import { conflictsAsTyped, typedLength } from '@/lib/schedule/rules'
import { momentColumns, momentOf, type StartexFrame } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import { readMoments } from '@/lib/time-typed'
import type { Instant } from '@/lib/time-zones'
import { addLegSchema, editLegSchema, removeLegSchema } from './schema'

const pages = () => ['/exercises/[code]/schedule/activities/[activityId]/programme', '/me']

const startColumns = [
  'startAnchor',
  'startAt',
  'startDay',
  'startMinute',
  'startOffset',
  'startTimeZone',
  'durationSeconds',
] as const

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
      const changed = await changedByEdit(tx, row, data, [startColumns])
      await tx.leg.update({ where, data: changed, select: { id: true } })
    } catch (error) {
      if (!(error instanceof AppError) || !error.extra.conflicts) throw error
      const theirs = await tx.leg.findUniqueOrThrow({ where })
      const typed = {
        start: formatMoment(momentOf(theirs, 'start'), frame.timeZone),
        duration: typedLength({ durationSeconds: theirs.durationSeconds, days: null }),
      }
      throw new AppError(error.code, error.reason, {
        conflicts: conflictsAsTyped(error.extra.conflicts, typed),
      })
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
  const typed = { start: { text: input.start, choice: input.startChoice } }
  const { start } = readMoments(typed, { frame, timeZone: frame.timeZone, now })
  const read = readItem(start, input.duration)
  if (!read.ok) throw fieldRefusal(read.field, read.problem.reason)
  const { durationSeconds } = read
  return { fromPlace, toPlace, hosts, transport, note, ...momentColumns('start', start), durationSeconds }
}
