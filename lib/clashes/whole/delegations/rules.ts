import type { Clash, PlanActivity, PlanDelegation } from '@/lib/clashes/whole/plan/rules'
import type { Instant } from '@/lib/time-zones'

/** Whether anybody has to keep it: registration opens by itself. */
export const isDue = ({ kind, gate }: PlanActivity) => kind === 'deadline' && gate !== 'registration_opens'

/**
 * A delegation for which nobody answers, or one person alone, on a deadline that it has to keep: once, with all of them,
 * until the last has passed. `deadlines` are those that it has to keep.
 */
export function delegationClashes(delegation: PlanDelegation, deadlines: readonly PlanActivity[]): Clash[] {
  const { id, contacts, own } = delegation
  if (contacts > 1 || deadlines.length === 0) return []
  const due = deadlines
    .map(({ id: activity, gate, startAt, endAt }): { id: string; at: Instant } => ({
      id: activity,
      at: own.find(date => date.gate === gate)?.at ?? endAt ?? startAt,
    }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const startAt = Math.min(...due.map(({ at }) => at))
  const endAt = Math.max(...due.map(({ at }) => at))
  return [
    {
      key: `contact_alone:${id}`,
      kind: 'contact_alone',
      about: [
        { kind: 'delegation', id },
        ...due.map(({ id: activity }) => ({ kind: 'activity', id: activity }) as const),
      ],
      ...{ startAt, endAt },
      evidence: { contacts, count: due.length, firstAt: startAt, lastAt: endAt },
      mend: 'name_deputy',
    },
  ]
}
