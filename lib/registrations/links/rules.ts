import type { Instant } from '@/lib/time-zones'
import type { Door } from '../door/rules'
import { hasEnded, ownPartProblem } from '../own-part/rules'
import type { RegistrationState } from '../rules'

export type LinkUse = { revokedAt: Instant | null; endexAt: Instant; status: Door['status'] }

export type LinkProblem = 'own_link_unknown' | 'own_link_revoked' | 'own_link_expired'

/**
 * Why a personal link opens nothing any more, or null. It can change things until the delegation's edit deadline, and
 * shows what was said until the exercise is over: somebody may want to look once more where to be.
 */
export function linkProblem(link: LinkUse | null, now: Instant): LinkProblem | null {
  if (link === null) return 'own_link_unknown'
  if (link.revokedAt !== null) return 'own_link_revoked'
  return now >= link.endexAt || link.status === 'closed' ? 'own_link_expired' : null
}

/** Why no link goes out to somebody in that state now, or null: it would open what cannot be changed any more. */
export function sendProblem(door: Door, state: RegistrationState, now: Instant) {
  const problem = ownPartProblem(door, state, now)
  return problem === 'registration_ended' ? 'ended_get_no_link' : problem
}

/** Of the people chosen those whom a link can be sent. */
export function askable<Person extends { state: RegistrationState }>(people: readonly Person[]): Person[] {
  return people.filter(({ state }) => !hasEnded(state))
}
