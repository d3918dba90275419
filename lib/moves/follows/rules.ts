import { nodeOf } from '@/lib/injects/judging/rules'
import { graphFrom } from '@/lib/injects/known/rules'
import type { GraphIndex } from '@/lib/logic/graph/rules'
import { impliedTimes, instantOfSeconds, retimed, type Timed } from '@/lib/logic/times/rules'
import type { StartexFrame } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import type { Outcome } from '../outcome/rules'
import { keyOf, type MovePlan, type PlanIndex, type PlanItem, type Span, spanOf } from '../plan/rules'

/** What waits for what, and when all of it is planned. */
export type Logic = { graph: GraphIndex; times: Map<string, Timed> }

export function logicOf(plan: MovePlan, frame: StartexFrame): Logic {
  const injects = plan.items.filter(({ table }) => table === 'Inject').map(injectOf)
  const graph = graphFrom(
    { injects, gates: plan.gates.map(gate => ({ ...gate, number: 0 })), waits: plan.waits },
    frame,
  )
  return { graph, times: impliedTimes(graph) }
}

const injectOf = ({ id, start, durationSeconds }: PlanItem) => ({
  ...{ id, serial: '', durationSeconds, moment: start },
})

/** Something that goes without being rewritten: it waits for what is moved, or is counted from STARTEX. */
export type Followed = { item: PlanItem; from: Span | null; to: Span | null }

/** What goes by itself. Where STARTEX stays, that is what hangs on the moved and no more; else everything is looked at. */
export function followsOf(plan: PlanIndex, logic: Logic, outcome: Outcome): Followed[] {
  return outcome.frame === plan.frame
    ? waitingFor(plan, logic, outcome)
    : countedFromStartex(plan, logic, outcome)
}

function waitingFor(plan: PlanIndex, { graph, times }: Logic, { moved, frame }: Outcome): Followed[] {
  const changed = moved.filter(({ item }) => item.table === 'Inject')
  if (changed.length === 0 || plan.waits.length === 0) return []
  const former = changed.flatMap(({ item }) => graph.node(item.id) ?? [])
  for (const [n, { start, durationSeconds }] of changed.entries()) {
    const node = former[n]
    if (!node) continue
    const row = { id: node.id, moment: start, durationSeconds, waits: [] }
    graph.put({ ...nodeOf(row, frame), waits: node.waits })
  }
  const ids = changed.map(({ item }) => item.id)
  const found = retimed(graph, times, ids)
  // Tried and taken back: the logic is asked again for the next preview.
  for (const node of former) graph.put(node)
  const own = new Set(ids)
  return [...found.times].flatMap(([id, to]) => {
    const item = own.has(id) ? undefined : plan.item('Inject', id)
    return item && item.start === null
      ? [{ item, from: timedSpan(item, times.get(id), plan.frame), to: timedSpan(item, to, frame) }]
      : []
  })
}

function timedSpan(item: PlanItem, timed: Timed | null | undefined, frame: StartexFrame): Span | null {
  if (timed?.at === null || timed?.at === undefined) return null
  const startAt = instantOfSeconds(timed.at, frame)
  const { durationSeconds } = item
  return {
    startAt,
    endAt: durationSeconds === null ? null : startAt + durationSeconds * SECOND,
    adjusted: null,
  }
}

function countedFromStartex(plan: PlanIndex, { times }: Logic, { moved, frame }: Outcome): Followed[] {
  const own = new Set(moved.map(({ item }) => keyOf(item)))
  const after = logicOf(plan, frame).times
  return plan.items.flatMap(item => {
    if (own.has(keyOf(item))) return []
    const waits = item.table === 'Inject' && item.start === null
    const from = waits ? timedSpan(item, times.get(item.id), plan.frame) : spanOf(item, plan.frame)
    const to = waits ? timedSpan(item, after.get(item.id), frame) : spanOf(item, frame)
    return from?.startAt === to?.startAt && from?.endAt === to?.endAt ? [] : [{ item, from, to }]
  })
}
