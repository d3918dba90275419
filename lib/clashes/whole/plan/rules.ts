import type { Night } from '@/lib/clashes/nights/rules'
import type { ActivityKind, Gate } from '@/lib/schedule/kinds/rules'
import type { RestRules } from '@/lib/shifts/rest/rules'
import type { Instant } from '@/lib/time-zones'

/**
 * What the checks of the whole plan need to know of it: people, places, seats, dates. What is wrong with injects is said
 * by `lib/clashes/rules.ts`. Plain data; ends are exclusive.
 */
export type WholePlan = {
  rest: RestRules
  phases: readonly PlanPhase[]
  activities: readonly PlanActivity[]
  shifts: readonly PlanShift[]
  people: readonly PlanPerson[]
  seats: readonly PlanSeat[]
  delegations: readonly PlanDelegation[]
}

export type PlanPhase = { id: string; startAt: Instant; endAt: Instant }

export type PlanActivity = {
  id: string
  kind: ActivityKind
  gate: Gate | null
  phaseId: string | null
  startAt: Instant
  /** Null for a point in time; a deadline of a whole day ends with the day. */
  endAt: Instant | null
  wholeDays: boolean
  place: string
  /** Whoever is not there joins through a link. */
  online: boolean
  /** The delegations that it is for, or that have to keep the deadline. */
  invited: readonly string[]
  /** `awayIn`: the zone of whoever joins from a distance, null for whoever comes. */
  attendees: readonly { person: string; awayIn: string | null }[]
}

export type PlanShift = {
  id: string
  teamId: string
  startAt: Instant
  endAt: Instant
  /** How many people it takes. */
  places: number
  duties: readonly PlanDuty[]
}

/** `standing` is of whoever stands the duty: a registration's state, `staff`, or `gone` for whoever is staff no more. */
export type PlanDuty = { person: string; standing: Standing }
export type Standing =
  | 'draft'
  | 'submitted'
  | 'endorsed'
  | 'waitlisted'
  | 'confirmed'
  | 'checked_in'
  | 'declined'
  | 'withdrawn'
  | 'staff'
  | 'gone'

/** One human being, however often registered. */
export type PlanPerson = {
  id: string
  /** Where they are while they are on duty. */
  timeZone: string
  /** The delegation that put them up, or null for staff. */
  delegationId: string | null
  /** The play that they are in, by which exercises that overlap are compared. */
  play: { startAt: Instant; endAt: Instant } | null
  elsewhere: readonly Elsewhere[]
}

/** What keeps them busy in another exercise of the programme; `exercise` is its code, all that may be told of it. */
export type Elsewhere = {
  id: string
  what: 'duty' | 'activity' | 'play'
  exercise: string
  startAt: Instant
  endAt: Instant
}

/** `used`: how many are confirmed. */
export type PlanSeat = { teamId: string; roleId: string; least: number; used: number }

export type PlanDelegation = {
  id: string
  timeZone: string | null
  /** How many may answer for it. */
  contacts: number
  /** Its own dates in place of the exercise's. */
  own: readonly { gate: Gate; at: Instant }[]
}

/** In the order in which they are listed: people first, then what is missing, then what is inconvenient. */
export const clashKinds = [
  'double_booked',
  'booked_elsewhere',
  'two_exercises',
  'duty_gone',
  'duty_unconfirmed',
  'rest_short',
  'duty_long',
  'nights_many',
  'shift_short',
  'seat_short',
  'place_twice',
  'contact_alone',
  'night_invitation',
  'activity_outside_phases',
  'activity_outside_own_phase',
] as const
export type ClashKind = (typeof clashKinds)[number]

/** `seat`: a team's id and a role's, with a space between; `place`: as it is written. */
export type ClashRef = {
  kind: 'person' | 'shift' | 'activity' | 'team' | 'role' | 'delegation' | 'phase' | 'place' | 'exercise'
  id: string
}

/**
 * What is wrong, with whom, when, how bad, and what to do. `about` begins with what it is about. Evidence ends in `At`
 * for instants, in `Minutes` for lengths, in `Minute` for minutes after midnight. `key` stays the same for as long as it
 * is the same fault, whatever else is said of it.
 */
export type Clash = {
  key: string
  kind: ClashKind
  about: readonly ClashRef[]
  /** Null where it is about no time in particular. */
  startAt: Instant | null
  endAt: Instant | null
  evidence: Readonly<Record<string, number | string>>
  mend: ClashMend
}

/** How to mend it, as a reason that the messages word. */
export const clashMends = [
  'free_person',
  'ask_elsewhere',
  'decide_double',
  'take_off_duty',
  'confirm_or_take_off',
  'move_or_swap',
  'shorten_or_swap',
  'give_day_shift',
  'fill_shift',
  'fill_seats',
  'move_or_name_room',
  'name_deputy',
  'move_to_day',
  'move_or_lengthen_phase',
] as const
type ClashMend = (typeof clashMends)[number]

/** Everything that a clash says, in one text: accepted is this, and nothing else. */
export function printOf({ key, about, startAt, endAt, evidence }: Clash): string {
  const facts = Object.entries(evidence).sort(([a], [b]) => (a < b ? -1 : 1))
  const refs = about.map(({ kind, id }) => `${kind} ${id}`).sort()
  return JSON.stringify([key, refs, startAt, endAt, facts])
}

export const nightOf = ({ nightFromMinute, nightToMinute }: RestRules): Night => ({
  from: nightFromMinute,
  to: nightToMinute,
})
