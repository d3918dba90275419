import type { StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import type { Gathering, Moved, Stays } from '../gathering/rules'
import type { PlanIndex } from '../plan/rules'

/** What a move sets of the exercise itself. */
export type ExerciseMove = { startexAt: Instant; timeZone: string; endexOffset: number }

/**
 * What a move does to the plan. `frame`: what moments are counted from once it is done. `made`: copies, each as its
 * original would be. `problem`: why it cannot be.
 */
export type Outcome = {
  exercise: ExerciseMove | null
  frame: StartexFrame
  moved: readonly Moved[]
  made: readonly Moved[]
  stays: readonly Stays[]
  problem: string | null
}

/** What was gathered, in a plan whose STARTEX and home stay. */
export function gathered(into: Gathering, exercise: ExerciseMove | null = null): Outcome {
  const moved = [...into.moved.values()]
  return {
    ...{ exercise, frame: into.plan.frame, moved, made: [], stays: [...into.stays.values()] },
    problem: moved.length === 0 && exercise === null ? 'nothing_moves' : null,
  }
}

/** An operation that cannot be, and why. */
export function impossible(plan: PlanIndex, problem: string): Outcome {
  return { exercise: null, frame: plan.frame, moved: [], made: [], stays: [], problem }
}
