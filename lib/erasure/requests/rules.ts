import type { RegistrationState } from '@/lib/registrations/rules'
import type { Instant } from '@/lib/time-zones'

/** Who still takes part gives the place back before the name goes; once play has begun the counts are what happened. */
export function leavesFirst(state: RegistrationState, startexAt: Instant, now: Instant): boolean {
  return now < startexAt && ['submitted', 'endorsed', 'waitlisted', 'confirmed'].includes(state)
}
