import { minuteAt, touchesNight } from '@/lib/clashes/nights/rules'
import {
  type Clash,
  type ClashRef,
  nightOf,
  type PlanActivity,
  type PlanPhase,
} from '@/lib/clashes/whole/plan/rules'
import type { RestRules } from '@/lib/shifts/rest/rules'
import { DAY } from '@/lib/time-calendar'

/** What is known of the rest of the plan when one activity is looked at. */
export type Around = {
  rest: RestRules
  phases: ReadonlyMap<string, PlanPhase>
  zoneOfDelegation: (id: string) => string | null
}

export function activityClashes(activity: PlanActivity, around: Around): Clash[] {
  return [...outsidePhases(activity, around.phases), ...inNights(activity, around)]
}

/** The whole of it lies in its own phase; without one it begins in some phase. A point in time may be a phase's end. */
function outsidePhases(activity: PlanActivity, phases: Around['phases']): Clash[] {
  const { id, phaseId, startAt, endAt } = activity
  if (phases.size === 0) return []
  const of = [{ kind: 'activity', id }] as const
  const span = { startAt, endAt: endAt ?? startAt }
  const own = phaseId === null ? undefined : phases.get(phaseId)
  if (own) {
    if (own.startAt <= startAt && span.endAt <= own.endAt) return []
    const evidence = {
      fromAt: startAt,
      untilAt: span.endAt,
      phaseFromAt: own.startAt,
      phaseUntilAt: own.endAt,
    }
    const about = [...of, { kind: 'phase', id: own.id } as const]
    const [key, kind] = [`activity_outside_own_phase:${id}`, 'activity_outside_own_phase'] as const
    return [{ key, kind, about, ...span, evidence, mend: 'move_or_lengthen_phase' }]
  }
  for (const phase of phases.values()) if (phase.startAt <= startAt && startAt <= phase.endAt) return []
  const [key, kind] = [`activity_outside_phases:${id}`, 'activity_outside_phases'] as const
  return [{ key, kind, about: of, ...span, evidence: { fromAt: startAt }, mend: 'move_or_lengthen_phase' }]
}

type Awake = { people: number; delegations: ClashRef[] }

/**
 * One for each zone in which somebody joins from a distance while it is night. Who comes is awake with the place; a
 * deadline invites nobody, a whole day has no hour, and what lasts a day has a night for everybody.
 */
function inNights(activity: PlanActivity, around: Around): Clash[] {
  const { id, kind, startAt, endAt, wholeDays } = activity
  if (kind === 'deadline' || wholeDays || (endAt ?? startAt) - startAt >= DAY) return []
  const night = nightOf(around.rest)
  return [...zonesOf(activity, around)].flatMap(([timeZone, { people, delegations }]) => {
    if (!touchesNight(startAt, endAt, night, timeZone)) return []
    const minute = minuteAt(startAt, timeZone)
    const untilMinute = minuteAt(endAt ?? startAt, timeZone)
    return [
      {
        key: `night_invitation:${id}:${timeZone}`,
        kind: 'night_invitation',
        about: [{ kind: 'activity', id }, ...delegations],
        ...{ startAt, endAt: endAt ?? startAt },
        evidence: { fromAt: startAt, minute, untilMinute, timeZone, people, delegations: delegations.length },
        mend: 'move_to_day',
      },
    ]
  })
}

/** Those who have signed up speak for themselves; until somebody has, the delegations that an online meeting is for. */
function zonesOf({ online, invited, attendees }: PlanActivity, around: Around): Map<string, Awake> {
  const zones = new Map<string, Awake>()
  const zone = (name: string) => {
    const known = zones.get(name) ?? { people: 0, delegations: [] }
    zones.set(name, known)
    return known
  }
  for (const { awayIn } of attendees) if (awayIn !== null) zone(awayIn).people++
  if (!online || attendees.length > 0) return zones
  for (const id of invited) {
    const name = around.zoneOfDelegation(id)
    if (name !== null) zone(name).delegations.push({ kind: 'delegation', id })
  }
  return zones
}
