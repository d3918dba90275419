import { endexProblem } from '@/lib/exercises/rules'
import { type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import { addDays, DAY, epochDayAt, epochDayOf, localMillis, SECOND } from '@/lib/time-calendar'
import { localToInstant, startOfDay } from '@/lib/time-wall'
import type { Instant } from '@/lib/time-zones'
import { byTime, type Gathering, gathering, put, putAlong, type Way } from '../gathering/rules'
import { gathered, impossible, type Outcome } from '../outcome/rules'
import type { PlanIndex, PlanItem } from '../plan/rules'
import type { Operation } from '../schema'
import { placed } from '../shifting/rules'

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>

/**
 * A day of play lasts that much longer: what begins on it is spread over the longer day, from the first of it on and each
 * with the length it has, and all that begins after it goes by the whole of it: phases that go on, rotas, ENDEX too. On
 * the day of STARTEX what comes before it stays, and whole days have no hours to be spread over. Shifts of the day itself
 * stay as they stand, since a watch that is pulled apart is a watch with gaps.
 */
export function stretchDay(plan: PlanIndex, asked: Of<'stretch_day'>, now: Instant): Outcome {
  const { frame } = plan
  const [from, to] = [startOfDay(asked.on, frame.timeZone), startOfDay(addDays(asked.on, 1), frame.timeZone)]
  if (to <= frame.startexAt) return impossible(plan, 'stretch_before_startex')
  const by = asked.bySeconds * SECOND
  const into = gathering(plan, now, asked.withPinned)
  const own = plan.items.filter(item => isSpread(item, plan, Math.max(from, frame.startexAt), to))
  const day = dayOver(own, plan, to, by)
  if (by <= from - to || (day.last > day.first && day.longer <= 0)) return impossible(plan, 'day_too_short')
  const spread: Way = moment => {
    const { at } = resolveMoment(moment, frame)
    const later = isWholeDay(moment) ? at : spreadTo(at, day, by)
    return later === at ? null : { moment: placed(moment, later, frame), adjusted: null }
  }
  for (const item of own) if ((plan.span(item)?.startAt ?? 0) > day.first) putAlong(into, item, spread)
  for (const item of plan.items) putLater(into, item, { by: byTime(asked.bySeconds, frame), spread }, to, day)
  const endex = frame.startexAt + plan.endexOffset * SECOND
  const later = endex >= to ? endex + by : endex > day.first ? spreadTo(endex, day, by) : endex
  const endexOffset = Math.round((later - frame.startexAt) / SECOND)
  const problem = endexProblem(endexOffset)
  if (problem) return impossible(plan, problem)
  const { startexAt, timeZone } = frame
  return gathered(into, endexOffset === plan.endexOffset ? null : { startexAt, timeZone, endexOffset })
}

/** A day from the first that begins on it to the last that ends, and how long that lasts from now on. */
type Day = { first: Instant; last: Instant; longer: number }

function dayOver(own: readonly PlanItem[], plan: PlanIndex, to: Instant, by: number): Day {
  let [first, last] = [to, 0]
  for (const item of own) {
    const span = plan.span(item)
    if (!span) continue
    first = Math.min(first, span.startAt)
    last = Math.max(last, Math.min(span.endAt ?? span.startAt, to))
  }
  last = Math.max(first, last)
  return { first, last, longer: last > first ? last - first + by : 0 }
}

/** Where an instant of the day is on the longer one, to five minutes; what comes after the last goes by the whole of it. */
function spreadTo(at: Instant, { first, last, longer }: Day, by: number): Instant {
  if (at <= first) return at
  return at >= last ? at + by : first + toFiveMinutes(((at - first) / (last - first)) * longer)
}

const isWholeDay = (moment: Moment) => moment.anchor === 'dday' && moment.minute === null

const toFiveMinutes = (millis: number) => Math.round(millis / 300_000) * 300_000

/** What lies on a day: not a phase or a rota, which last longer, nor a shift, nor what lasts whole days. */
function isSpread(item: PlanItem, plan: PlanIndex, from: Instant, to: Instant): boolean {
  if ((item.table !== 'Activity' && item.table !== 'Inject') || !item.start || isWholeDay(item.start))
    return false
  const at = plan.span(item)?.startAt
  return at !== undefined && at >= from && at < to
}

/** What begins after the day goes by the whole of it; a phase that ends within it ends where that is from now on. */
function putLater(
  into: Gathering,
  item: PlanItem,
  { by, spread }: { by: Way; spread: Way },
  after: Instant,
  { first }: Day,
): void {
  const span = into.plan.span(item)
  if (!span) return
  if (item.table === 'Phase' || item.table === 'Rota') {
    const endAt = span.endAt ?? 0
    const start = span.startAt >= after && item.start?.anchor !== 'fixed'
    const end = endAt >= after && item.end?.anchor !== 'fixed'
    const within = item.table === 'Phase' && endAt > first && endAt < after && item.end?.anchor !== 'fixed'
    if (start || end) put(into, item, by, { start, end })
    else if (within) put(into, item, spread, { start: false, end: true })
    else if (endAt >= after) into.stays.set(item, { item, why: 'pinned' })
  } else if (item.table === 'Activity' || item.table === 'Inject' || item.table === 'Shift') {
    if (span.startAt >= after) putAlong(into, item, by)
  }
}

/**
 * What begins on a Saturday or Sunday at home goes to the Monday after, at the same time of day, and so does an ENDEX on
 * one. Nothing else moves to make room: what meets on the Monday is shown as the clash it is. A rotation stays whole, and
 * phases stay. Play that would begin on such a day is slipped instead: nothing else knows where its first inject belongs.
 */
export function skipWeekend(plan: PlanIndex, asked: Of<'skip_weekend'>, now: Instant): Outcome {
  const { frame } = plan
  const [from, to] = [epochDayOf(asked.from), epochDayOf(asked.to)]
  if (to < from) return impossible(plan, 'end_before_start')
  const falls = (at: Instant) => {
    const day = epochDayAt(at, frame.timeZone)
    return day < from || day > to ? 0 : daysToMonday(day)
  }
  if (falls(frame.startexAt) > 0) return impossible(plan, 'startex_on_weekend')
  const into = gathering(plan, now, asked.withPinned)
  for (const item of plan.items) {
    if (item.table !== 'Activity' && item.table !== 'Inject' && item.table !== 'Shift') continue
    const span = plan.span(item)
    const days = span ? falls(span.startAt) : 0
    if (days === 0) continue
    if (item.table === 'Shift' && item.of !== null) into.stays.set(item, { item, why: 'rotation' })
    else putAlong(into, item, sameWall(days, frame))
  }
  const endex = frame.startexAt + plan.endexOffset * SECOND
  const days = falls(endex)
  const later = days === 0 ? endex : onDay(endex, days, frame).at
  const { startexAt, timeZone } = frame
  const endexOffset = Math.round((later - startexAt) / SECOND)
  return gathered(into, days === 0 ? null : { startexAt, timeZone, endexOffset })
}

/** The first of January 1970 was a Thursday. */
function daysToMonday(epochDay: number): number {
  const weekday = (((epochDay + 3) % 7) + 7) % 7
  return weekday === 5 ? 2 : weekday === 6 ? 1 : 0
}

/** A T-time too keeps its time on the wall at home. */
function sameWall(days: number, frame: StartexFrame): Way {
  const later = byTime((days * DAY) / SECOND, frame)
  return moment => {
    if (moment.anchor !== 'ttime') return later(moment)
    const { at, adjusted } = onDay(resolveMoment(moment, frame).at, days, frame)
    return { moment: placed(moment, at, frame), adjusted }
  }
}

/** So many days later at the same time of day at home; the later instant where DST skips or repeats that. */
function onDay(at: Instant, days: number, { timeZone }: StartexFrame) {
  const wall = localToInstant(localMillis(at, timeZone) + days * DAY, timeZone)
  return wall.kind === 'one' ? { at: wall.at, adjusted: null } : { at: wall.later, adjusted: wall.kind }
}
