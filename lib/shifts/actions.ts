'use server'

import type { z } from 'zod'
import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import { putCrewsOn } from '@/lib/shift-writes'
import { momentColumns, momentOf, type StartexFrame } from '@/lib/time'
import { formatDuration, formatMoment } from '@/lib/time-format'
import { readMoments } from '@/lib/time-typed'
import type { Instant } from '@/lib/time-zones'
import { readSeconds, shiftConflicts, shiftLengthProblem, shiftPages } from './rules'
import { addShiftSchema, editShiftSchema, removeShiftSchema } from './schema'

/** Adds one shift, to a rota (its crew stands it) or to a team alone. */
export const addShift = action({
  name: 'shift.add',
  input: addShiftSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId, rotaId } = input
    const data = shiftData(input, await lockPlan(tx, exerciseId), now)
    const teamId = rotaId === null ? input.teamId : await teamOf(tx, exerciseId, rotaId, data.crew)
    const shift = await tx.shift.create({
      data: { exerciseId, rotaId, teamId, ...data },
      select: { id: true },
    })
    const put = await putCrewsOn(tx, exerciseId, [shift.id])
    return { id: shift.id, put }
  },
  stale: shiftPages,
})

/** Changes one shift; who stands it stays. */
export const editShift = action({
  name: 'shift.edit',
  input: editShiftSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId, shiftId: id, version, opened } = input
    const frame = await lockPlan(tx, exerciseId)
    const data = shiftData(input, frame, now)
    const { rotaId } = await shiftOf(tx, exerciseId, id)
    if (rotaId !== null) await teamOf(tx, exerciseId, rotaId, data.crew)
    const row = { table: 'Shift', id, owner: exerciseId, version, opened } as const
    try {
      const changed = await changedByEdit(tx, row, data, together)
      await tx.shift.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
    } catch (error) {
      if (!(error instanceof AppError) || !error.extra.conflicts) throw error
      const shift = await tx.shift.findUniqueOrThrow({ where: { id, exerciseId } })
      const typed = {
        start: formatMoment(momentOf(shift, 'start'), frame.timeZone),
        duration: formatDuration(shift.durationSeconds, 'en'),
      }
      throw new AppError(error.code, error.reason, {
        conflicts: shiftConflicts(error.extra.conflicts, typed),
      })
    }
  },
  stale: shiftPages,
})

/** Takes a shift away, with who stood it. */
export const removeShift = action({
  name: 'shift.remove',
  input: removeShiftSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx }, { exerciseId, shiftId: id }) => {
    await lockPlan(tx, exerciseId)
    const { count } = await tx.shift.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: shiftPages,
})

const together = [
  ['startAnchor', 'startAt', 'startDay', 'startMinute', 'startOffset', 'startTimeZone', 'durationSeconds'],
] as const

async function shiftOf(tx: Tx, exerciseId: string, id: string) {
  const shift = await tx.shift.findUnique({ where: { id, exerciseId }, select: { rotaId: true } })
  if (!shift) throw new AppError('not_found', 'not_found')
  return shift
}

/** The team of a rota; refuses a crew that it does not have. */
async function teamOf(tx: Tx, exerciseId: string, id: string, crew: number | null): Promise<string> {
  const rota = await tx.rota.findUnique({
    where: { id, exerciseId },
    select: { teamId: true, crews: true },
  })
  if (!rota) throw new AppError('not_found', 'not_found')
  if (crew !== null && crew > rota.crews) throw fieldRefusal('crew', 'no_such_crew')
  return rota.teamId
}

type ShiftInput = Pick<
  z.output<typeof addShiftSchema>,
  'title' | 'roleId' | 'crew' | 'places' | 'note' | 'start' | 'startChoice' | 'duration'
>

function shiftData(input: ShiftInput, frame: StartexFrame, now: Instant) {
  const { title, roleId, crew, places, note } = input
  const typed = { start: { text: input.start, choice: input.startChoice } }
  const { start } = readMoments(typed, { frame, timeZone: frame.timeZone, now })
  const read = readSeconds(input.duration)
  if (!read.ok) throw fieldRefusal('duration', read.reason)
  const problem = shiftLengthProblem(read.seconds)
  if (problem) throw fieldRefusal('duration', problem)
  const words = { title, roleId, crew, places, note, durationSeconds: read.seconds }
  return { ...words, ...momentColumns('start', start) }
}
