import type { Agreement } from '@/lib/consent/rules'
import type { ConflictDetail } from '@/lib/errors'
import type { Instant } from '@/lib/time-zones'
import { type Door, type DoorProblem, editProblem } from '../door/rules'
import type { RegistrationState } from '../rules'

/** Why a person may not change the own part now, or null. The nation's date is the person's too. */
export function ownPartProblem(
  door: Door,
  state: RegistrationState,
  now: Instant,
): DoorProblem | 'registration_ended' | null {
  return editProblem(door, 'nation', now) ?? (hasEnded(state) ? 'registration_ended' : null)
}

/** Nobody is asked any more who will not take part. */
export function hasEnded(state: RegistrationState): boolean {
  return state === 'declined' || state === 'withdrawn'
}

/** Why an arrival and a departure do not go together, or null. */
export function stayProblem(
  arrivalAt: Date | null,
  departureAt: Date | null,
): 'departure_before_arrival' | null {
  if (arrivalAt === null || departureAt === null) return null
  return departureAt > arrivalAt ? null : 'departure_before_arrival'
}

/** How far somebody has come with the own part; nothing is finished while an answer or the agreement is missing. */
export type OwnProgress = 'not_asked' | 'asked' | 'opened' | 'begun' | 'finished'

export type OwnFacts = {
  link: { sentAt: Instant; openedAt: Instant | null } | null
  filledAt: Instant | null
  missing: number
  agreement: Agreement
}

export function progressOf({ link, filledAt, missing, agreement }: OwnFacts): OwnProgress {
  if (filledAt !== null) {
    return missing === 0 && (agreement === 'present' || agreement === 'not_asked') ? 'finished' : 'begun'
  }
  if (link === null) return 'not_asked'
  return link.openedAt === null ? 'asked' : 'opened'
}

/** An instant in a conflict as it would be typed again: nobody types what the database says. */
export function conflictsTyped(
  conflicts: readonly ConflictDetail[],
  typed: (at: Instant) => string,
): ConflictDetail[] {
  return conflicts.map(conflict =>
    /^(arrival|departure)At$/.test(conflict.field) && conflict.theirs !== ''
      ? { ...conflict, theirs: typed(Date.parse(conflict.theirs)) }
      : conflict,
  )
}
