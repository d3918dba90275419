'use server'

import { action, type Write } from '@/lib/action'
import { AppError, refuseIf } from '@/lib/errors'
import { moveState } from '@/lib/places'
import { can } from '@/lib/policy'
import { dateOf, instantOf } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import { type RegistrationState, transitionProblem } from '../rules'
import { arrivalAt } from './rules'
import { checkInSchema, undoCheckInSchema } from './schema'

/** Whoever was checked in at another desk meanwhile stays so, at the time of that desk; returns it. */
export const checkIn = action({
  name: 'registration.check_in',
  input: checkInSchema,
  may: (actor, input) => can(actor, 'registration.decide', input),
  async run(write, { exerciseId, registrationId, seenAt }) {
    const at = arrivalAt(seenAt, write.now)
    const before = await move(write, { exerciseId, registrationId }, ['confirmed'], 'checked_in', at)
    if (before.state !== 'checked_in')
      refuseIf(transitionProblem(before.state, 'checked_in', 'organiser'), {
        count: 1,
        of: 1,
        to: 'checked_in',
      })
    return { arrivedAt: before.state === 'checked_in' ? before.stateAt : at }
  },
  // Desks keep their own lists and ask for news: drawing theirs anew would send thousands of people at every press.
  stale: 'none',
})

/** Takes a check-in back: somebody pressed the wrong line. */
export const undoCheckIn = action({
  name: 'registration.undo_check_in',
  input: undoCheckInSchema,
  may: (actor, input) => can(actor, 'registration.decide', input),
  async run(write, ids) {
    const before = await move(write, ids, ['checked_in'], 'confirmed', write.now)
    if (before.state !== 'confirmed')
      refuseIf(transitionProblem(before.state, 'confirmed', 'organiser'), {
        count: 1,
        of: 1,
        to: 'confirmed',
      })
    return { arrivedAt: null }
  },
  stale: 'none',
})

type Ids = { exerciseId: string; registrationId: string }

/** Place and seat stay as they are: whoever is confirmed holds both. Returns what was before. */
async function move(
  { tx }: Write,
  { exerciseId, registrationId }: Ids,
  from: readonly RegistrationState[],
  to: RegistrationState,
  at: Instant,
) {
  const where = { id: registrationId, exerciseId }
  const move = { exerciseId, participationId: null, ids: [registrationId], from, to, at: dateOf(at) }
  // Locks the row, so that what is read next is what two desks at once leave behind.
  const { people } = await moveState(tx, move)
  const [before] = people
  if (!before) throw new AppError('not_found', 'not_found')
  const now = await tx.registration.findFirstOrThrow({ where, select: { stateAt: true } })
  return { state: before.state, stateAt: instantOf(now.stateAt) }
}
