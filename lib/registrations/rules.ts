import { type Actor, grantsOf } from '@/lib/policy'

/** The states of an expert's part in an exercise, in the order in which a person passes through them. */
export const registrationStates = [
  'draft',
  'submitted',
  'endorsed',
  'confirmed',
  'checked_in',
  'waitlisted',
  'declined',
  'withdrawn',
] as const
export type RegistrationState = (typeof registrationStates)[number]

/** Who acts on a registration: the delegation itself, or whoever runs the exercise. */
export type Party = 'nation' | 'organiser'

/** The waiting list moves people too, by nobody's word but its order (`lib/waiting-list.ts`). */
type Mover = Party | 'line'

/** On whose side somebody acts: a contact of the nation or of one of its companies for the own delegation, everybody else
 * for the exercise. */
export function partyOf(actor: Actor, participationId: string): Party {
  const own = grantsOf(actor).some(
    grant =>
      (grant.scope === 'delegation' || grant.scope === 'company') &&
      grant.participationId === participationId,
  )
  return own ? 'nation' : 'organiser'
}

/** From → to → who may. What is not written here does not happen. */
const transitions: Record<RegistrationState, Partial<Record<RegistrationState, readonly Mover[]>>> = {
  draft: { submitted: ['nation', 'organiser'], waitlisted: ['line'] },
  submitted: {
    endorsed: ['nation'],
    // the nation sets people back where its places are cut
    waitlisted: ['nation'],
    declined: ['organiser'],
    withdrawn: ['nation', 'organiser'],
  },
  endorsed: {
    confirmed: ['organiser'],
    waitlisted: ['nation', 'organiser'],
    declined: ['organiser'],
    withdrawn: ['nation', 'organiser'],
  },
  waitlisted: {
    submitted: ['line'],
    endorsed: ['line'],
    confirmed: ['organiser'],
    declined: ['organiser'],
    withdrawn: ['nation', 'organiser'],
  },
  confirmed: {
    checked_in: ['organiser'],
    declined: ['organiser'],
    withdrawn: ['nation', 'organiser'],
  },
  checked_in: { confirmed: ['organiser'] },
  declined: { draft: ['organiser'] },
  withdrawn: { draft: ['nation', 'organiser'] },
}

export type TransitionProblem =
  | 'state_already'
  | 'state_not_yet'
  | 'line_decides'
  | 'nation_decides'
  | 'organiser_decides'

/** Why a registration does not go from one state to another at this party's word, or null. */
export function transitionProblem(
  from: RegistrationState,
  to: RegistrationState,
  party: Mover,
): TransitionProblem | null {
  if (from === to) return 'state_already'
  const allowed = transitions[from][to]
  if (!allowed) return 'state_not_yet'
  if (allowed.includes(party)) return null
  if (party === 'line') return 'state_not_yet'
  if (allowed.every(mover => mover === 'line'))
    return from === 'waitlisted' ? 'line_decides' : 'state_not_yet'
  return party === 'nation' ? 'organiser_decides' : 'nation_decides'
}

/** The states from which this party may lead a registration to `to`. */
export function statesBefore(to: RegistrationState, party: Mover): RegistrationState[] {
  return registrationStates.filter(from => transitionProblem(from, to, party) === null)
}

/** Submitted people hold one of the nation's places; drafts and the waiting list hold none. */
export function holdsPlace(state: RegistrationState): boolean {
  return state === 'submitted' || state === 'endorsed' || holdsSeat(state)
}

/** Confirmed people hold a seat of their team. */
export function holdsSeat(state: RegistrationState): boolean {
  return state === 'confirmed' || state === 'checked_in'
}

/** The states of people of whom the organisers have still to decide. */
export const undecidedStates = ['submitted', 'endorsed', 'waitlisted'] as const

export function isUndecided(state: RegistrationState): boolean {
  return undecidedStates.some(one => one === state)
}

/** Where a person works must fit the site: somebody on site sits at a place of ours, somebody remote does not. */
export function presenceProblem(
  presence: 'on_site' | 'remote',
  site: { remote: boolean } | null,
): 'site_is_remote' | 'site_is_a_place' | null {
  if (site === null || site.remote === (presence === 'remote')) return null
  return site.remote ? 'site_is_remote' : 'site_is_a_place'
}

/** One line of people's languages as a list: split at commas and semicolons, without repetitions. */
export function languagesIn(line: string): string[] {
  const seen = new Map<string, string>()
  for (const part of line.split(/[,;、،]/)) {
    const language = part.trim()
    const key = language.toLowerCase()
    if (language !== '' && !seen.has(key)) seen.set(key, language)
  }
  return [...seen.values()]
}
