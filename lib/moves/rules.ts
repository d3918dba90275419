import { phaseProblem, windowProblem } from '@/lib/schedule/rules'
import type { StartexFrame } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'
import { skipWeekend, stretchDay } from './days/rules'
import { byTime, gathering, type Moved, putWhole, stretched, type Way } from './gathering/rules'
import { gathered, impossible, type Outcome } from './outcome/rules'
import { type PlanIndex, type PlanItem, tableOf } from './plan/rules'
import type { MovedItem, Operation } from './schema'
import { inRange, placed } from './shifting/rules'
import { homeZone, slidePhase, slipStartex } from './whole/rules'

/** What an operation would do to the plan, before anything is written. */
export function outcomeOf(plan: PlanIndex, operation: Operation, now: Instant): Outcome {
  const found = dispatched(plan, operation, now)
  return { ...found, problem: found.problem ?? problemOf(plan, found) }
}

function dispatched(plan: PlanIndex, operation: Operation, now: Instant): Outcome {
  switch (operation.kind) {
    case 'items':
      return byHand(plan, operation, now)
    case 'edge':
      return oneEdge(plan, operation)
    case 'duplicate':
      return copies(plan, operation, now)
    case 'slide_phase':
      return slidePhase(plan, operation, now)
    case 'slip_startex':
      return slipStartex(plan, operation, now)
    case 'stretch_day':
      return stretchDay(plan, operation, now)
    case 'skip_weekend':
      return skipWeekend(plan, operation, now)
    case 'home_zone':
      return homeZone(plan, operation)
  }
}

/** The rows that are pointed at; null where one of them is not of this exercise, or gone. */
function pointedAt(plan: PlanIndex, items: readonly MovedItem[]): PlanItem[] | null {
  const found = items.map(({ kind, id }) => plan.item(tableOf[kind], id))
  const rows = found.filter(item => item !== undefined)
  return rows.length === found.length ? rows : null
}

type ByHand = Extract<Operation, { kind: 'items' }>

function byHand(plan: PlanIndex, { items, bySeconds, pinTo }: ByHand, now: Instant): Outcome {
  const rows = pointedAt(plan, items)
  if (!rows) return impossible(plan, 'not_found')
  const into = gathering(plan, now, false)
  const [first] = rows
  const span = first && plan.span(first)
  if (first && span && pinTo !== undefined) {
    const exactly: Way = moment => ({ moment: placed(moment, pinTo, plan.frame), adjusted: null })
    const along = byTime(Math.round((pinTo - span.startAt) / SECOND), plan.frame)
    // Its beginning is where it was typed to be; what it is made of keeps its distance.
    for (const row of rows)
      putWhole(into, row, moment => (moment === first.start ? exactly(moment) : along(moment)))
    return gathered(into)
  }
  for (const row of rows) putWhole(into, row, byTime(bySeconds, plan.frame))
  return gathered(into)
}

type OneEdge = Extract<Operation, { kind: 'edge' }>

function oneEdge(plan: PlanIndex, { item: { kind, id }, edge, at }: OneEdge): Outcome {
  const item = plan.item(tableOf[kind], id)
  if (!item) return impossible(plan, 'not_found')
  // What only waits begins when it is let: its length is its own, its beginning is not.
  if (item.start === null) return impossible(plan, 'move_waits')
  const moved = stretched(item, edge, at, plan.frame)
  if (!moved) return impossible(plan, 'end_before_start')
  return { ...impossible(plan, ''), moved: [moved], problem: null }
}

type Copies = Extract<Operation, { kind: 'duplicate' }>

function copies(plan: PlanIndex, { items, bySeconds }: Copies, now: Instant): Outcome {
  const rows = pointedAt(plan, items)
  if (!rows) return impossible(plan, 'not_found')
  const into = gathering(plan, now, true)
  // A copy of a phase is an empty one: what is planned into it stays where it is.
  for (const row of rows) {
    const way = byTime(bySeconds, plan.frame)
    const start = row.start && (way(row.start)?.moment ?? row.start)
    const end = row.end && (way(row.end)?.moment ?? row.end)
    const { durationSeconds, days } = row
    into.moved.set(row, { item: row, start, end, durationSeconds, days, adjusted: null })
  }
  const made = [...into.moved.values()]
  return { ...gathered(into), moved: [], made, problem: null }
}

/** Lengths that the database holds: the longest of each table, in seconds. */
const longest: Partial<Record<PlanItem['table'], number>> = { Shift: 604_800, Inject: 31_622_400 }
const mostSeconds = 316_224_000

/**
 * What no plan may be: a moment too far away, a phase without length, a window that closes before it opens. Where STARTEX
 * or the home zone moves, what no longer fits is told instead (`fitting`): it was not this row that was moved.
 */
function problemOf(plan: PlanIndex, { moved, made, frame }: Outcome): string | null {
  let gates = false
  for (const rows of [moved, made])
    for (const row of rows) {
      const problem = rowProblem(row, frame, frame === plan.frame)
      if (problem !== null) return problem
      gates ||= row.item.table === 'Activity' && row.item.gate !== null
    }
  return gates && frame === plan.frame ? windowProblem(gatesAfter(plan, moved), frame) : null
}

function rowProblem(row: Moved, frame: StartexFrame, fits: boolean): string | null {
  const { item, start, end, durationSeconds } = row
  if ((start !== null && !inRange(start)) || (end !== null && !inRange(end))) return 'out_of_range'
  const { table } = item
  if (fits && (table === 'Phase' || table === 'Rota') && start && end && phaseProblem({ start, end }, frame))
    return 'end_before_start'
  if (durationSeconds !== null && durationSeconds > (longest[table] ?? mostSeconds)) return 'too_long_a_time'
  return table === 'Shift' && (durationSeconds ?? 0) < 60 ? 'shift_too_short' : null
}

function gatesAfter(plan: PlanIndex, moved: readonly Moved[]) {
  const after = new Map(moved.map(row => [row.item, row.start]))
  return plan.items.flatMap(item => {
    const moment = after.get(item) ?? item.start
    return item.table === 'Activity' && item.gate && moment ? [{ gate: item.gate, moment }] : []
  })
}
