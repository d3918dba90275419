'use server'

import type { z } from 'zod'
import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, type ConflictDetail } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import { readPlan } from '@/lib/schedule/plan/rules'
import { seriesFor } from '@/lib/series'
import { startingKinds } from '@/lib/teams/rules'
import { dateOf, type StartexFrame } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { endexAt, startexFrame, statusProblem } from './rules'
import { createExerciseSchema, editExerciseSchema, setStatusSchema } from './schema'
import { readEndex, readStartex } from './typed/rules'

const exercisePages = () => ['/exercises', '/exercises/[code]', '/exercises/[code]/settings']

type NewExercise = z.output<typeof createExerciseSchema>

/** Makes an exercise with its first team kinds and the rows of the milestone template that were kept. */
export const createExercise = action({
  name: 'exercise.create',
  input: createExerciseSchema,
  may: (actor, input) => can(actor, 'exercise.create', input),
  run: async ({ tx, now }, input) => {
    const { programmeId, code, name, venue, timeZone, tlp, summary } = input
    const { startexAt, endexOffset, frame } = readTimes(input, now)
    const plan = readPlan(input, frame, now)
    const seriesId = await seriesFor(tx, input)
    const { id: exerciseId } = await tx.exercise.create({
      data: {
        ...{ programmeId, seriesId, code, name, venue, timeZone, tlp, summary, endexOffset },
        startexAt: dateOf(startexAt),
      },
      select: { id: true },
    })
    const kinds = startingKinds.map((kind, position) => ({ ...kind, exerciseId, position }))
    await tx.teamKind.createMany({ data: kinds })
    await writePlan(tx, exerciseId, plan)
    return { exerciseId, programmeId, code }
  },
  stale: () => ['/exercises'],
})

export const editExercise = action({
  name: 'exercise.edit',
  input: editExerciseSchema,
  may: (actor, input) => can(actor, 'exercise.edit', input),
  run: async ({ tx, now }, input) => {
    const {
      exerciseId: id,
      version,
      opened,
      name,
      venue,
      tlp,
      summary,
      lateRegistration,
      reminderDays,
    } = input
    const current = await lockPlan(tx, id)
    // ENDEX was typed beside the STARTEX that the form showed, which may have moved since.
    const frame = startexFrame({ timeZone: current.timeZone, startexAt: input.startexAt })
    const endexOffset = readEndex(endexIn(input), frame, now)
    const data = { name, venue, tlp, summary, lateRegistration, reminderDays, endexOffset }
    const row = { table: 'Exercise', id, owner: id, version, opened } as const
    const changed = await changedByEdit(tx, row, data).catch(error => {
      throw endexAsTyped(error, frame)
    })
    if (changed.endexOffset !== undefined && current.startexAt !== input.startexAt)
      throw new AppError('conflict', 'startex_moved_meanwhile')
    await tx.exercise.update({ where: { id }, data: changed, select: { id: true } })
  },
  stale: exercisePages,
})

/** One step on, or one back. Said from which status, so that two who step at once do not step twice. */
export const setStatus = action({
  name: 'exercise.status',
  input: setStatusSchema,
  may: (actor, input) => can(actor, 'exercise.edit', input),
  run: async ({ tx }, { exerciseId: id, from, to }) => {
    const problem = statusProblem(from, to)
    if (problem) throw new AppError('refused', problem)
    const { count } = await tx.exercise.updateMany({ where: { id, status: from }, data: { status: to } })
    if (count === 1) return
    const current = await tx.exercise.findUnique({ where: { id }, select: { status: true } })
    if (!current) throw new AppError('not_found', 'not_found')
    throw new AppError('conflict', 'status_changed_meanwhile')
  },
  stale: exercisePages,
})

function readTimes(input: NewExercise, now: Instant) {
  const { timeZone, startex, startexChoice } = input
  // Until it is read, STARTEX stands at now: a DTG's century and nothing else depends on it.
  const startexAt = readStartex({ text: startex, choice: startexChoice }, { startexAt: now, timeZone }, now)
  const frame = startexFrame({ startexAt, timeZone })
  return { startexAt, endexOffset: readEndex(endexIn(input), frame, now), frame }
}

const endexIn = ({ endex, endexChoice }: Pick<NewExercise, 'endex' | 'endexChoice'>) => ({
  text: endex,
  choice: endexChoice,
})

async function writePlan(tx: Tx, exerciseId: string, plan: ReturnType<typeof readPlan>): Promise<void> {
  const rows = plan.phases.map(({ key: _, ...phase }, position) => ({ ...phase, exerciseId, position }))
  const made = await tx.phase.createManyAndReturn({ data: rows, select: { id: true, name: true } })
  const ids = new Map(plan.phases.map(({ key, name }) => [key, made.find(phase => phase.name === name)?.id]))
  await tx.activity.createMany({
    data: plan.activities.map(({ phase, ...activity }) => ({
      ...activity,
      exerciseId,
      phaseId: ids.get(phase) ?? null,
    })),
  })
}

/** A conflict over ENDEX reads as it is typed. */
function endexAsTyped(error: unknown, frame: StartexFrame): unknown {
  if (!(error instanceof AppError) || !error.extra.conflicts) return error
  const conflicts = error.extra.conflicts.map((conflict): ConflictDetail => {
    if (conflict.field !== 'endexOffset') return conflict
    const at = endexAt({ startexAt: frame.startexAt, endexOffset: Number(conflict.theirs) })
    const theirs = formatMoment({ anchor: 'fixed', at, timeZone: frame.timeZone }, frame.timeZone)
    return { ...conflict, field: 'endex', theirs }
  })
  return new AppError(error.code, error.reason, { conflicts })
}
