import { activityClashes } from '@/lib/clashes/whole/activities/rules'
import { delegationClashes, isDue } from '@/lib/clashes/whole/delegations/rules'
import { type Busy, personClashes } from '@/lib/clashes/whole/people/rules'
import { placeClashes, placeOf, seatClashes, shiftClashes } from '@/lib/clashes/whole/places/rules'
import type {
  Clash,
  PlanActivity,
  PlanDelegation,
  PlanPerson,
  PlanPhase,
  PlanSeat,
  PlanShift,
  WholePlan,
} from '@/lib/clashes/whole/plan/rules'

/** Which rows say something of which: by person, by place, by delegation. */
type Index = Map<string, Set<string>>

/** What is known of a plan while it is being edited; changed in place. */
export type Known = {
  rest: WholePlan['rest']
  shifts: Map<string, PlanShift>
  activities: Map<string, PlanActivity>
  phases: Map<string, PlanPhase>
  people: Map<string, PlanPerson>
  seats: Map<string, PlanSeat>
  delegations: Map<string, PlanDelegation>
  shiftsOf: Index
  activitiesOf: Index
  inPlace: Index
  dueOf: Index
  invitedOf: Index
}

/** What is looked at by itself: `of` says by which check, `id` at which row. */
export type Unit = { of: 'shift' | 'activity' | 'person' | 'seat' | 'delegation' | 'place'; id: string }

export const seatId = ({ teamId, roleId }: PlanSeat) => `${teamId} ${roleId}`

export function knownOf(plan: WholePlan): Known {
  const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map(row => [row.id, row]))
  const known: Known = {
    rest: plan.rest,
    ...{ shifts: byId(plan.shifts), activities: byId(plan.activities), phases: byId(plan.phases) },
    ...{ people: byId(plan.people), delegations: byId(plan.delegations) },
    seats: new Map(plan.seats.map(seat => [seatId(seat), seat])),
    ...{ shiftsOf: new Map(), activitiesOf: new Map(), inPlace: new Map() },
    ...{ dueOf: new Map(), invitedOf: new Map() },
  }
  for (const shift of plan.shifts) indexShift(known, shift, put)
  for (const activity of plan.activities) indexActivity(known, activity, put)
  return known
}

type Note = (index: Index, under: string, id: string) => void

export const put: Note = (index, under, id) => {
  const ids = index.get(under)
  if (ids) ids.add(id)
  else index.set(under, new Set([id]))
}

export const take: Note = (index, under, id) => {
  const ids = index.get(under)
  ids?.delete(id)
  if (ids?.size === 0) index.delete(under)
}

export function indexShift(known: Known, { id, duties }: PlanShift, note: Note): void {
  for (const { person } of duties) note(known.shiftsOf, person, id)
}

export function indexActivity(known: Known, activity: PlanActivity, note: Note): void {
  const { id } = activity
  for (const { person } of activity.attendees) note(known.activitiesOf, person, id)
  for (const delegation of activity.invited) {
    note(known.invitedOf, delegation, id)
    if (isDue(activity)) note(known.dueOf, delegation, id)
  }
  const place = placeOf(activity)
  if (place !== null) note(known.inPlace, place, id)
}

/** Every unit of the plan. */
export function* unitsOf(known: Known): Generator<Unit> {
  for (const id of known.shifts.keys()) yield { of: 'shift', id }
  for (const id of known.activities.keys()) yield { of: 'activity', id }
  for (const id of new Set([...known.shiftsOf.keys(), ...known.activitiesOf.keys(), ...known.people.keys()]))
    yield { of: 'person', id }
  for (const id of known.seats.keys()) yield { of: 'seat', id }
  for (const id of known.delegations.keys()) yield { of: 'delegation', id }
  for (const id of known.inPlace.keys()) yield { of: 'place', id }
}

/** Everything that is wrong with one unit as the plan stands; nothing for one that is gone. */
export function clashesOfUnit(known: Known, { of, id }: Unit): readonly Clash[] {
  switch (of) {
    case 'shift':
      return whole(known.shifts.get(id), shiftClashes)
    case 'seat':
      return whole(known.seats.get(id), seatClashes)
    case 'activity':
      return whole(known.activities.get(id), activity =>
        activityClashes(activity, {
          ...{ rest: known.rest, phases: known.phases },
          zoneOfDelegation: delegation => known.delegations.get(delegation)?.timeZone ?? null,
        }),
      )
    case 'delegation':
      return whole(known.delegations.get(id), delegation =>
        delegationClashes(delegation, rowsOf(known.activities, known.dueOf.get(id))),
      )
    case 'place':
      return placeClashes(id, rowsOf(known.activities, known.inPlace.get(id)))
    case 'person':
      return personClashes(id, known.people.get(id), busyOf(known, id), known.rest)
  }
}

function whole<Row>(row: Row | undefined, look: (row: Row) => Clash[]): Clash[] {
  return row ? look(row) : []
}

function rowsOf<Row>(rows: ReadonlyMap<string, Row>, ids: ReadonlySet<string> | undefined): Row[] {
  const found: Row[] = []
  for (const id of ids ?? []) {
    const row = rows.get(id)
    if (row !== undefined) found.push(row)
  }
  return found
}

/** What lasts no time keeps nobody busy. Loops: this runs over every duty of the plan. */
function busyOf(known: Known, person: string): Busy {
  const duties: Busy['duties'][number][] = []
  for (const { id, startAt, endAt, duties: all } of rowsOf(known.shifts, known.shiftsOf.get(person)))
    for (const duty of all)
      if (duty.person === person) duties.push({ person, standing: duty.standing, id, startAt, endAt })
  const activities: Busy['activities'][number][] = []
  for (const { id, startAt, endAt } of rowsOf(known.activities, known.activitiesOf.get(person)))
    if (endAt !== null && endAt > startAt) activities.push({ id, startAt, endAt })
  return { duties, activities }
}
