import { AppError, fieldRefusal } from '@/lib/errors'
import { conflictsAsTyped, typedLength } from '@/lib/schedule/rules'
import { type MomentColumns, momentColumns, momentOf, type StartexFrame } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import { readMoments, type TypedMoment } from '@/lib/time-typed'
import type { Instant } from '@/lib/time-zones'
import { readItem } from '../rules'

/** A moment and a length, which are edited as one. */
export const timeColumns = [
  'startAnchor',
  'startAt',
  'startDay',
  'startMinute',
  'startOffset',
  'startTimeZone',
  'durationSeconds',
] as const

type Typed = { start: string; startChoice: TypedMoment['choice']; duration: string }

/** When a point of a programme or a leg of an itinerary is, as it is kept. Throws `invalid` beside a field that says no time. */
export function timesOf(
  { start: text, startChoice: choice, duration }: Typed,
  frame: StartexFrame,
  now: Instant,
) {
  const { start } = readMoments({ start: { text, choice } }, { frame, timeZone: frame.timeZone, now })
  const read = readItem(start, duration)
  if (!read.ok) throw fieldRefusal(read.field, read.problem.reason)
  return { ...momentColumns('start', start), durationSeconds: read.durationSeconds }
}

type Timed = MomentColumns<'start'> & { durationSeconds: number | null }

/** What was thrown; where that is a conflict, with their times as they would be typed. */
export async function conflictAsTyped(
  error: unknown,
  readTheirs: () => Promise<Timed>,
  timeZone: string,
): Promise<unknown> {
  if (!(error instanceof AppError) || !error.extra.conflicts) return error
  const theirs = await readTheirs()
  const typed = {
    start: formatMoment(momentOf(theirs, 'start'), timeZone),
    duration: typedLength({ durationSeconds: theirs.durationSeconds, days: null }),
  }
  return new AppError(error.code, error.reason, {
    conflicts: conflictsAsTyped(error.extra.conflicts, typed),
  })
}
