import { endOfMoment, type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'

export type Pattern = {
  start: Moment
  end: Moment
  /** of one shift, its hand-over included */
  lengthSeconds: number
  /** how long two shifts stand side by side */
  handoverSeconds: number
  /** crews that take turns */
  crews: number
}

export type PlannedShift = {
  start: Moment
  startAt: Instant
  durationSeconds: number
  /** 1 is crew A */
  crew: number
}

/** More than a year of watches of two hours. */
export const mostShifts = 5000

const DAY_MINUTES = 1440

/** From when to when; a whole day at the end is covered to its end. */
export function spanOf({ start, end }: Pick<Pattern, 'start' | 'end'>, frame: StartexFrame) {
  const whole = end.anchor === 'dday' && end.minute === null
  return {
    startAt: resolveMoment(start, frame).at,
    endAt: whole ? endOfMoment(end, { durationSeconds: null, days: 1 }, frame) : resolveMoment(end, frame).at,
  }
}

/** Why a rota cannot be made, or null. A D-day time has no seconds, so neither has what is counted from it. */
export function patternProblem(
  pattern: Pattern,
  frame: StartexFrame,
): { field: 'end' | 'length' | 'handover'; reason: string } | null {
  const { lengthSeconds, handoverSeconds } = pattern
  if (lengthSeconds < 900 || lengthSeconds > 172_800)
    return { field: 'length', reason: 'shift_length_between' }
  if (lengthSeconds % 60 !== 0) return { field: 'length', reason: 'whole_minutes_only' }
  if (handoverSeconds % 60 !== 0) return { field: 'handover', reason: 'whole_minutes_only' }
  if (handoverSeconds * 2 > lengthSeconds) return { field: 'handover', reason: 'handover_too_long' }
  const { startAt, endAt } = spanOf(pattern, frame)
  if (endAt - startAt < 60 * SECOND) return { field: 'end', reason: 'end_before_start' }
  const step = lengthSeconds - handoverSeconds
  return (endAt - startAt) / SECOND / step > mostShifts ? { field: 'end', reason: 'too_many_shifts' } : null
}

/**
 * The shifts of a rota: each begins `length − handover` after the one before, crews take turns, the last ends with the
 * span. They are counted as the rota's start is. From a D-day it is wall times that repeat, so that the watch changes at
 * 08:00 whatever the clocks do, and the night in which they change has a watch an hour shorter or longer: people come by
 * the clock on the wall. From a T-time or a date it is hours. Either way two shifts stand side by side for exactly the
 * hand-over; where a change of clocks leaves less than that between two starts, the second is passed over.
 */
export function shiftsOf(pattern: Pattern, frame: StartexFrame): PlannedShift[] {
  const { endAt } = spanOf(pattern, frame)
  const handover = pattern.handoverSeconds * SECOND
  const starts: { start: Moment; startAt: Instant }[] = []
  for (let n = 0; n <= mostShifts; n++) {
    const start = later(pattern.start, n * (pattern.lengthSeconds - pattern.handoverSeconds))
    const startAt = resolveMoment(start, frame).at
    const last = starts.at(-1)
    // What is left is no longer than a hand-over: the shift before stands it.
    if (startAt >= endAt || (last && endAt - startAt <= handover)) break
    if (last && (startAt <= last.startAt || startAt - last.startAt < handover)) continue
    starts.push({ start, startAt })
  }
  return starts.map(({ start, startAt }, i) => {
    const next = starts[i + 1]
    const until = next ? next.startAt + handover : endAt
    return { start, startAt, durationSeconds: (until - startAt) / SECOND, crew: (i % pattern.crews) + 1 }
  })
}

/** The moment so many seconds on, by its own count: of the exercise clock, of real time, or of the clock on the wall. */
function later(moment: Moment, seconds: number): Moment {
  if (moment.anchor === 'ttime') return { ...moment, offset: moment.offset + seconds }
  if (moment.anchor === 'fixed') return { ...moment, at: moment.at + seconds * SECOND }
  const minutes = (moment.minute ?? 0) + seconds / 60
  const days = Math.floor(minutes / DAY_MINUTES)
  return { ...moment, day: moment.day + days, minute: minutes - days * DAY_MINUTES }
}
