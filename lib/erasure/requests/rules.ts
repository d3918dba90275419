import type { RegistrationState } from '@/lib/registrations/rules'
import type { Instant } from '@/lib/time-zones'

/** Who still takes part gives the place back before the name goes; once play has begun the counts are what happened.
 * Whoever waits leaves the line at any time: it would keep somebody who can never come in. */
export function leavesFirst(state: RegistrationState, startexAt: Instant, now: Instant): boolean {
  return state === 'waitlisted' || (now < startexAt && ['submitted', 'endorsed', 'confirmed'].includes(state))
}
