'use server'

import type { z } from 'zod'
import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal, refuseIf } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import { putCrewsOn, writeShifts } from '@/lib/shift-writes'
import { readMaking } from '@/lib/shifts/making/queries'
import { patternProblem } from '@/lib/shifts/pattern/rules'
import { readSeconds, shiftConflicts, shiftPages } from '@/lib/shifts/rules'
import { addRotaSchema, editRotaSchema, makeShiftsSchema, removeRotaSchema } from '@/lib/shifts/schema'
import { momentColumns, momentOf, type StartexFrame } from '@/lib/time'
import { formatDuration, formatMoment } from '@/lib/time-format'
import { readMoments } from '@/lib/time-typed'
import type { Instant } from '@/lib/time-zones'

/** Adds a watch rotation; its shifts are made from it when a planner says so. */
export const addRota = action({
  name: 'rota.add',
  input: addRotaSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId } = input
    const data = rotaData(input, await lockPlan(tx, exerciseId), now)
    return tx.rota.create({ data: { exerciseId, ...data }, select: { id: true } })
  },
  stale: shiftPages,
})

/** Changes what shifts are made from; those that there are stay until they are made anew. */
export const editRota = action({
  name: 'rota.edit',
  input: editRotaSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId, rotaId: id, version, opened } = input
    const frame = await lockPlan(tx, exerciseId)
    const data = rotaData(input, frame, now)
    const stranded = await tx.crewMember.count({
      where: { exerciseId, rotaId: id, crew: { gt: data.crews } },
    })
    if (stranded > 0) throw fieldRefusal('crews', 'crew_has_people', { count: stranded })
    const row = { table: 'Rota', id, owner: exerciseId, version, opened } as const
    try {
      const changed = await changedByEdit(tx, row, data, together)
      await tx.rota.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
    } catch (error) {
      if (!(error instanceof AppError) || !error.extra.conflicts) throw error
      const rota = await tx.rota.findUniqueOrThrow({ where: { id, exerciseId } })
      const typed = {
        start: formatMoment(momentOf(rota, 'start'), frame.timeZone),
        end: formatMoment(momentOf(rota, 'end'), frame.timeZone),
        length: formatDuration(rota.lengthSeconds, 'en'),
        handover: formatDuration(rota.handoverSeconds, 'en'),
      }
      throw new AppError(error.code, error.reason, {
        conflicts: shiftConflicts(error.extra.conflicts, typed),
      })
    }
  },
  stale: shiftPages,
})

/** Takes a rota and its crews away; its shifts go too, or stay each alone with whoever stands it. */
export const removeRota = action({
  name: 'rota.remove',
  input: removeRotaSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx }, { exerciseId, rotaId: id, withShifts }) => {
    await lockPlan(tx, exerciseId)
    if (withShifts) await tx.shift.deleteMany({ where: { exerciseId, rotaId: id } })
    const { count } = await tx.rota.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: shiftPages,
})

/**
 * Makes a rota's shifts over its span, with their crews on them. What it does to those that there are has been shown in
 * numbers; where these are no longer so (another planner, or the same from another window), nothing is done.
 */
export const makeShifts = action({
  name: 'rota.make',
  input: makeShiftsSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, { exerciseId, rotaId, afresh, expects }) => {
    const frame = await lockPlan(tx, exerciseId)
    const found = await readMaking(tx, exerciseId, rotaId, { frame, now })
    if (!found) throw new AppError('not_found', 'not_found')
    refuseIf(found.problem?.reason ?? null)
    const { make, remove, relength, resize, lost } = found.making(afresh)
    const asShown = expects.make === make.length && expects.remove === remove.length && expects.lost === lost
    if (!asShown) throw new AppError('conflict', 'shifts_changed_meanwhile')
    await tx.shift.deleteMany({ where: { exerciseId, id: { in: remove.map(shift => shift.id) } } })
    // They are as the rota makes them still, and so it is their next version that is made.
    await tx.$executeRaw`
      UPDATE "Shift" SET "places" = ${found.rota.places}, "madeVersion" = "version" + 1
       WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${resize.map(shift => shift.id)}::uuid[])`
    await tx.$executeRaw`
      UPDATE "Shift" s SET "durationSeconds" = n."seconds", "places" = ${found.rota.places}, "madeVersion" = s."version" + 1
        FROM unnest(${relength.map(({ id }) => id)}::uuid[], ${relength.map(one => one.durationSeconds)}::int[]) AS n("id", "seconds")
       WHERE s."exerciseId" = ${exerciseId}::uuid AND s."id" = n."id"`
    const made = await writeShifts(tx, exerciseId, found.rota, make)
    const put = await putCrewsOn(tx, exerciseId, made)
    return { made: make.length, removed: remove.length, put }
  },
  stale: shiftPages,
})

/** A pattern is only right as a whole. */
const together = [
  [
    ...(['startAnchor', 'startAt', 'startDay', 'startMinute', 'startOffset', 'startTimeZone'] as const),
    ...(['endAnchor', 'endAt', 'endDay', 'endMinute', 'endOffset', 'endTimeZone'] as const),
    ...(['lengthSeconds', 'handoverSeconds'] as const),
  ],
] as const

function rotaData(input: z.output<typeof addRotaSchema>, frame: StartexFrame, now: Instant) {
  const { name, teamId, roleId, phaseId, crews, places } = input
  const typed = {
    start: { text: input.start, choice: input.startChoice },
    end: { text: input.end, choice: input.endChoice },
  }
  const { start, end } = readMoments(typed, { frame, timeZone: frame.timeZone, now })
  const lengthSeconds = secondsOf('length', input.length)
  const handoverSeconds = input.handover === '' ? 0 : secondsOf('handover', input.handover)
  const problem = patternProblem({ start, end, lengthSeconds, handoverSeconds, crews }, frame)
  if (problem) throw fieldRefusal(problem.field, problem.reason)
  const words = { name, teamId, roleId, phaseId, crews, places, lengthSeconds, handoverSeconds }
  return { ...words, ...momentColumns('start', start), ...momentColumns('end', end) }
}

function secondsOf(field: string, text: string): number {
  const read = readSeconds(text)
  if (!read.ok) throw fieldRefusal(field, read.reason)
  return read.seconds
}
