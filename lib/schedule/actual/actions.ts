'use server'

import type { z } from 'zod'
import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import { dateOf, resolveMoment, type StartexFrame } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import { readMoments, type TypedMoment } from '@/lib/time-typed'
import type { Instant } from '@/lib/time-zones'
import { actualProblem } from './rules'
import { noteActualSchema } from './schema'

/** Notes when a phase or an activity really began and ended; the plan stays as it was. */
export const noteActual = action({
  name: 'schedule.actual',
  input: noteActualSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId, of, id, version, opened } = input
    const frame = await lockPlan(tx, exerciseId)
    const actual = readActual(input, frame, now)
    const problem = actualProblem(actual, now)
    if (problem) throw fieldRefusal(problem.field, problem.reason)
    const row = {
      table: of === 'phase' ? 'Phase' : 'Activity',
      id,
      owner: exerciseId,
      version,
      opened,
    } as const
    const { beganAt, endedAt } = actual
    const data = {
      beganAt: beganAt === null ? null : dateOf(beganAt),
      endedAt: endedAt === null ? null : dateOf(endedAt),
    }
    const changed = await changedByEdit(tx, row, data, [['beganAt', 'endedAt']]).catch(error => {
      throw asTyped(error, frame)
    })
    const where = { id, exerciseId }
    if (of === 'phase') await tx.phase.update({ where, data: changed, select: { id: true } })
    else await tx.activity.update({ where, data: changed, select: { id: true } })
  },
  stale: () => ['/exercises/[code]', '/exercises/[code]/schedule', '/exercises/[code]/timeline'],
})

function readActual(input: z.output<typeof noteActualSchema>, frame: StartexFrame, now: Instant) {
  const typed: Record<string, TypedMoment> = {}
  if (input.began !== '') typed.began = { text: input.began, choice: input.beganChoice }
  if (input.ended !== '') typed.ended = { text: input.ended, choice: input.endedChoice }
  const { began, ended } = readMoments(typed, { frame, timeZone: frame.timeZone, now })
  return {
    beganAt: began ? resolveMoment(began, frame).at : null,
    endedAt: ended ? resolveMoment(ended, frame).at : null,
  }
}

/** A conflict over what happened reads as it is typed. */
function asTyped(error: unknown, { timeZone }: StartexFrame): unknown {
  if (!(error instanceof AppError) || !error.extra.conflicts) return error
  const fields: Record<string, string> = { beganAt: 'began', endedAt: 'ended' }
  const conflicts = error.extra.conflicts.map(conflict => {
    const at = Date.parse(String(conflict.theirs))
    const theirs = Number.isNaN(at) ? '' : formatMoment({ anchor: 'fixed', at, timeZone }, timeZone)
    return { ...conflict, field: fields[conflict.field] ?? conflict.field, theirs }
  })
  return new AppError(error.code, error.reason, { conflicts })
}
