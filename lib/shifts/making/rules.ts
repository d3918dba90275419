import type { PlannedShift } from '@/lib/shifts/pattern/rules'
import { SECOND } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'

/** Somebody, whether registered or of the staff: exactly one of the two. */
export type Somebody = { registrationId: string | null; accountId: string | null }

export const keyOf = ({ registrationId, accountId }: Somebody) => registrationId ?? accountId ?? ''

/** A shift that a rota has, as far as making it anew asks. */
export type StandingShift = {
  id: string
  startAt: Instant
  durationSeconds: number
  crew: number | null
  places: number
  version: number
  /** the version that its rota last made of it; null for one that a person added */
  madeVersion: number | null
  duties: readonly Somebody[]
}

export type Member = Somebody & { crew: number }

export type Making = {
  make: PlannedShift[]
  remove: StandingShift[]
  /** begins as planned and is its crew's, but lasts otherwise: where clocks change, so does the watch of that night */
  relength: { id: string; durationSeconds: number }[]
  /** as planned already, but with the number of places that the rota had before */
  resize: StandingShift[]
  /** as planned already */
  stay: number
  /** not as planned, and kept: begun with people on it, edited or added by hand, stood by others than its crew */
  begun: number
  edited: number
  manned: number
  /** duties given by hand that go with the shifts that are removed */
  lost: number
}

/**
 * What making the shifts of a rota anew would do. A shift that is as planned stays. Of the others those that somebody
 * has put work into are kept, each in place of the planned one that it covers most of; with `afresh` they go too, but
 * for those that have begun and that people stand: what happened is not unmade.
 */
export function makingOf(
  standing: readonly StandingShift[],
  planned: readonly PlannedShift[],
  members: readonly Member[],
  given: { places: number; now: Instant; afresh: boolean },
): Making {
  const making: Making = {
    make: [],
    remove: [],
    relength: [],
    resize: [],
    stay: 0,
    begun: 0,
    edited: 0,
    manned: 0,
    lost: 0,
  }
  const free = new Map(planned.map(slot => [slotKey(slot), slot]))
  const others: StandingShift[] = []
  for (const shift of standing) {
    const touched = isTouched(shift) || !isAsCrew(shift, members)
    if ((given.afresh && touched && !hasBegun(shift, given.now)) || !free.delete(slotKey(shift)))
      others.push(shift)
    else if (shift.places !== given.places && !isTouched(shift)) making.resize.push(shift)
    else making.stay += 1
  }
  const starts = new Map([...free.values()].map(slot => [startKey(slot), slot]))
  for (const shift of others) {
    const same = isTouched(shift) ? undefined : starts.get(startKey(shift))
    if (same && free.has(slotKey(same)) && !hasBegun(shift, given.now) && isAsCrew(shift, members)) {
      free.delete(slotKey(same))
      making.relength.push({ id: shift.id, durationSeconds: same.durationSeconds })
      continue
    }
    const why = whyKept(shift, members, given)
    if (why) {
      making[why] += 1
      const slot = mostCovered(shift, free)
      if (slot) free.delete(slotKey(slot))
    } else {
      making.remove.push(shift)
      if (!isAsCrew(shift, members)) making.lost += shift.duties.length
    }
  }
  making.make = [...free.values()]
  return making
}

const slotKey = (shift: { startAt: Instant; durationSeconds: number; crew: number | null }) =>
  `${shift.startAt}/${shift.durationSeconds}/${shift.crew}`

const isTouched = (shift: StandingShift) => shift.madeVersion !== shift.version

const hasBegun = (shift: StandingShift, now: Instant) => shift.startAt <= now && shift.duties.length > 0

/** Nobody stands it but its crew, and all of them do. */
function isAsCrew(shift: StandingShift, members: readonly Member[]): boolean {
  const crew = new Set(members.filter(member => member.crew === shift.crew).map(keyOf))
  return shift.duties.length === crew.size && shift.duties.every(duty => crew.has(keyOf(duty)))
}

function whyKept(
  shift: StandingShift,
  members: readonly Member[],
  { now, afresh }: { now: Instant; afresh: boolean },
): 'begun' | 'edited' | 'manned' | null {
  if (hasBegun(shift, now)) return 'begun'
  if (afresh) return null
  if (isTouched(shift)) return 'edited'
  return isAsCrew(shift, members) ? null : 'manned'
}

const startKey = ({ startAt, crew }: { startAt: Instant; crew: number | null }) => `${startAt}/${crew}`

/** The planned shift with which it shares most time; of equals the earlier. */
function mostCovered(shift: StandingShift, free: ReadonlyMap<string, PlannedShift>): PlannedShift | null {
  let best: PlannedShift | null = null
  let most = 0
  for (const slot of free.values()) {
    const shared = Math.min(endOf(shift), endOf(slot)) - Math.max(shift.startAt, slot.startAt)
    if (shared > most) {
      best = slot
      most = shared
    }
  }
  return best
}

const endOf = (shift: { startAt: Instant; durationSeconds: number }) =>
  shift.startAt + shift.durationSeconds * SECOND
