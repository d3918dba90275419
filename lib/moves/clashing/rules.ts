import type { Unit } from '@/lib/clashes/whole/known/rules'
import type { Clash, WholePlan } from '@/lib/clashes/whole/plan/rules'
import { effectOf, type WholeEdit } from '@/lib/clashes/whole/rules'
import { DAY, SECOND } from '@/lib/time-calendar'
import { type Instant, offsetSecondsAt, transitionsBetween } from '@/lib/time-zones'
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
  // A shift of people who all move as one says something of nobody else.
  const telling = edits.filter(
    ({ of, to }) =>
      of !== 'shift' || told.outcome.exercise !== null || to?.duties.some(({ person }) => !rigid(person)),
  )
  const { made, mended } = effectOf(plan, telling, unit => isSame(unit, told, rigid))
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
  const keeps = nightsKept(plan, gone)
  const note = (id: string, row: string, startAt: Instant, endAt: Instant) => {
    const by = gone.get(row) ?? 0
    const known = steps.get(id) ?? by
    const same = known === by && keeps(people.get(id)?.timeZone ?? 'UTC', by, startAt, endAt)
    steps.set(id, same ? by : 'apart')
  }
  for (const { id, startAt, endAt, duties } of plan.shifts)
    for (const { person } of duties) note(person, id, startAt, endAt)
  for (const { id, startAt, endAt, attendees } of plan.activities)
    for (const { person } of attendees) note(person, id, startAt, endAt ?? startAt)
  return id => steps.get(id) !== 'apart' && (people.get(id)?.elsewhere.length ?? 0) === 0
}

/**
 * Whether the times of day stay where the person is, so that a night stays a night. A zone whose clocks do not change
 * anywhere between the first and the last of these times is asked once.
 */
function nightsKept(plan: WholePlan, gone: ReadonlyMap<string, number>) {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const row of [...plan.shifts, ...plan.activities]) {
    const by = gone.get(row.id) ?? 0
    least = Math.min(least, row.startAt, row.startAt + by)
    most = Math.max(most, row.endAt ?? row.startAt, (row.endAt ?? row.startAt) + by)
  }
  const steady = new Map<string, boolean>()
  const isSteady = (zone: string) => {
    const known = steady.get(zone) ?? transitionsBetween(zone, least, most).length === 0
    steady.set(zone, known)
    return known
  }
  return (zone: string, by: number, startAt: Instant, endAt: Instant): boolean => {
    if (by === 0) return true
    if (by % DAY !== 0) return false
    const same = (at: Instant) => offsetSecondsAt(zone, at) === offsetSecondsAt(zone, at + by)
    return isSteady(zone) || (same(startAt) && same(endAt))
  }
}
