import { partnerName } from '@/lib/countries/rules'
import type { Locale } from '@/lib/locale'
import type { Gate } from '@/lib/schedule/kinds/rules'
import { isWholeDay } from '@/lib/schedule/rules'
import type { StartexFrame } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import { formatMoment } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { ownDatesKept, type Unfit, unfitAfter } from '../fitting/rules'
import { type Followed, followingOf, type Logic } from '../follows/rules'
import type { StayReason, Stays } from '../gathering/rules'
import type { Outcome } from '../outcome/rules'
import type { PlanIndex, PlanItem, PlanTable, Span } from '../plan/rules'
import { outcomeOf } from '../rules'
import type { Operation } from '../schema'
import { surveyOf, type Went, went } from '../survey/rules'
import { wallShifts } from '../walls/rules'

/** Rows told by name; the rest in numbers. */
const mostRows = 100

export type ToldSpan = { startAt: Instant; endAt: Instant | null }

/**
 * One row of a preview. `written`: its beginning as it is written now, which says why it goes or stays. `wall`: by how
 * many seconds its time on the wall at home shifts beyond what was asked, where DST lies between. `adjusted`: DST skips or
 * repeats the time it would keep, and the later instant is taken. `days`: in which zone it is planned in whole days; null
 * where it is planned by the clock.
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
  days: string | null
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
  plan: PlanIndex
  outcome: Outcome
  telling: Telling
  /** what is at another time, or lasts otherwise */
  touched: readonly Went[]
  follows: readonly Followed[]
}

/** What a row is called in the reader's language: a nation's own date says whose it is. */
export const calledIn = ({ name, partner }: PlanItem, locale: Locale): string =>
  partner ? [partnerName(partner, locale), name].filter(Boolean).join(' · ') : name

/** Everything that a move would do, told. */
export function toldOf(
  plan: PlanIndex,
  logic: Logic,
  operation: Operation,
  now: Instant,
  locale: Locale = 'en',
): Told {
  const outcome = outcomeOf(plan, operation, now)
  const { frame, problem } = outcome
  const { follows, earlyMade, earlyMended } =
    problem === null ? followingOf(plan, logic, outcome) : { follows: [], earlyMade: [], earlyMended: [] }
  const seen = surveyOf(plan, outcome, follows, now)
  const { touched, changed, followed, same } = seen
  const shiftOf = wallShifts(plan, outcome, operation, seen)
  const tell = (one: Went): ToldRow => rowOf(one, plan.frame, shiftOf?.(one.from, one.to) ?? 0, locale)
  const some = (rows: readonly Went[]) => someOf(rows, tell)
  const standing = (items: readonly PlanItem[]) => some(items.map(item => stayed(plan, item)))
  const stays = [...outcome.stays, ...ownDatesKept(plan, outcome), ...same.map(whySame(operation))]
  const made = outcome.made.map(one => went(one, plan, frame))
  const shifts = ({ from, to, adjusted }: Went) => adjusted === null && shiftOf?.(from, to) !== 0
  const telling: Telling = {
    ...anchorsOf(plan, outcome, now),
    ...{ problem, counts: seen.counts, moved: some(changed), made: some(made), follows: some(followed) },
    stays: byReason(stays).map(([why, items]) => ({ why, ...standing(items) })),
    decide: some(seen.adjusted),
    walls: some(shiftOf ? touched.filter(shifts) : []),
    overtaken: some(seen.overtaken),
    // Counted from another STARTEX they stay approved: see `applyMove`.
    approved: frame === plan.frame ? seen.approved : 0,
    unfit: unfitAfter(plan, outcome),
    early: { made: standing(earlyMade), mended: standing(earlyMended) },
  }
  return { plan, outcome, telling, touched, follows }
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

const stayed = (plan: PlanIndex, item: PlanItem): Went => {
  const span = plan.span(item)
  return { item, from: span, to: span, adjusted: null }
}

/** Where STARTEX goes, what is kept of the past is written anew for that. */
const whySame =
  ({ kind }: Operation) =>
  ({ item }: Went): Stays => ({ item, why: kind === 'slip_startex' ? 'happened' : 'same' })

function rowOf(
  { item, from, to, adjusted }: Went,
  { timeZone }: StartexFrame,
  wall: number,
  locale: Locale,
): ToldRow {
  const { table, id, gate, start } = item
  return {
    ...{ table, id, name: calledIn(item, locale), gate, written: start ? formatMoment(start, timeZone) : '' },
    ...{ from: bare(from), to: bare(to), adjusted, wall, days: daysIn(item, timeZone) },
  }
}

function daysIn({ start, end, days }: PlanItem, home: string): string | null {
  if (start === null) return null
  const whole = end === null ? days !== null : isWholeDay(start) && isWholeDay(end)
  if (!whole) return null
  return start.anchor === 'ttime' ? home : start.timeZone
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

function byReason(stays: readonly Stays[]): [StayReason, PlanItem[]][] {
  const groups = new Map<StayReason, PlanItem[]>()
  for (const { item, why } of stays) {
    const group = groups.get(why)
    if (group) group.push(item)
    else groups.set(why, [item])
  }
  return [...groups]
}
