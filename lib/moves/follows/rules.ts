import { graphFrom } from '@/lib/injects/known/rules'
import {
  columnsOf,
  type LogicColumns,
  type TimeColumns,
  timesIn,
  tooEarlyIn,
} from '@/lib/logic/columns/rules'
import type { GraphIndex } from '@/lib/logic/graph/rules'
import { exerciseSecondsOf } from '@/lib/logic/times/rules'
import type { Moment, StartexFrame } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import type { Outcome } from '../outcome/rules'
import { type MovePlan, type PlanIndex, type PlanItem, type Span, spanOf } from '../plan/rules'

/** What waits for what, when all of it is planned, and which injects are planned before that; kept between previews. */
export type Logic = {
  columns: LogicColumns
  /** the injects by their numbers in the columns; gates are none */
  items: readonly (PlanItem | undefined)[]
  times: TimeColumns
  early: ReadonlySet<number>
}

export function logicOf(plan: PlanIndex): Logic {
  const columns = columnsOf(graphOfPlan(plan, plan.frame))
  const items = columns.ids.map(id => plan.item('Inject', id))
  const times = timesIn(columns)
  return { columns, items, times, early: tooEarlyIn(columns, times) }
}

/** The injects and gates of a plan as the logic sees them, counted from that STARTEX. */
export function graphOfPlan(plan: MovePlan, frame: StartexFrame): GraphIndex {
  const injects = plan.items.flatMap(({ table, id, start, durationSeconds }) =>
    table === 'Inject' ? [{ id, serial: '', durationSeconds, moment: start }] : [],
  )
  return graphFrom(
    { injects, gates: plan.gates.map(gate => ({ ...gate, number: 0 })), waits: plan.waits },
    frame,
  )
}

/** Something that goes without being rewritten: it waits for what is moved, or is counted from STARTEX. */
export type Followed = { item: PlanItem; from: Span | null; to: Span | null }

/**
 * What goes by itself, and what a move makes and mends of injects that are planned before what they wait for allows.
 */
export type Following = { follows: Followed[]; earlyMade: PlanItem[]; earlyMended: PlanItem[] }

export function followingOf(plan: PlanIndex, logic: Logic, outcome: Outcome): Following {
  const { columns, items, early } = logic
  const after = timesAfter(plan, columns, outcome)
  const follows = after ? waiting(plan, logic, after, outcome.frame) : []
  if (outcome.frame !== plan.frame) follows.push(...countedFromStartex(plan, outcome))
  if (after === null) return { follows, earlyMade: [], earlyMended: [] }
  const next = tooEarlyIn(columns, after)
  const only = (some: ReadonlySet<number>, others: ReadonlySet<number>) =>
    [...some].flatMap(n => (others.has(n) ? [] : (items[n] ?? [])))
  return { follows, earlyMade: only(next, early), earlyMended: only(early, next) }
}

/** When everything is planned that waits or is waited for, once that is moved; null where nothing of it moves. */
function timesAfter(plan: PlanIndex, columns: LogicColumns, { moved, frame }: Outcome): TimeColumns | null {
  if (plan.waits.length === 0) return null
  const [start, duration] = [columns.start.slice(), columns.duration.slice()]
  let any = frame !== plan.frame
  const put = (item: PlanItem, moment: Moment | null, durationSeconds: number | null) => {
    const n = item.table === 'Inject' && moment !== null ? columns.numberOf(item.id) : undefined
    if (n === undefined || moment === null) return
    start[n] = exerciseSecondsOf(moment, frame)
    duration[n] = durationSeconds ?? 0
    any = true
  }
  if (any) for (const item of plan.items) put(item, item.start, item.durationSeconds)
  for (const row of moved) put(row.item, row.start, row.durationSeconds)
  return any ? timesIn(columns, start, duration) : null
}

function waiting(
  plan: PlanIndex,
  { columns, items, times }: Logic,
  after: TimeColumns,
  frame: StartexFrame,
): Followed[] {
  const follows: Followed[] = []
  for (const n of columns.order) {
    const from = plan.frame.startexAt + (times.at[n] ?? Number.NaN) * SECOND
    const to = frame.startexAt + (after.at[n] ?? Number.NaN) * SECOND
    const item = items[n]
    if (item && !Object.is(from, to)) follows.push({ item, from: spanAt(item, from), to: spanAt(item, to) })
  }
  return follows
}

function spanAt({ durationSeconds }: PlanItem, startAt: number): Span | null {
  if (Number.isNaN(startAt)) return null
  const endAt = durationSeconds === null ? null : startAt + durationSeconds * SECOND
  return { startAt, endAt, adjusted: null }
}

function countedFromStartex(plan: PlanIndex, { moved, frame }: Outcome): Followed[] {
  const own = new Set(moved.map(({ item }) => item))
  return plan.items.flatMap(item => {
    if (own.has(item)) return []
    const [from, to] = [plan.span(item), spanOf(item, frame)]
    return from?.startAt === to?.startAt && from?.endAt === to?.endAt ? [] : [{ item, from, to }]
  })
}
