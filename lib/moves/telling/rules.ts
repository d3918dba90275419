import type { Gate } from '@/lib/schedule/kinds/rules'
import type { StartexFrame } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import { formatMoment } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { ownDatesKept, type Unfit, unfitAfter } from '../fitting/rules'
import { type Followed, followingOf, type Logic } from '../follows/rules'
import type { Moved, StayReason, Stays } from '../gathering/rules'
import type { Outcome } from '../outcome/rules'
import { type PlanIndex, type PlanItem, type PlanTable, type Span, spanOf } from '../plan/rules'
import { outcomeOf } from '../rules'
import type { Operation } from '../schema'
import { wallShifts } from '../walls/rules'

/** Rows told by name; the rest in numbers. */
const mostRows = 100

export type ToldSpan = { startAt: Instant; endAt: Instant | null }

/**
 * One row of a preview. `written`: its beginning as it is written now, which says why it goes or stays. `wall`: by how
 * many seconds its time on the wall at home shifts beyond what was asked, where DST lies between. `adjusted`: DST skips or
 * repeats the time it would keep, and the later instant is taken.
 */
export type ToldRow = {
  table: PlanTable
  id: string
  name: string
  gate: Gate | null
  written: string
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
  /** STARTEX itself would lie behind us */
  past: boolean
  counts: { table: PlanTable; count: number }[]
  moved: ToldRows
  made: ToldRows
  follows: ToldRows
  stays: { why: StayReason; total: number; rows: ToldRow[] }[]
  /** falls into an hour that DST skips or repeats: somebody has to decide */
  decide: ToldRows
  /** whose time on the wall shifts */
  walls: ToldRows
  /** still to come, and would lie behind us */
  overtaken: ToldRows
  /** approved injects whose time changes */
  approved: number
  unfit: Unfit
  /** injects that would be planned before what they wait for allows, and those that no longer are */
  early: { made: ToldRows; mended: ToldRows }
}

export type Told = {
  outcome: Outcome
  telling: Telling
  /** what is at another time, or lasts otherwise */
  touched: readonly Went[]
  follows: readonly Followed[]
}

/** A row that a move writes or takes along, as its letter and its numbers need it. */
export type Went = { item: PlanItem; from: Span | null; to: Span | null; adjusted: ToldRow['adjusted'] }

/** Everything that a move would do, told. */
export function toldOf(plan: PlanIndex, logic: Logic, operation: Operation, now: Instant): Told {
  const outcome = outcomeOf(plan, operation, now)
  const { frame, problem } = outcome
  const { follows, earlyMade, earlyMended } =
    problem === null ? followingOf(plan, logic, outcome) : { follows: [], earlyMade: [], earlyMended: [] }
  const moved = outcome.moved.map(one => went(one, plan, frame))
  const made = outcome.made.map(one => went(one, plan, frame))
  const [changed, same] = parted(moved)
  const followed = follows.map((one): Went => ({ ...one, adjusted: newlyAdjusted(one) }))
  const touched = followed.length === 0 ? changed : [...changed, ...followed]
  const shiftOf = wallShifts(plan, outcome, operation, touched)
  const tell = (one: Went): ToldRow => rowOf(one, plan.frame, shiftOf(one.from, one.to))
  const some = (rows: readonly Went[]) => someOf(rows, tell)
  const standing = (items: readonly PlanItem[]) => some(items.map(item => stayed(plan, item)))
  const stays = [...outcome.stays, ...ownDatesKept(plan, outcome), ...same.map(whySame(operation))]
  const telling: Telling = {
    ...anchorsOf(plan, outcome, now),
    ...{
      problem,
      counts: countsOf(changed),
      moved: some(changed),
      made: some(made),
      follows: some(followed),
    },
    stays: byReason(stays).map(([why, items]) => ({ why, ...standing(items) })),
    decide: some(touched.filter(({ adjusted }) => adjusted !== null)),
    walls: some(touched.filter(({ from, to, adjusted }) => adjusted === null && shiftOf(from, to) !== 0)),
    overtaken: some(touched.filter(({ from, to }) => from && to && from.startAt >= now && to.startAt < now)),
    // Counted from another STARTEX they stay approved: see `applyMove`.
    approved: frame === plan.frame ? approvedIn(changed) : 0,
    unfit: unfitAfter(plan, outcome),
    early: { made: standing(earlyMade), mended: standing(earlyMended) },
  }
  return { outcome, telling, touched, follows }
}

function anchorsOf(plan: PlanIndex, { frame, exercise }: Outcome, now: Instant) {
  const { startexAt, timeZone } = plan.frame
  return {
    home: { from: timeZone, to: frame.timeZone },
    startex: { from: startexAt, to: frame.startexAt },
    endex: {
      from: startexAt + plan.endexOffset * SECOND,
      to: frame.startexAt + (exercise?.endexOffset ?? plan.endexOffset) * SECOND,
    },
    past: frame.startexAt !== startexAt && frame.startexAt < now,
  }
}

function went(moved: Moved, plan: PlanIndex, after: StartexFrame): Went {
  const { item, start, end, durationSeconds, days, adjusted } = moved
  const to = spanOf({ table: item.table, start, end, durationSeconds, days }, after)
  return { item, from: plan.span(item), to, adjusted }
}

const stayed = (plan: PlanIndex, item: PlanItem): Went => {
  const span = plan.span(item)
  return { item, from: span, to: span, adjusted: null }
}

/** A date of registration is an instant, whether it is written as a day or not. */
const isSame = ({ item, from, to }: Went): boolean =>
  from !== null &&
  to !== null &&
  from.startAt === to.startAt &&
  (from.endAt === to.endAt || item.gate !== null)

/** Those that are at another time, and those that are only written otherwise. */
function parted(moved: Went[]): [changed: Went[], same: Went[]] {
  return moved.some(isSame) ? [moved.filter(one => !isSame(one)), moved.filter(isSame)] : [moved, []]
}

/** Where STARTEX goes, what is kept of the past is written anew for that. */
const whySame =
  ({ kind }: Operation) =>
  ({ item }: Went): Stays => ({ item, why: kind === 'slip_startex' ? 'happened' : 'same' })

function newlyAdjusted({ from, to }: Followed): ToldRow['adjusted'] {
  return to?.adjusted && (from?.startAt !== to.startAt || from.endAt !== to.endAt) ? to.adjusted : null
}

function rowOf({ item, from, to, adjusted }: Went, { timeZone }: StartexFrame, wall: number): ToldRow {
  const { table, id, name, gate, start } = item
  return {
    ...{ table, id, name, gate, written: start ? formatMoment(start, timeZone) : '' },
    ...{ from: bare(from), to: bare(to), adjusted, wall },
  }
}

const bare = (span: Span | null): ToldSpan | null => span && { startAt: span.startAt, endAt: span.endAt }

/** The first by their time, told; the others counted. */
function someOf(rows: readonly Went[], told: (row: Went) => ToldRow): ToldRows {
  const first = rows.length > mostRows ? earliest(rows, mostRows) : rows
  return { total: rows.length, rows: first.toSorted((a, b) => startOf(a) - startOf(b)).map(told) }
}

const startOf = ({ from }: Went) => from?.startAt ?? 0

/** Without sorting tens of thousands for the sake of a hundred. */
function earliest(rows: readonly Went[], most: number): Went[] {
  const starts = new Float64Array(rows.length)
  for (const [n, row] of rows.entries()) starts[n] = startOf(row)
  const last = starts.sort()[most - 1] ?? 0
  return rows
    .filter(row => startOf(row) <= last)
    .toSorted((a, b) => startOf(a) - startOf(b))
    .slice(0, most)
}

function countsOf(rows: readonly Went[]): Telling['counts'] {
  const counts = new Map<PlanTable, number>()
  for (const { item } of rows) counts.set(item.table, (counts.get(item.table) ?? 0) + 1)
  return [...counts].map(([table, count]) => ({ table, count }))
}

function approvedIn(rows: readonly Went[]): number {
  let count = 0
  for (const { item, from, to } of rows)
    if ((item.state === 'approved' || item.state === 'synchronised') && from?.startAt !== to?.startAt) count++
  return count
}

function byReason(stays: readonly Stays[]): [StayReason, PlanItem[]][] {
  const groups = new Map<StayReason, PlanItem[]>()
  for (const { item, why } of stays) {
    const group = groups.get(why)
    if (group) group.push(item)
    else groups.set(why, [item])
  }
  return [...groups]
}
