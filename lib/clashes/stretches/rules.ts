import type { Instant } from '@/lib/time-zones'

/** What keeps somebody or something busy, from `startAt` up to, not including, `endAt`, which is later. */
export type Task = { id: string; startAt: Instant; endAt: Instant }

/** `pushedBy`: whose beginning made it too much; `most`: how many there were at once, at the worst. */
export type Stretch = { fromAt: Instant; untilAt: Instant; pushedBy: string; most: number; ids: string[] }

/** The stretches during which more than `load` of the tasks run at once, in their order; n log n. */
export function crowdedStretches(tasks: readonly Task[], load: number): Stretch[] {
  if (tasks.length <= load) return []
  const starts = tasks.toSorted((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1))
  const ends = tasks.toSorted((a, b) => a.endAt - b.endAt || (a.id < b.id ? -1 : 1))
  const running = new Set<string>()
  const found: Stretch[] = []
  let over: Omit<Stretch, 'untilAt'> | null = null
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
    found.push({ ...over, untilAt: end.endAt })
    over = null
  }
  return found
}
