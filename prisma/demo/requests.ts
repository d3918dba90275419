import { dateOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { Exercise } from '../client/client'
import { type Making, put } from './world'

const notes = [
  'I leave the ministry at the end of the month and will not come.',
  '',
  'Please take my second address out. If that cannot be done, take all of it.',
]

/** Some people ask that their data go: the registrar has a queue to answer. */
export function addDeletionRequests({ world, random, dates }: Making, exercise: Exercise): void {
  const people = world.Registration.filter(
    row => row.exerciseId === exercise.id && ['submitted', 'confirmed', 'declined'].includes(row.state),
  )
  for (const [n, note] of notes.entries()) {
    const row = people[(n + 1) * 97]
    if (!row) continue
    put(world.DeletionRequest, {
      id: random.id(),
      exerciseId: exercise.id,
      registrationId: row.id,
      askedAt: dateOf(dates.now - (n + 1) * 2 * DAY),
      note,
      ...{ decidedAt: null, decidedById: null, granted: null, answer: '' },
    })
  }
}
