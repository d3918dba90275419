import { type Known, knownOf, type Unit } from '@/lib/clashes/whole/known/rules'
import type { Clash, PlanActivity, WholePlan } from '@/lib/clashes/whole/plan/rules'
import { effectOf, type WholeEdit } from '@/lib/clashes/whole/rules'
import { SECOND } from '@/lib/time-calendar'
import { type Company, companyOf, movingAsOne } from '../company/rules'
import type { PlanItem, Span } from '../plan/rules'
import type { Told } from '../telling/rules'

export type ClashEffect = { made: Clash[]; mended: Clash[] }

/** A plan as its clashes are looked for, kept between previews. */
export type Looked = { plan: WholePlan; known: Known; company: Company }

export const lookedAt = (plan: WholePlan): Looked => ({
  plan,
  known: knownOf(plan),
  company: companyOf(plan),
})

/** What a move does, as far as clashes are concerned. */
export type Moving = {
  exercise: Told['outcome']['exercise']
  touched: readonly { item: Pick<PlanItem, 'table' | 'id'>; from: Span | null; to: Span | null }[]
}

/**
 * Which clashes a move makes and which it mends. Only what it touches is looked at, and of that not what moves as a
 * whole: people whose every duty goes by the same whole days have the same overlaps, the same rest and the same nights.
 */
export function clashEffect({ plan, known, company }: Looked, { exercise, touched }: Moving): ClashEffect {
  // Nothing of this is about injects.
  const moving = { exercise, touched: touched.filter(({ item }) => item.table !== 'Inject') }
  const all = moving.exercise !== null
  const asOne = movingAsOne(company, moving.touched)
  // When it is says nothing of how many stand a shift; nor of its people, where they have everything as before.
  const isSame = ({ of, id }: Unit) => of === 'shift' || (of === 'person' && !all && asOne.person(id))
  const tells = (shiftId: string) => all || asOne.tells(shiftId)
  const { made, mended } = effectOf(
    known,
    [...editsOf(known, moving, tells), ...playOf(plan, moving)],
    isSame,
  )
  return { made, mended }
}

function editsOf(known: Known, { touched }: Moving, tells: (shiftId: string) => boolean): WholeEdit[] {
  const edits: WholeEdit[] = []
  for (const { item, to } of touched) {
    if (!to) continue
    const edit = editOf(known, item, to, tells)
    if (edit) edits.push(edit)
  }
  return edits
}

function editOf(
  { shifts, activities, phases }: Known,
  { table, id }: Pick<PlanItem, 'table' | 'id'>,
  { startAt, endAt }: Span,
  tells: (shiftId: string) => boolean,
): WholeEdit | null {
  if (table === 'Shift') {
    const shift = endAt !== null && tells(id) ? shifts.get(id) : undefined
    return shift && endAt !== null ? { of: 'shift', id, to: { ...shift, startAt, endAt } } : null
  }
  if (table === 'Activity') {
    const activity: PlanActivity | undefined = activities.get(id)
    return activity ? { of: 'activity', id, to: { ...activity, startAt, endAt } } : null
  }
  return table === 'Phase' && phases.has(id) && endAt !== null
    ? { of: 'phase', id, to: { id, startAt, endAt } }
    : null
}

/** Where play goes, so do the days on which everybody is wanted. */
function playOf({ people }: WholePlan, { exercise }: Moving): WholeEdit[] {
  if (exercise === null) return []
  const { startexAt, endexOffset } = exercise
  const play = { startAt: startexAt, endAt: startexAt + endexOffset * SECOND }
  return people.flatMap((person): WholeEdit[] =>
    person.play ? [{ of: 'person', id: person.id, to: { ...person, play } }] : [],
  )
}
