import type { ActivityKind } from '@/lib/schedule/kinds/rules'
import { gateAt } from '@/lib/schedule/rules'
import type { Moment, StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'

export const attendanceStates = ['signed_up', 'waiting', 'cancelled'] as const
export type AttendanceState = (typeof attendanceStates)[number]

/** Who signs people up: their nation alone, or they themselves as well. */
export const signUpBys = ['nation', 'person'] as const
export type SignUpBy = (typeof signUpBys)[number]

export const presences = ['on_site', 'remote'] as const
export type Presence = (typeof presences)[number]

/** On whose side somebody signs up: the organisers', the nation's, or the own. */
export type SignUpParty = 'organiser' | 'nation' | 'person'

/** Open while `opensAt ≤ now < closesAt`; an activity that begins is closed, whatever else was said. */
export type SignUpWindow = { open: boolean; opensAt: Instant | null; closesAt: Instant }

type Planned = { open: boolean; opens: Moment | null; closes: Moment | null }

/** A whole day opens sign-up as it begins, and closes it as it ends. */
export function signUpWindow(
  { open, opens, closes }: Planned,
  startAt: Instant,
  frame: StartexFrame,
): SignUpWindow {
  const closesAt = closes === null ? startAt : Math.min(startAt, gateAt('registration_closes', closes, frame))
  return { open, opensAt: opens && gateAt('registration_opens', opens, frame), closesAt }
}

export type SignUpDoor = 'open' | 'not_yet' | 'closed' | 'shut'

export function signUpDoor({ open, opensAt, closesAt }: SignUpWindow, now: Instant): SignUpDoor {
  if (!open) return 'shut'
  if (now >= closesAt) return 'closed'
  return opensAt !== null && now < opensAt ? 'not_yet' : 'open'
}

type Offer = { by: SignUpBy; window: SignUpWindow }

/** Why somebody cannot be signed up now. Organisers may at any time, and say why once it is late. */
export function signUpProblem(
  { by, window }: Offer,
  party: SignUpParty,
  now: Instant,
  lateReason: string | null,
): string | null {
  const door = signUpDoor(window, now)
  if (party === 'organiser') return door !== 'open' && lateReason === null ? 'sign_up_reason_required' : null
  if (party === 'person' && by === 'nation') return 'sign_up_by_nation'
  return door === 'open' ? null : `sign_up_${door}`
}

/** Until it begins; afterwards the organisers alone say who was not there. */
export function cancelProblem(startAt: Instant, party: SignUpParty, now: Instant): string | null {
  return party !== 'organiser' && now >= startAt ? 'cancel_too_late' : null
}

type Size = { presence: Presence | null; partnerId: string | null; size: number | null }

/** Why nobody of this kind can even wait: no such places exist. */
export function placesProblem(
  places: readonly Size[],
  presence: Presence,
  nationSize: number | null,
): string | null {
  if (places.some(row => row.presence === presence && row.size === 0)) return `no_places_${presence}`
  return nationSize === 0 ? 'no_places_for_nation' : null
}

/** A deadline only passes; nobody goes there. */
export function signUpKindProblem(kind: ActivityKind): string | null {
  return kind === 'deadline' ? 'deadline_has_no_places' : null
}

export function sizeProblem(size: number | null, used: number): string | null {
  return size !== null && size < used ? 'places_taken_already' : null
}

/** Why two moments cannot bound a sign-up. */
export function windowProblem({ opensAt, closesAt }: SignUpWindow): string | null {
  return opensAt !== null && opensAt >= closesAt ? 'closes_before_opens' : null
}

/** How many more there are, null without a limit. */
export function freePlaces({ size, used }: { size: number | null; used: number }): number | null {
  return size === null ? null : Math.max(0, size - used)
}

type Searched = {
  givenName: string
  familyName: string
  nativeName: string
  email: string
  partnerId: string
  presence: Presence
  state: AttendanceState
  attendedAt: Instant | null
}
type Search = {
  q: string | null
  state: AttendanceState | 'attended' | null
  nation: string | null
  presence: Presence | null
}

/** Whether a list that is narrowed so still shows this row. Letters are compared without their marks and case. */
export function found(row: Searched, { q, state, nation, presence }: Search): boolean {
  const words = [row.familyName, row.givenName, row.nativeName, row.email].map(plain).join(' ')
  const named = plain(q ?? '')
    .split(/\s+/)
    .every(word => words.includes(word))
  const inState = state === null || (state === 'attended' ? row.attendedAt !== null : row.state === state)
  return (
    named &&
    inState &&
    (nation === null || row.partnerId === nation) &&
    (presence === null || row.presence === presence)
  )
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
