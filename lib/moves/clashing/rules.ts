import type { Unit } from '@/lib/clashes/whole/known/rules'
import type { Clash, PlanPerson, WholePlan } from '@/lib/clashes/whole/plan/rules'
import { effectOf, type WholeEdit } from '@/lib/clashes/whole/rules'
import { DAY, SECOND } from '@/lib/time-calendar'
import { type Instant, offsetSecondsAt } from '@/lib/time-zones'
import type { Told } from '../telling/rules'

export type ClashEffect = { made: Clash[]; mended: Clash[] }

/**
 * Which clashes a move makes and which it mends. Only what it touches is looked at, and of that not what moves as a
 * whole: people whose every duty goes by the same whole days have the same overlaps, the same rest and the same nights.
 */
export function clashEffect(plan: WholePlan, told: Told): ClashEffect {
  const edits = editsOf(plan, told)
  const gone = new Map(
    told.touched.flatMap(({ item, from, to }) =>
      from && to && lengthOf(from) === lengthOf(to) ? [[item.id, to.startAt - from.startAt] as const] : [],
    ),
  )
  const rigid = movesAsOne(plan, gone)
  const { made, mended } = effectOf(plan, edits, unit => isSame(unit, told, rigid))
  return { made, mended }
}

const lengthOf = ({ startAt, endAt }: { startAt: Instant; endAt: Instant | null }) =>
  (endAt ?? startAt) - startAt

/** How many stand a shift does not depend on when it is. */
const isSame = (unit: Unit, { outcome }: Told, rigid: (person: string) => boolean): boolean =>
  unit.of === 'shift' || (unit.of === 'person' && outcome.exercise === null && rigid(unit.id))

function editsOf(plan: WholePlan, { touched, outcome }: Told): WholeEdit[] {
  const shifts = new Map(plan.shifts.map(row => [row.id, row]))
  const activities = new Map(plan.activities.map(row => [row.id, row]))
  const phases = new Map(plan.phases.map(row => [row.id, row]))
  const edits = touched.flatMap(({ item: { id }, to }): WholeEdit[] => {
    if (!to) return []
    const { startAt, endAt } = to
    const [shift, activity, phase] = [shifts.get(id), activities.get(id), phases.get(id)]
    if (shift && endAt !== null) return [{ of: 'shift', id, to: { ...shift, startAt, endAt } }]
    if (activity) return [{ of: 'activity', id, to: { ...activity, startAt, endAt } }]
    return phase && endAt !== null ? [{ of: 'phase', id, to: { id, startAt, endAt } }] : []
  })
  if (outcome.exercise === null) return edits
  const { startexAt, endexOffset } = outcome.exercise
  const play = { startAt: startexAt, endAt: startexAt + endexOffset * SECOND }
  return [
    ...edits,
    ...plan.people.flatMap((person): WholeEdit[] =>
      person.play ? [{ of: 'person', id: person.id, to: { ...person, play } }] : [],
    ),
  ]
}

/** Whether all that a person has to do goes by the same whole days, and nothing else keeps them busy. */
function movesAsOne(plan: WholePlan, gone: ReadonlyMap<string, number>): (person: string) => boolean {
  const people = new Map(plan.people.map(person => [person.id, person]))
  const steps = new Map<string, number | 'apart'>()
  const note = (id: string, row: string, startAt: Instant, endAt: Instant) => {
    const by = gone.get(row) ?? 0
    const same = (steps.get(id) ?? by) === by && keepsNights(people.get(id), by, startAt, endAt)
    steps.set(id, same ? by : 'apart')
  }
  for (const { id, startAt, endAt, duties } of plan.shifts)
    for (const { person } of duties) note(person, id, startAt, endAt)
  for (const { id, startAt, endAt, attendees } of plan.activities)
    for (const { person } of attendees) note(person, id, startAt, endAt ?? startAt)
  return id => steps.get(id) !== 'apart' && (people.get(id)?.elsewhere.length ?? 0) === 0
}

/** The same times of day where the person is, so that a night stays a night. */
function keepsNights(person: PlanPerson | undefined, by: number, startAt: Instant, endAt: Instant): boolean {
  if (by === 0) return true
  const zone = person?.timeZone ?? 'UTC'
  const same = (at: Instant) => offsetSecondsAt(zone, at) === offsetSecondsAt(zone, at + by)
  return by % DAY === 0 && same(startAt) && same(endAt)
}
