'use server'

import type { z } from 'zod'
import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal, refuseIf } from '@/lib/errors'
import { startexFrame } from '@/lib/exercises/rules'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import { dateOf, momentColumns, type StartexFrame } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import { readMoments } from '@/lib/time-typed'
import type { Instant } from '@/lib/time-zones'
import { momentsOf } from './queries'
import { hasHappened, moveProblem, type PlannedMoment, pinned } from './rules'
import { moveStartexSchema } from './schema'

/**
 * Moves STARTEX: one update of the exercise, and nothing that is still to come is rewritten. What has already taken
 * place is kept, where asked, by making it the fixed moment it has become.
 */
export const moveStartex = action({
  name: 'exercise.move',
  input: moveStartexSchema,
  may: (actor, input) => can(actor, 'exercise.move', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId: id, timeZone } = input
    const from = await lockPlan(tx, id)
    const to = startexFrame({ timeZone, startexAt: readStartex(input, from, now) })
    const data = await changedByMove(tx, input, from, to)
    const { status } = await tx.exercise.findUniqueOrThrow({ where: { id }, select: { status: true } })
    refuseIf(moveProblem(status, from, data === null ? from : to))
    const kept = input.keepPast ? await keepPast(tx, id, from, now) : 0
    await tx.exercise.update({ where: { id }, data: data ?? {}, select: { id: true } })
    return { kept }
  },
  stale: () => [
    '/exercises',
    '/exercises/[code]',
    '/exercises/[code]/schedule',
    '/exercises/[code]/settings',
  ],
})

type Move = z.output<typeof moveStartexSchema>

/**
 * The columns that the move changes, or null for none. Time and zone are one: whoever moves from a preview that
 * another's move has made untrue is shown that first.
 */
async function changedByMove(
  tx: Tx,
  { exerciseId: id, version }: Move,
  from: StartexFrame,
  to: StartexFrame,
) {
  const { timeZone } = to
  const data = { startexAt: dateOf(to.startexAt), timeZone }
  const row = { table: 'Exercise', id, owner: id, version } as const
  try {
    const changed = await changedByEdit(tx, row, data, [['startexAt', 'timeZone']])
    return Object.keys(changed).length === 0 ? null : changed
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    const theirs = formatMoment(
      { anchor: 'fixed', at: from.startexAt, timeZone: from.timeZone },
      from.timeZone,
    )
    const conflicts = (error.extra.conflicts ?? []).map(conflict =>
      conflict.field === 'startexAt' ? { ...conflict, field: 'startex', theirs } : conflict,
    )
    throw new AppError(error.code, error.reason, { conflicts })
  }
}

function readStartex(input: Move, from: StartexFrame, now: Instant): Instant {
  const context = { frame: from, timeZone: input.timeZone, now }
  const { startex } = readMoments({ startex: { text: input.startex, choice: input.startexChoice } }, context)
  if (startex.anchor !== 'fixed') throw fieldRefusal('startex', 'startex_not_fixed')
  return startex.at
}

async function keepPast(tx: Tx, exerciseId: string, frame: StartexFrame, now: Instant): Promise<number> {
  const past = (await momentsOf(tx, exerciseId)).filter(row => hasHappened(row, frame, now))
  for (const row of past) await keep(tx, exerciseId, row, frame)
  return past.length
}

async function keep(tx: Tx, exerciseId: string, row: PlannedMoment, frame: StartexFrame): Promise<void> {
  const moment = pinned(row, frame)
  const { id, what } = row
  if (what === 'phase_start') {
    await tx.phase.update({ where: { id, exerciseId }, data: momentColumns('start', moment) })
  } else if (what === 'phase_end') {
    await tx.phase.update({ where: { id, exerciseId }, data: momentColumns('end', moment) })
  } else if (what === 'activity') {
    // A gate is kept as the instant at which it opened or shut, which lasts no day.
    const length = row.gate === null ? {} : { days: null }
    await tx.activity.update({
      where: { id, exerciseId },
      data: { ...momentColumns('start', moment), ...length },
    })
  } else if (what === 'agenda_item') {
    await tx.agendaItem.update({ where: { id, exerciseId }, data: momentColumns('start', moment) })
  } else if (what === 'leg') {
    await tx.leg.update({ where: { id, exerciseId }, data: momentColumns('start', moment) })
  } else if (what === 'rota_start') {
    await tx.rota.update({ where: { id, exerciseId }, data: momentColumns('start', moment) })
  } else if (what === 'rota_end') {
    await tx.rota.update({ where: { id, exerciseId }, data: momentColumns('end', moment) })
  } else if (what === 'shift') {
    await tx.shift.update({ where: { id, exerciseId }, data: momentColumns('start', moment) })
  } else if (what === 'sign_up_opens') {
    await tx.signUp.update({ where: { id, exerciseId }, data: momentColumns('opens', moment) })
  } else if (what === 'sign_up_closes') {
    await tx.signUp.update({ where: { id, exerciseId }, data: momentColumns('closes', moment) })
  } else if (row.gate !== null) {
    const [participationId = ''] = id.split('/')
    const key = { exerciseId, participationId, gate: row.gate }
    await tx.participationGate.update({
      where: { exerciseId_participationId_gate: key },
      data: momentColumns('start', moment),
    })
  }
}
