import type { Finding } from '@/lib/clashes/plan/rules'
import { crowdedStretches, type Task } from '@/lib/clashes/stretches/rules'

/** An inject without a length takes a minute: nobody releases two at the same one. */
export const leastTask = 60_000

/** The stretches during which a controller has more at once than `load`; n log n. */
export function overloads(controllerId: string, tasks: readonly Task[], load: number): Finding[] {
  return crowdedStretches(tasks, load).map(({ fromAt, untilAt, pushedBy, most, ids }) => ({
    key: `controller_overloaded:${controllerId}:${pushedBy}`,
    check: 'controller_overloaded',
    where: [{ kind: 'controller', id: controllerId }, ...ids.map(id => ({ kind: 'inject', id }) as const)],
    evidence: { most, load, count: ids.length, fromAt, untilAt },
    mend: 'share_or_spread',
  }))
}
