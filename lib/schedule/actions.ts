'use server'

import type { z } from 'zod'
import { action } from '@/lib/action'
import { lockLine } from '@/lib/attendance-line'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal, refuseIf } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import type { Gate } from '@/lib/schedule/kinds/rules'
import { type Moment, momentColumns, momentOf, type StartexFrame } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import { readMoments } from '@/lib/time-typed'
import type { Instant } from '@/lib/time-zones'
import {
  conflictsAsTyped,
  gateMoments,
  gateProblem,
  phaseProblem,
  readLength,
  typedLength,
  windowProblem,
} from './rules'
import {
  addActivitySchema,
  addPhaseSchema,
  editActivitySchema,
  editPhaseSchema,
  removeActivitySchema,
  removePhaseSchema,
} from './schema'

const schedulePages = () => ['/exercises/[code]', '/exercises/[code]/schedule', '/exercises/[code]/timeline']

const startColumns = [
  'startAnchor',
  'startAt',
  'startDay',
  'startMinute',
  'startOffset',
  'startTimeZone',
] as const
const endColumns = ['endAnchor', 'endAt', 'endDay', 'endMinute', 'endOffset', 'endTimeZone'] as const

/** Adds a stretch of the exercise's arc. */
export const addPhase = action({
  name: 'phase.add',
  input: addPhaseSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId } = input
    const data = phaseData(input, await lockPlan(tx, exerciseId), now)
    const position = await tx.phase.count({ where: { exerciseId } })
    return tx.phase.create({ data: { exerciseId, position, ...data }, select: { id: true } })
  },
  stale: schedulePages,
})

export const editPhase = action({
  name: 'phase.edit',
  input: editPhaseSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId, phaseId: id, version, opened } = input
    const frame = await lockPlan(tx, exerciseId)
    const data = phaseData(input, frame, now)
    const row = { table: 'Phase', id, owner: exerciseId, version, opened } as const
    const theirs = async () => {
      const phase = await tx.phase.findUniqueOrThrow({ where: { id, exerciseId } })
      return {
        start: formatMoment(momentOf(phase, 'start'), frame.timeZone),
        end: formatMoment(momentOf(phase, 'end'), frame.timeZone),
      }
    }
    const changed = await asTyped(changedByEdit(tx, row, data, [[...startColumns, ...endColumns]]), theirs)
    await tx.phase.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
  },
  stale: schedulePages,
})

/** Takes a phase away; its activities stay, without a phase. */
export const removePhase = action({
  name: 'phase.remove',
  input: removePhaseSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx }, { exerciseId, phaseId: id }) => {
    const { count } = await tx.phase.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: schedulePages,
})

/** Adds a conference, a deadline, a visit: anything with a moment. */
export const addActivity = action({
  name: 'activity.add',
  input: addActivitySchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId } = input
    const frame = await lockPlan(tx, exerciseId)
    const { start, data } = activityData(input, frame, now)
    await checkWindow(tx, exerciseId, { id: null, gate: input.gate, start }, frame)
    return tx.activity.create({ data: { exerciseId, ...data }, select: { id: true } })
  },
  stale: schedulePages,
})

export const editActivity = action({
  name: 'activity.edit',
  input: editActivitySchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId, activityId: id, version, opened, gate } = input
    const frame = await lockPlan(tx, exerciseId)
    const { start, data } = activityData(input, frame, now)
    const row = { table: 'Activity', id, owner: exerciseId, version, opened } as const
    const theirs = async () => {
      const activity = await tx.activity.findUniqueOrThrow({ where: { id, exerciseId } })
      return {
        start: formatMoment(momentOf(activity, 'start'), frame.timeZone),
        duration: typedLength(activity),
      }
    }
    // Gate, kind and moment are one: each is only right beside the others.
    const together = [[...startColumns, 'durationSeconds', 'days', 'gate', 'kind']] as const
    const changed = await asTyped(changedByEdit(tx, row, data, together), theirs)
    await checkWindow(tx, exerciseId, { id, gate, start }, frame)
    await tx.activity.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
  },
  stale: schedulePages,
})

/** Takes an activity away, with its sign-up, programme and itinerary; not while somebody counts on it. */
export const removeActivity = action({
  name: 'activity.remove',
  input: removeActivitySchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx }, { exerciseId, activityId: id }) => {
    await lockLine(tx, { exerciseId, activityId: id })
    const coming = await tx.attendance.count({
      where: { exerciseId, activityId: id, state: { not: 'cancelled' } },
    })
    refuseIf(coming > 0 ? 'people_signed_up' : null, { count: coming })
    const { count } = await tx.activity.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: schedulePages,
})

function phaseData(input: z.output<typeof addPhaseSchema>, frame: StartexFrame, now: Instant) {
  const { name, audience } = input
  const typed = {
    start: { text: input.start, choice: input.startChoice },
    end: { text: input.end, choice: input.endChoice },
  }
  const moments = readMoments(typed, { frame, timeZone: frame.timeZone, now })
  const problem = phaseProblem(moments, frame)
  if (problem) throw fieldRefusal('end', problem)
  return { name, audience, ...momentColumns('start', moments.start), ...momentColumns('end', moments.end) }
}

function activityData(input: z.output<typeof addActivitySchema>, frame: StartexFrame, now: Instant) {
  const { title, kind, audience, gate, description, place, link, phaseId, teamId } = input
  const typed = { start: { text: input.start, choice: input.startChoice } }
  const { start } = readMoments(typed, { frame, timeZone: frame.timeZone, now })
  const read = readLength(input.duration, start)
  if (!read.ok) throw fieldRefusal('duration', read.reason)
  const problem = gateProblem(gate, kind, start, read.length)
  if (problem) throw fieldRefusal(problem === 'gate_has_no_length' ? 'duration' : 'gate', problem)
  const words = { title, kind, audience, gate, description, place, link, phaseId, teamId }
  return { start, data: { ...words, ...momentColumns('start', start), ...read.length } }
}

async function checkWindow(
  tx: Tx,
  exerciseId: string,
  mine: { id: string | null; gate: Gate | null; start: Moment },
  frame: StartexFrame,
): Promise<void> {
  if (mine.gate === null) return
  const rows = await tx.activity.findMany({
    where: { exerciseId, gate: { not: null }, ...(mine.id ? { id: { not: mine.id } } : {}) },
  })
  const problem = windowProblem([{ gate: mine.gate, moment: mine.start }, ...gateMoments(rows)], frame)
  if (problem) throw fieldRefusal('start', problem)
}

async function asTyped<T>(edit: Promise<T>, theirs: () => Promise<Record<string, string>>): Promise<T> {
  try {
    return await edit
  } catch (error) {
    if (!(error instanceof AppError) || !error.extra.conflicts) throw error
    const conflicts = conflictsAsTyped(error.extra.conflicts, await theirs())
    throw new AppError(error.code, error.reason, { conflicts })
  }
}
