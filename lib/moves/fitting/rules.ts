import { resolvePhase, windowProblem } from '@/lib/schedule/rules'
import type { StartexFrame } from '@/lib/time'
import type { Stays } from '../gathering/rules'
import type { Outcome } from '../outcome/rules'
import type { PlanIndex, PlanItem } from '../plan/rules'

/**
 * What fits until now and would no longer: phases, rotas and sign-ups that end before they begin, a registration that
 * closes before it opens, and nations (as `participationId`) for which it would with dates of their own.
 */
export type Unfit = { names: string[]; window: boolean; nations: string[] }

type Placed = Pick<PlanItem, 'start' | 'end'>
type PlacedAs = (item: PlanItem) => Placed

export function unfitAfter(plan: PlanIndex, { frame, moved }: Outcome): Unfit {
  const rows = new Map<PlanItem, Placed>()
  for (const row of moved) if (row.end !== null || row.item.gate !== null) rows.set(row.item, row)
  const after: PlacedAs = item => rows.get(item) ?? item
  const before: PlacedAs = item => item
  const anew = (breaks: (as: PlacedAs, at: StartexFrame) => boolean) =>
    (frame !== plan.frame || rows.size > 0) && breaks(after, frame) && !breaks(before, plan.frame)
  const names = (['Phase', 'Rota', 'SignUp'] as const)
    .flatMap(table => plan.rowsOf(table))
    .flatMap(item => (anew((as, at) => isBackwards(as(item), at)) ? [item.name] : []))
  const gates = plan.rowsOf('Activity').filter(({ gate }) => gate !== null)
  const shuts = (own: readonly PlanItem[]) =>
    anew((as, at) => windowProblem(gateMoments(gates, as), at, gateMoments(own, as)) !== null)
  const nations = [...ownDates(plan)].flatMap(([nation, own]) => (shuts(own) ? [nation] : []))
  return { names, window: shuts([]), nations }
}

/** Nations' own dates that stay although the exercise's date of the same kind moves: theirs stand in for it. */
export function ownDatesKept(plan: PlanIndex, { frame, moved }: Outcome): Stays[] {
  const own = plan.rowsOf('ParticipationGate')
  if (frame !== plan.frame || own.length === 0) return []
  const gates = new Set(moved.flatMap(({ item }) => (item.table === 'Activity' ? (item.gate ?? []) : [])))
  return own.flatMap(item => (item.gate && gates.has(item.gate) ? [{ item, why: 'own_date' as const }] : []))
}

const isBackwards = ({ start, end }: Placed, frame: StartexFrame): boolean => {
  if (!start || !end) return false
  const { startAt, endAt } = resolvePhase({ start, end }, frame)
  return endAt <= startAt
}

function gateMoments(items: readonly PlanItem[], as: PlacedAs) {
  return items.flatMap(item => {
    const moment = as(item).start
    return item.gate && moment ? [{ gate: item.gate, moment }] : []
  })
}

/** The own dates of each nation that has some. */
function ownDates(plan: PlanIndex): Map<string, PlanItem[]> {
  const own = new Map<string, PlanItem[]>()
  for (const item of plan.rowsOf('ParticipationGate')) {
    const nation = nationOf(item.id)
    own.set(nation, [...(own.get(nation) ?? []), item])
  }
  return own
}

/** Whose an own date is, by its name `participationId/gate`. */
const nationOf = (id: string): string => id.split('/')[0] ?? ''
