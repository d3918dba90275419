import { type RegistrationWindow, windowStateAt } from '@/lib/schedule/rules'
import type { Instant } from '@/lib/time'
import type { Party } from '../rules'

/** What stands between a person and an exercise: the exercise itself, the delegation's part in it, and the dates. */
export type Door = {
  status: 'draft' | 'planning' | 'registration' | 'conduct' | 'closed'
  accession: 'invited' | 'in_contact' | 'coordinating' | 'confirmed' | 'observer' | 'declined' | 'withdrew'
  /** the organisers take late ones, with a reason */
  lateRegistration: boolean
  window: RegistrationWindow
}

export type DoorProblem =
  | 'exercise_closed'
  | 'delegation_not_taking_part'
  | 'registration_not_open'
  | 'registration_closed'
  | 'edit_deadline_passed'
  | 'late_reason_required'

/** Why nobody is registered at all, whoever asks. */
function shutProblem({ status, accession }: Door): DoorProblem | null {
  if (status === 'closed') return 'exercise_closed'
  return accession === 'declined' || accession === 'withdrew' ? 'delegation_not_taking_part' : null
}

/** Why a nation may not put a new name on its list: it may prepare before the window opens. */
export function nominateProblem(door: Door, party: Party, now: Instant): DoorProblem | null {
  const shut = shutProblem(door)
  if (shut || party === 'organiser') return shut
  return windowStateAt(door.window, now) === 'closed' && !door.lateRegistration ? 'registration_closed' : null
}

/**
 * Why people may not be submitted now. A window binds the nation; organisers may let somebody in at any time, but who
 * comes after the window has closed comes late, and late ones say why.
 */
export function submitProblem(
  door: Door,
  party: Party,
  now: Instant,
  lateReason: string | null,
): DoorProblem | null {
  const shut = shutProblem(door)
  if (shut) return shut
  const state = windowStateAt(door.window, now)
  const opened = door.status === 'registration' || door.status === 'conduct'
  if (party === 'nation' && (state === 'not_yet' || !opened)) return 'registration_not_open'
  if (state !== 'closed') return null
  if (party === 'nation' && !door.lateRegistration) return 'registration_closed'
  return lateReason === null ? 'late_reason_required' : null
}

/** Why what is written about a person may not be changed now. */
export function editProblem(door: Door, party: Party, now: Instant): DoorProblem | null {
  const shut = shutProblem(door)
  if (shut || party === 'organiser') return shut
  const { editUntil } = door.window
  return editUntil !== null && now >= editUntil ? 'edit_deadline_passed' : null
}
