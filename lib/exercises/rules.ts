import { endOfMoment, type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'
import { type ExerciseStatus, exerciseStatuses } from './schema'

/** What the moments of an exercise are counted from. Its clock runs through from STARTEX. */
export function startexFrame(exercise: { startexAt: Instant; timeZone: string }): StartexFrame {
  return { startexAt: exercise.startexAt, timeZone: exercise.timeZone }
}

export function endexAt(exercise: { startexAt: Instant; endexOffset: number }): Instant {
  return exercise.startexAt + exercise.endexOffset * SECOND
}

/** ENDEX as typed, in seconds from STARTEX; a whole day ends with that day. A fraction of a second is dropped. */
export function endexOffsetOf(moment: Moment, frame: StartexFrame): number {
  const whole = moment.anchor === 'dday' && moment.minute === null
  const at = whole
    ? endOfMoment(moment, { durationSeconds: null, days: 1 }, frame)
    : resolveMoment(moment, frame).at
  return Math.floor((at - frame.startexAt) / SECOND)
}

const longest = 366 * 86_400

/** Play ends after it starts, and within a year. */
export function endexProblem(offset: number): string | null {
  if (offset <= 0) return 'endex_before_startex'
  return offset > longest ? 'endex_too_far' : null
}

/** An exercise goes one step on, or one step back where that step was a mistake. */
export function statusProblem(from: ExerciseStatus, to: ExerciseStatus): string | null {
  const step = exerciseStatuses.indexOf(to) - exerciseStatuses.indexOf(from)
  if (step === 0) return 'status_same'
  return Math.abs(step) === 1 ? null : 'status_one_step'
}

/** The statuses that may follow, the step on first. */
export function nextStatuses(from: ExerciseStatus): ExerciseStatus[] {
  return exerciseStatuses.filter(to => statusProblem(from, to) === null).reverse()
}
