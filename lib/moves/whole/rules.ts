import { type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import { addDays, DAY, epochDayAt, epochDayOf, localMillis, SECOND } from '@/lib/time-calendar'
import { readMoment } from '@/lib/time-typed'
import { localToInstant, startOfDay } from '@/lib/time-wall'
import type { Instant } from '@/lib/time-zones'
import { byTime, type Gathering, gathering, put, putAlong, putWhole, type Way } from '../gathering/rules'
import { keepPast, startexProblem } from '../keeping/rules'
import { gathered, impossible, type Outcome } from '../outcome/rules'
import { isPinned, type PlanIndex, type PlanItem, running } from '../plan/rules'
import type { Operation } from '../schema'
import { placed } from '../shifting/rules'

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>

/** The phase goes with its activities, injects, rotas and their shifts; inside, nothing changes its distance. */
export function slidePhase(plan: PlanIndex, asked: Of<'slide_phase'>, now: Instant): Outcome {
  const phase = plan.item('Phase', asked.phaseId)
  if (!phase) return impossible(plan, 'not_found')
  const into = gathering(plan, now, asked.withPinned)
  putWhole(into, phase, byTime(asked.bySeconds, plan.frame))
  return gathered(into)
}

/**
 * STARTEX goes, and what is counted from it follows without being rewritten. What has taken place is kept, where asked,
 * by making it the fixed moment that it has become.
 */
export function slipStartex(plan: PlanIndex, asked: Of<'slip_startex'>, now: Instant): Outcome {
  const { frame } = plan
  const typed = { text: asked.startex, choice: asked.startexChoice }
  const read = readMoment(typed, { frame, timeZone: frame.timeZone, now })
  if (!read.ok) return impossible(plan, read.reason)
  if (read.moment.anchor !== 'fixed') return impossible(plan, 'startex_not_fixed')
  const to = { startexAt: read.moment.at, timeZone: frame.timeZone }
  const problem = startexProblem(plan.status, frame, to)
  if (problem) return impossible(plan, problem)
  const into = gathering(plan, now, true)
  const at = asked.keepPast ? into : { ...into, now: Number.NEGATIVE_INFINITY }
  for (const item of plan.items) keepPast(at, item)
  return { ...gathered(into, { ...to, endexOffset: plan.endexOffset }), frame: running(to) }
}

const dayOf = (item: PlanItem, plan: PlanIndex): number | null => {
  const span = plan.span(item)
  return span && epochDayAt(span.startAt, plan.frame.timeZone)
}

/**
 * A day of play lasts that much longer: what begins on it is spread over the longer day, from the first of it on and each
 * with the length it has, and all that begins after it goes by the whole of it: phases that go on, rotas, ENDEX too.
 * Shifts of the day itself stay as they stand, since a watch that is pulled apart is a watch with gaps.
 */
export function stretchDay(plan: PlanIndex, asked: Of<'stretch_day'>, now: Instant): Outcome {
  const { frame } = plan
  const [from, to] = [startOfDay(asked.on, frame.timeZone), startOfDay(addDays(asked.on, 1), frame.timeZone)]
  if (to <= frame.startexAt) return impossible(plan, 'stretch_before_startex')
  const into = gathering(plan, now, asked.withPinned)
  const own = plan.items.filter(item => isMovable(item) && isOn(item, plan, from, to))
  const spans = own.flatMap(item => plan.span(item) ?? [])
  const first = spans.reduce((least, { startAt }) => Math.min(least, startAt), to)
  const last = spans.reduce(
    (most, { startAt, endAt }) => Math.max(most, Math.min(endAt ?? startAt, to)),
    first,
  )
  const longer = last - first + asked.bySeconds * SECOND
  if (last > first && longer <= 0) return impossible(plan, 'day_too_short')
  const spread: Way = moment => {
    const { at } = resolveMoment(moment, frame)
    if (last === first || at === first || isWholeDay(moment)) return null
    const share = (at - first) / (last - first)
    return { moment: placed(moment, first + toFiveMinutes(share * longer), frame), adjusted: null }
  }
  for (const item of own) {
    const at = plan.span(item)?.startAt ?? first
    if (item.start && !isWholeDay(item.start) && at !== first) putAlong(into, item, spread)
  }
  const later = byTime(asked.bySeconds, frame)
  for (const item of plan.items) putLater(into, item, later, to)
  const endex = frame.startexAt + plan.endexOffset * SECOND
  const endexOffset = plan.endexOffset + (endex >= to ? asked.bySeconds : 0)
  return gathered(
    into,
    endex >= to ? { startexAt: frame.startexAt, timeZone: frame.timeZone, endexOffset } : null,
  )
}

const isWholeDay = (moment: Moment) => moment.anchor === 'dday' && moment.minute === null
const toFiveMinutes = (millis: number) => Math.round(millis / 300_000) * 300_000

/** What lies on a day: not a phase or a rota, which last longer, nor a shift or a date of registration. */
const isMovable = ({ table }: PlanItem) => table === 'Activity' || table === 'Inject'

function isOn(item: PlanItem, plan: PlanIndex, from: Instant, to: Instant): boolean {
  const at = plan.span(item)?.startAt
  return at !== undefined && at >= from && at < to
}

function putLater(into: Gathering, item: PlanItem, way: Way, after: Instant): void {
  const span = into.plan.span(item)
  if (!span) return
  if (item.table === 'Phase' || item.table === 'Rota') {
    const start = span.startAt >= after && item.start?.anchor !== 'fixed'
    const end = (span.endAt ?? 0) >= after && item.end?.anchor !== 'fixed'
    if (start || end) put(into, item, way, { start, end })
    else if ((span.endAt ?? 0) >= after) into.stays.set(item, { item, why: 'pinned' })
  } else if (item.table === 'Activity' || item.table === 'Inject' || item.table === 'Shift') {
    if (span.startAt >= after) putAlong(into, item, way)
  }
}

/**
 * What begins on a Saturday or Sunday at home goes to the Monday after, at the same time of day. Nothing else moves to
 * make room: what meets on the Monday is shown as the clash it is. A rotation stays whole, and phases stay.
 */
export function skipWeekend(plan: PlanIndex, asked: Of<'skip_weekend'>, now: Instant): Outcome {
  const { frame } = plan
  const [from, to] = [epochDayOf(asked.from), epochDayOf(asked.to)]
  if (to < from) return impossible(plan, 'end_before_start')
  const into = gathering(plan, now, asked.withPinned)
  for (const item of plan.items) {
    if (item.table !== 'Activity' && item.table !== 'Inject' && item.table !== 'Shift') continue
    const day = dayOf(item, plan)
    if (day === null || day < from || day > to) continue
    const days = daysToMonday(day)
    if (days === 0) continue
    if (item.table === 'Shift' && item.of !== null) into.stays.set(item, { item, why: 'rotation' })
    else putAlong(into, item, sameWall(days, frame))
  }
  return gathered(into)
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
    const { at } = resolveMoment(moment, frame)
    const wall = localToInstant(localMillis(at, frame.timeZone) + days * DAY, frame.timeZone)
    const [to, adjusted] = wall.kind === 'one' ? [wall.at, null] : [wall.later, wall.kind]
    return { moment: placed(moment, to, frame), adjusted }
  }
}

/**
 * `walls`: STARTEX and what was meant at home keep their times of day, in the new zone. `instants`: everything stays when
 * it is, each moment in the zone it was meant in. Fixed moments stay either way.
 */
export function homeZone(plan: PlanIndex, { timeZone, keep }: Of<'home_zone'>): Outcome {
  const { frame } = plan
  if (timeZone === frame.timeZone) return impossible(plan, 'home_zone_same')
  const problem = startexProblem(plan.status, frame, { ...frame, timeZone })
  if (problem) return impossible(plan, problem)
  const wall = localToInstant(localMillis(frame.startexAt, frame.timeZone), timeZone)
  if (keep === 'walls' && wall.kind !== 'one') return impossible(plan, `${wall.kind}_hour`)
  const startexAt = keep === 'walls' && wall.kind === 'one' ? wall.at : frame.startexAt
  const into = gathering(plan, 0, true)
  // Another home may have another date at STARTEX, and D-days are counted from it.
  const drift = epochDayAt(startexAt, timeZone) - epochDayAt(frame.startexAt, frame.timeZone)
  const way: Way = moment => {
    if (moment.anchor !== 'dday') return null
    if (keep === 'instants')
      return drift === 0 ? null : { moment: { ...moment, day: moment.day - drift }, adjusted: null }
    return moment.timeZone === frame.timeZone ? { moment: { ...moment, timeZone }, adjusted: null } : null
  }
  const to = { startexAt, timeZone }
  for (const item of plan.items) {
    put(into, item, way, { start: true, end: true })
    if (isPinned(item)) into.stays.set(item, { item, why: 'pinned' })
    else into.stays.delete(item)
  }
  return { ...gathered(into, { ...to, endexOffset: plan.endexOffset }), frame: running(to) }
}
