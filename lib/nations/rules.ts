import type { AccessionState } from './schema'

/** The way into an exercise, in order; the branches leave it and lead back to its beginning. */
const way: readonly AccessionState[] = ['invited', 'in_contact', 'coordinating', 'confirmed']

/** Why a partner may not step from one state to another: the way goes forward, by leaps if it must; an observer
 * may still join; whoever declined or withdrew is invited again first. */
export function accessionProblem(from: AccessionState, to: AccessionState): string | null {
  if (from === to) return 'accession_same_state'
  if (from === 'declined' || from === 'withdrew') return to === 'invited' ? null : 'accession_invite_again'
  if (to === 'declined') return from === 'confirmed' ? 'accession_withdraw_instead' : null
  if (to === 'withdrew') return from === 'invited' ? 'accession_decline_instead' : null
  if (to === 'observer' || from === 'observer') return null
  return way.indexOf(to) > way.indexOf(from) ? null : 'accession_backwards'
}

/** The states that a partner may step to from here. */
export function nextAccessionStates(from: AccessionState, all: readonly AccessionState[]): AccessionState[] {
  return all.filter(to => accessionProblem(from, to) === null)
}

/** Why a quota may not become this small: people already hold its places. */
export function quotaProblem(size: number, used: number): string | null {
  return size < used ? 'quota_below_used' : null
}
