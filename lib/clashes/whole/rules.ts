import {
  clashesOfUnit,
  indexActivity,
  indexShift,
  type Known,
  knownOf,
  put,
  seatId,
  take,
  type Unit,
  unitsOf,
} from '@/lib/clashes/whole/known/rules'
import { placeOf } from '@/lib/clashes/whole/places/rules'
import {
  type Clash,
  type PlanActivity,
  type PlanDelegation,
  type PlanPerson,
  type PlanPhase,
  type PlanSeat,
  type PlanShift,
  printOf,
  type WholePlan,
} from '@/lib/clashes/whole/plan/rules'

/** A row as it is from now on, null for one that is gone. A seat goes by its team and role, with a space between. */
export type WholeEdit =
  | { of: 'shift'; id: string; to: PlanShift | null }
  | { of: 'activity'; id: string; to: PlanActivity | null }
  | { of: 'phase'; id: string; to: PlanPhase | null }
  | { of: 'person'; id: string; to: PlanPerson | null }
  | { of: 'seat'; id: string; to: PlanSeat | null }
  | { of: 'delegation'; id: string; to: PlanDelegation | null }

/** What edits did: clashes that were not there before, those that say something else now, and those that are gone. */
type Effect = { made: Clash[]; changed: Clash[]; mended: Clash[] }

/**
 * Keeps what is known of a plan, so that edits are checked at the cost of what they touch. Changed in place. What concerns
 * everything at once (the rules of rest) is checked by watching anew.
 */
export type Watch = {
  clashes: () => Clash[]
  /** Made together: what one edit makes and the next mends is not told of. */
  apply: (edits: readonly WholeEdit[]) => Effect
}

/** Everything that is wrong with a plan, in no order. Near linear in shifts, duties and activities. */
export function clashesOf(plan: WholePlan): Clash[] {
  return watchClashes(plan).clashes()
}

export function watchClashes(plan: WholePlan): Watch {
  const known = knownOf(plan)
  const book = new Map<string, readonly Clash[]>()
  const look = (unit: Unit) => {
    const clashes = clashesOfUnit(known, unit)
    const name = `${unit.of} ${unit.id}`
    if (clashes.length > 0) book.set(name, clashes)
    else book.delete(name)
    return clashes
  }
  for (const unit of unitsOf(known)) look(unit)
  return {
    clashes: () => [...book.values()].flat(),
    apply: edits => {
      const touched = new Map<string, Unit>()
      for (const edit of edits)
        for (const unit of applied(known, edit)) touched.set(`${unit.of} ${unit.id}`, unit)
      const before = [...touched.keys()].flatMap(name => book.get(name) ?? [])
      return difference(before, [...touched.values()].flatMap(look))
    },
  }
}

/**
 * What edits would do to a plan: only what they touch is looked at, with them and without. Tried and taken back, so that
 * `known` may be kept and asked again. `unchanged` may name units of which the caller knows that these edits change
 * nothing about them.
 */
export function effectOf(
  known: Known,
  edits: readonly WholeEdit[],
  unchanged: (unit: Unit) => boolean = () => false,
): Effect {
  const touched = new Map<string, Unit>()
  const make = (all: readonly WholeEdit[]) => {
    for (const edit of all)
      for (const unit of applied(known, edit))
        if (!unchanged(unit)) touched.set(`${unit.of} ${unit.id}`, unit)
  }
  const look = () => [...touched.values()].flatMap(unit => clashesOfUnit(known, unit))
  const back = edits.map(edit => former(known, edit)).reverse()
  make(edits)
  let after: Clash[]
  try {
    after = look()
  } finally {
    make(back)
  }
  return difference(look(), after)
}

/** The edit that puts back what is there now; of several of one row, the last to be put back is the first. */
function former(known: Known, edit: WholeEdit): WholeEdit {
  switch (edit.of) {
    case 'shift':
      return { ...edit, to: known.shifts.get(edit.id) ?? null }
    case 'activity':
      return { ...edit, to: known.activities.get(edit.id) ?? null }
    case 'phase':
      return { ...edit, to: known.phases.get(edit.id) ?? null }
    case 'person':
      return { ...edit, to: known.people.get(edit.id) ?? null }
    case 'seat':
      return { ...edit, to: known.seats.get(edit.id) ?? null }
    case 'delegation':
      return { ...edit, to: known.delegations.get(edit.id) ?? null }
  }
}

function difference(before: readonly Clash[], after: readonly Clash[]): Effect {
  const was = new Map(before.map(clash => [clash.key, clash]))
  const made: Clash[] = []
  const changed: Clash[] = []
  for (const clash of after) {
    const former = was.get(clash.key)
    was.delete(clash.key)
    if (!former) made.push(clash)
    else if (printOf(former) !== printOf(clash)) changed.push(clash)
  }
  return { made, changed, mended: [...was.values()] }
}

/** Puts the edit in; gives every unit about which something else may be true now. */
function applied(known: Known, edit: WholeEdit): Unit[] {
  switch (edit.of) {
    case 'shift':
      return shiftApplied(known, edit.id, edit.to)
    case 'activity':
      return activityApplied(known, edit.id, edit.to)
    case 'phase':
      replace(known.phases, edit.id, edit.to)
      // Whatever has no phase of its own looks at all of them.
      return [...known.activities.keys()].map(id => ({ of: 'activity', id }))
    case 'person':
      replace(known.people, edit.id, edit.to)
      return [{ of: 'person', id: edit.id }]
    case 'seat':
      replace(known.seats, edit.id, edit.to)
      return [{ of: 'seat', id: edit.to ? seatId(edit.to) : edit.id }]
    case 'delegation':
      replace(known.delegations, edit.id, edit.to)
      return [{ of: 'delegation', id: edit.id }, ...unitsIn('activity', known.invitedOf.get(edit.id))]
  }
}

function replace<Row>(rows: Map<string, Row>, id: string, to: Row | null): Row | undefined {
  const former = rows.get(id)
  if (to) rows.set(id, to)
  else rows.delete(id)
  return former
}

const unitsIn = (of: Unit['of'], ids: Iterable<string> = []): Unit[] => [...ids].map(id => ({ of, id }))

function shiftApplied(known: Known, id: string, to: PlanShift | null): Unit[] {
  const former = replace(known.shifts, id, to)
  if (former) indexShift(known, former, take)
  if (to) indexShift(known, to, put)
  const people = [...(former?.duties ?? []), ...(to?.duties ?? [])].map(({ person }) => person)
  return [{ of: 'shift', id }, ...unitsIn('person', people)]
}

function activityApplied(known: Known, id: string, to: PlanActivity | null): Unit[] {
  const former = replace(known.activities, id, to)
  const places = new Set<string>()
  const people: string[] = []
  const delegations: string[] = []
  for (const [activity, note] of [
    [former, take],
    [to, put],
  ] as const) {
    if (!activity) continue
    indexActivity(known, activity, note)
    people.push(...activity.attendees.map(({ person }) => person))
    delegations.push(...activity.invited)
    const place = placeOf(activity)
    if (place !== null) places.add(place)
  }
  return [
    { of: 'activity', id },
    ...unitsIn('person', people),
    ...unitsIn('delegation', delegations),
    ...unitsIn('place', places),
  ]
}
