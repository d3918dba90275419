import { epochDayAt, localMillis } from '@/lib/time-calendar'
import { readMoment } from '@/lib/time-typed'
import { localToInstant } from '@/lib/time-wall'
import type { Instant } from '@/lib/time-zones'
import { byTime, gathering, put, putWhole, type Way } from '../gathering/rules'
import { keepPast, startexProblem } from '../keeping/rules'
import { gathered, impossible, type Outcome } from '../outcome/rules'
import { isPinned, type PlanIndex, running } from '../plan/rules'
import type { Operation } from '../schema'

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
