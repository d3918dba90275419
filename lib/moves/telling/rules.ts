import { resolvePhase } from '@/lib/schedule/rules'
import type { StartexFrame } from '@/lib/time'
import { addDays, DAY, localMillis, SECOND } from '@/lib/time-calendar'
import { startOfDay } from '@/lib/time-wall'
import { type Instant, transitionsBetween } from '@/lib/time-zones'
import { followsOf, type Logic } from '../follows/rules'
import type { Moved, StayReason } from '../gathering/rules'
import type { Outcome } from '../outcome/rules'
import { type PlanIndex, type PlanItem, type PlanTable, type Span, spanOf } from '../plan/rules'
import { outcomeOf } from '../rules'
import type { Operation } from '../schema'

/** Rows told by name; the rest in numbers. */
const mostRows = 100

export type ToldSpan = { startAt: Instant; endAt: Instant | null }

/**
 * One row of a preview. `wall`: by how many seconds its time on the wall at home shifts beyond what was asked, where DST
 * lies between. `adjusted`: DST skips or repeats the time it would keep, and the later instant is taken.
 */
export type ToldRow = {
  table: PlanTable
  id: string
  name: string
  from: ToldSpan | null
  to: ToldSpan | null
  adjusted: 'skipped' | 'repeated' | null
  wall: number
}

export type ToldRows = { total: number; rows: ToldRow[] }

/** What a move would do, as plain data that a page or a dialog shows. */
export type Telling = {
  problem: string | null
  home: { from: string; to: string }
  startex: { from: Instant; to: Instant }
  endex: { from: Instant; to: Instant }
  counts: { table: PlanTable; count: number }[]
  moved: ToldRows
  made: ToldRows
  follows: ToldRows
  stays: { why: StayReason; total: number; rows: ToldRow[] }[]
  /** whose time on the wall shifts, or falls into an hour that is skipped or comes twice */
  walls: ToldRows
  /** approved injects whose time changes */
  approved: number
  /** phases that would end before they begin */
  broken: string[]
}

export type Told = { outcome: Outcome; telling: Telling; touched: readonly Touched[] }

/** A row that a move writes or takes along, as its letter and its numbers need it. */
type Touched = { item: PlanItem; from: Span | null; to: Span | null }

/** Everything that a move would do, told; `logic` is left as it was. */
export function toldOf(plan: PlanIndex, logic: Logic, operation: Operation, now: Instant): Told {
  const outcome = outcomeOf(plan, operation, now)
  const { frame } = outcome
  const follows = outcome.problem === null ? followsOf(plan, logic, outcome) : []
  const nominal = nominalShift(plan, outcome, operation)
  const moved = outcome.moved.map(one => effected(one, plan.frame, frame))
  const made = outcome.made.map(one => effected(one, plan.frame, frame))
  const followed = follows.map((one): Effected => ({ ...one, adjusted: newlyAdjusted(one) }))
  const touched = [...moved, ...followed]
  const shiftOf = wallShifts(plan.frame, frame, nominal, touched)
  const row = ({ item, from, to, adjusted }: Effected): ToldRow => ({
    ...{ table: item.table, id: item.id, name: item.name, from: bare(from), to: bare(to), adjusted },
    wall: shiftOf(from, to),
  })
  const some = (rows: readonly Effected[]) => someOf(rows, row)
  const told: Telling = {
    problem: outcome.problem,
    home: { from: plan.frame.timeZone, to: frame.timeZone },
    startex: { from: plan.frame.startexAt, to: frame.startexAt },
    endex: {
      from: plan.frame.startexAt + plan.endexOffset * SECOND,
      to: frame.startexAt + (outcome.exercise?.endexOffset ?? plan.endexOffset) * SECOND,
    },
    counts: countsOf(outcome.moved),
    moved: some(moved),
    made: some(made),
    follows: some(followed),
    stays: staysOf(plan, outcome),
    walls: some(touched.filter(({ from, to, adjusted }) => adjusted !== null || shiftOf(from, to) !== 0)),
    approved: moved.filter(({ item, from, to }) => isAgreed(item) && from?.startAt !== to?.startAt).length,
    broken: brokenPhases(plan, outcome),
  }
  return { outcome, telling: told, touched }
}

const isAgreed = ({ state }: PlanItem) => state === 'approved' || state === 'synchronised'

const bare = (span: Span | null): ToldSpan | null => span && { startAt: span.startAt, endAt: span.endAt }

type Effected = Touched & { adjusted: ToldRow['adjusted'] }

function effected(moved: Moved, before: StartexFrame, after: StartexFrame): Effected {
  const { item, start, end, durationSeconds, days, adjusted } = moved
  const to = spanOf({ table: item.table, start, end, durationSeconds, days }, after)
  return { item, from: spanOf(item, before), to, adjusted }
}

function newlyAdjusted({ from, to }: Touched): ToldRow['adjusted'] {
  return to?.adjusted && from?.startAt !== to.startAt ? to.adjusted : null
}

/** By how much a row was asked to go on the wall at home, in milliseconds; null where each goes its own way. */
type Nominal = (from: Instant) => number | null

function nominalShift(plan: PlanIndex, outcome: Outcome, operation: Operation): Nominal {
  const { timeZone } = plan.frame
  if (operation.kind === 'stretch_day') {
    const after = startOfDay(addDays(operation.on, 1), timeZone)
    return from => (from >= after ? operation.bySeconds * SECOND : null)
  }
  const same = sameForAll(plan, outcome, operation)
  return () => same
}

function sameForAll(plan: PlanIndex, { frame }: Outcome, operation: Operation): number | null {
  if ('bySeconds' in operation && !('pinTo' in operation && operation.pinTo !== undefined))
    return operation.bySeconds * SECOND
  if (operation.kind === 'slip_startex')
    return (
      localMillis(frame.startexAt, frame.timeZone) - localMillis(plan.frame.startexAt, plan.frame.timeZone)
    )
  return operation.kind === 'home_zone' || operation.kind === 'skip_weekend' ? 0 : null
}

/**
 * By how many seconds a row's time on the wall shifts beyond what was asked. In whole days it is expected to stay; in
 * hours, to go by as many. Where no clock changes on the way, nothing shifts.
 */
function wallShifts(
  before: StartexFrame,
  after: StartexFrame,
  nominalOf: Nominal,
  touched: readonly Touched[],
): (from: Span | null, to: Span | null) => number {
  if (after === before && !clocksChange(before.timeZone, touched)) return () => 0
  return (from, to) => {
    const nominal = from && nominalOf(from.startAt)
    if (!from || !to || nominal === null || from.startAt === to.startAt) return 0
    const gone = localMillis(to.startAt, after.timeZone) - localMillis(from.startAt, before.timeZone)
    const beyond = (((gone - nominal) % DAY) + DAY) % DAY
    return (beyond > DAY / 2 ? beyond - DAY : beyond) / SECOND
  }
}

/** Whether the clocks of a zone change anywhere between the first and the last of these times. */
function clocksChange(timeZone: string, touched: readonly Touched[]): boolean {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { from, to } of touched)
    for (const span of [from, to]) {
      if (!span) continue
      least = Math.min(least, span.startAt)
      most = Math.max(most, span.startAt)
    }
  return least < most && transitionsBetween(timeZone, least, most).length > 0
}

/** The first by their time, told; the others counted. */
function someOf<Row extends { from: ToldSpan | null }>(
  rows: readonly Row[],
  told: (row: Row) => ToldRow,
): ToldRows {
  const first = rows.length > mostRows ? earliest(rows, mostRows) : rows
  return { total: rows.length, rows: first.toSorted(byStart).map(told) }
}

type Timed = { from: ToldSpan | null }
const startOf = ({ from }: Timed) => from?.startAt ?? 0
const byStart = (a: Timed, b: Timed) => startOf(a) - startOf(b)

/** Without sorting tens of thousands for the sake of a hundred. */
function earliest<Row extends Timed>(rows: readonly Row[], most: number): Row[] {
  const starts = Float64Array.from(rows, startOf).sort()
  const last = starts[most - 1] ?? 0
  return rows
    .filter(row => startOf(row) <= last)
    .toSorted(byStart)
    .slice(0, most)
}

function countsOf(moved: readonly Moved[]): Telling['counts'] {
  const counts = new Map<PlanTable, number>()
  for (const { item } of moved) counts.set(item.table, (counts.get(item.table) ?? 0) + 1)
  return [...counts].map(([table, count]) => ({ table, count }))
}

function staysOf(plan: PlanIndex, { stays }: Outcome): Telling['stays'] {
  const groups = new Map<StayReason, ToldRow[]>()
  for (const { item, why } of stays) {
    const span = bare(spanOf(item, plan.frame))
    const { table, id, name } = item
    const told = { table, id, name, from: span, to: span, adjusted: null, wall: 0 }
    const group = groups.get(why)
    if (group) group.push(told)
    else groups.set(why, [told])
  }
  return [...groups].map(([why, rows]) => ({ why, ...someOf(rows, row => row) }))
}

function brokenPhases(plan: PlanIndex, { frame, moved }: Outcome): string[] {
  if (frame === plan.frame) return []
  const after = new Map(moved.map(one => [one.item, one]))
  return plan.items.flatMap(item => {
    const { start, end } = after.get(item) ?? item
    if (item.table !== 'Phase' || !start || !end) return []
    const { startAt, endAt } = resolvePhase({ start, end }, frame)
    return endAt <= startAt ? [item.name] : []
  })
}
