import type { Finding } from '@/lib/clashes/plan/rules'
import type { Instant } from '@/lib/time-zones'

/** What occupies a controller, from `startAt` up to, not including, `endAt`. */
export type Task = { id: string; startAt: Instant; endAt: Instant }

/** An inject without a length takes a minute: nobody releases two at the same one. */
export const leastTask = 60_000

type Stretch = { fromAt: Instant; pushedBy: string; most: number; ids: string[] }

/** The stretches during which a controller has more at once than `load`; n log n. */
export function overloads(controllerId: string, tasks: readonly Task[], load: number): Finding[] {
  const starts = tasks.toSorted((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1))
  const ends = tasks.toSorted((a, b) => a.endAt - b.endAt || (a.id < b.id ? -1 : 1))
  const running = new Set<string>()
  const found: Finding[] = []
  let over: Stretch | null = null
  let next = 0
  for (const end of ends) {
    for (let task = starts[next]; task && task.startAt < end.endAt; task = starts[++next]) {
      running.add(task.id)
      if (running.size <= load) continue
      if (over) over.ids.push(task.id)
      else over = { fromAt: task.startAt, pushedBy: task.id, most: 0, ids: [...running] }
      over.most = Math.max(over.most, running.size)
    }
    running.delete(end.id)
    if (!over || running.size > load) continue
    found.push(finding(controllerId, over, end.endAt, load))
    over = null
  }
  return found
}

function finding(controllerId: string, stretch: Stretch, untilAt: Instant, load: number): Finding {
  const { fromAt, pushedBy, most, ids } = stretch
  return {
    key: `controller_overloaded:${controllerId}:${pushedBy}`,
    check: 'controller_overloaded',
    where: [{ kind: 'controller', id: controllerId }, ...ids.map(id => ({ kind: 'inject', id }) as const)],
    evidence: { most, load, count: ids.length, fromAt, untilAt },
    mend: 'share_or_spread',
  }
}
