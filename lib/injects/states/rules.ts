import type { InjectState } from '../rules'

/** Who may do what to the state of an inject: whoever approves the scenario, its reviewer, or any planner. */
type Judge = { approves: boolean; reviews: boolean }

const order: readonly InjectState[] = ['draft', 'review', 'approved', 'synchronised']

/**
 * Why an inject may not go from one state to another: one step forward at a time, back to any earlier one with a
 * reason. Approving and synchronising are for whoever approves, approving also for the inject's own reviewer.
 */
export function stateProblem(
  inject: { state: InjectState; title: string },
  to: InjectState,
  reason: string,
  { approves, reviews }: Judge,
): string | null {
  const steps = order.indexOf(to) - order.indexOf(inject.state)
  if (steps === 0) return 'inject_state_already'
  if (steps > 1) return 'inject_state_step'
  const agreed = (state: InjectState) => state === 'approved' || state === 'synchronised'
  const allowed = approves || (reviews && to !== 'synchronised' && inject.state !== 'synchronised')
  if ((agreed(to) || agreed(inject.state)) && !allowed) return 'inject_state_not_yours'
  if (steps < 0 && reason === '') return 'inject_state_reason'
  return agreed(to) && inject.title === '' ? 'inject_without_title' : null
}
