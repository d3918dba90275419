import { type Graph, type LogicNode, reach, type Wait } from '@/lib/logic/graph/rules'
import { type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import { exerciseTimeAt, resolveOffset, runningClock } from '@/lib/time-clock'
import type { Instant } from '@/lib/time-zones'

/**
 * `at`: when it is planned, in seconds from STARTEX; null where that is not known (a contingency, a manual gate, and
 * what waits for them). `floor`: the earliest that its waits allow as far as they are known. `stuck`: it hangs in or
 * behind a circle, and never comes.
 */
export type Timed = { at: number | null; floor: number | null; stuck: boolean }

const stuck: Timed = { at: null, floor: null, stuck: true }

/** What one wait allows: when it is fulfilled if that is known, else not before. */
type Fulfilled = { at: number | null; floor: number | null }

const fromEnd = new Set(['succeeded', 'failed', 'completed', 'expired'])

/** Seconds from the start of the one waited for: released and acknowledged count from there, all else from its end. */
export function distanceOf(wait: Wait, after: LogicNode): number {
  return wait.delay + (fromEnd.has(wait.condition) && after.kind === 'inject' ? (after.duration ?? 0) : 0)
}

/** Times known so far. */
type Look = (id: string) => Timed | undefined

function fulfilled(wait: Wait, graph: Graph, look: Look): Fulfilled {
  const after = graph.node(wait.after)
  const timed = look(wait.after)
  if (!after || !timed) return { at: null, floor: null }
  const distance = distanceOf(wait, after)
  const later = (time: number | null) => (time === null ? null : time + distance)
  return { at: later(timed.at), floor: later(timed.at ?? timed.floor) }
}

const known = (times: readonly (number | null)[]): number[] => times.filter(time => time !== null)

/** All are needed: the latest counts, and what is not known leaves the whole unknown. */
function ofAll(each: readonly Fulfilled[]): Fulfilled {
  const floors = known(each.map(one => one.floor))
  const floor = floors.length > 0 ? floors.reduce((a, b) => Math.max(a, b)) : null
  return { at: each.length > 0 && each.every(one => one.at !== null) ? floor : null, floor }
}

/** One is enough: the earliest that is planned counts; one without a time may never come. */
function ofAny(each: readonly Fulfilled[]): Fulfilled {
  const planned = known(each.map(one => one.at))
  if (planned.length > 0) {
    const at = planned.reduce((a, b) => Math.min(a, b))
    return { at, floor: at }
  }
  const floors = known(each.map(one => one.floor))
  const certain = floors.length > 0 && floors.length === each.length
  return { at: null, floor: certain ? floors.reduce((a, b) => Math.min(a, b)) : null }
}

function timedBy(node: LogicNode, graph: Graph, look: Look): Timed {
  const each = node.waits.map(wait => fulfilled(wait, graph, look))
  const { at, floor } = node.kind === 'any' ? ofAny(each) : ofAll(each)
  if (node.start !== null) return { at: node.start, floor, stuck: false }
  return { at: node.kind === 'manual' ? null : at, floor, stuck: false }
}

/** The times of a region, each node after those that it waits for; `outside` knows the times of all others. */
function settle(graph: Graph, region: ReadonlySet<string>, outside: Look): Map<string, Timed> {
  const settled = new Map<string, Timed>()
  const pinned: LogicNode[] = []
  const open = new Map<string, number>()
  const ready: LogicNode[] = []
  const look: Look = id => settled.get(id) ?? (region.has(id) ? undefined : outside(id))
  for (const id of region) {
    const node = graph.node(id)
    if (node?.start !== null && node) {
      pinned.push(node)
      settled.set(id, { at: node.start, floor: null, stuck: false })
    }
  }
  for (const id of region) {
    const node = graph.node(id)
    if (!node || node.start !== null) continue
    const needed = new Set(node.waits.map(({ after }) => after))
    let count = 0
    for (const after of needed) if (holdsUp(graph, region, outside, after)) count++
    if (count === 0) ready.push(node)
    else open.set(id, count)
  }
  for (let node = ready.pop(); node; node = ready.pop()) {
    settled.set(node.id, timedBy(node, graph, look))
    for (const id of graph.behind(node.id)) {
      const count = open.get(id)
      if (count === undefined) continue
      const next = graph.node(id)
      open.set(id, count - 1)
      if (count === 1 && next) {
        open.delete(id)
        ready.push(next)
      }
    }
  }
  for (const id of open.keys()) settled.set(id, stuck)
  for (const node of pinned) settled.set(node.id, timedBy(node, graph, look))
  return settled
}

/** Whether that node's time must be known first. One that is stuck outside holds up for good. */
function holdsUp(graph: Graph, region: ReadonlySet<string>, outside: Look, id: string): boolean {
  const node = graph.node(id)
  if (!node || node.start !== null) return false
  return region.has(id) || outside(id)?.stuck === true
}

/** The times of everything, in one pass; in linear time. */
export function impliedTimes(graph: Graph): Map<string, Timed> {
  const all = new Set<string>()
  for (const { id } of graph.nodes()) all.add(id)
  return settle(graph, all, () => undefined)
}

/** The times of a node and of what leads to it, and of nothing else; right for all of them that have no own time. */
export function timesBefore(graph: Graph, id: string): Map<string, Timed> {
  const region = new Set([id])
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { after } of graph.node(next)?.waits ?? []) {
      const node = graph.node(after)
      if (!node || region.has(after)) continue
      region.add(after)
      if (node.start === null) open.push(after)
    }
  }
  return settle(graph, region, () => undefined)
}

/**
 * The times that differ once these nodes have been put, changed or removed (null for what is gone), and the `region`
 * that was looked at: what hangs on them, and no further than what is pinned, which moves nothing behind it.
 */
export function retimed(
  graph: Graph,
  times: ReadonlyMap<string, Timed>,
  changed: readonly string[],
): { region: ReadonlySet<string>; times: Map<string, Timed | null> } {
  const region = reach(graph, changed, node => node.start === null)
  const settled = settle(graph, region, id => times.get(id))
  const found = new Map<string, Timed | null>()
  for (const id of region) {
    const now = settled.get(id) ?? null
    const before = times.get(id) ?? null
    if (!sameTimed(now, before)) found.set(id, now)
  }
  return { region, times: found }
}

function sameTimed(a: Timed | null, b: Timed | null): boolean {
  return a?.at === b?.at && a?.floor === b?.floor && a?.stuck === b?.stuck
}

/**
 * Why a node can be no earlier than its `floor`: what it waits for, back to the first that has a time of its own, in
 * the order of happening and with the node itself at the end.
 */
export function reasonPath(graph: Graph, look: Look, id: string): string[] {
  const path = [id]
  const seen = new Set(path)
  for (let node = graph.node(id); node; ) {
    const floor = look(node.id)?.floor ?? null
    const each = node.waits.map(wait => ({ after: wait.after, ...fulfilled(wait, graph, look) }))
    const bound =
      floor === null
        ? undefined
        : (each.find(one => one.at === floor) ?? each.find(one => one.floor === floor))
    if (!bound || seen.has(bound.after)) break
    path.push(bound.after)
    seen.add(bound.after)
    node = graph.node(bound.after)
    if (node?.start !== null) break
  }
  return path.reverse()
}

/** Pinned before what it waits for can be. */
export function isTooEarly(node: LogicNode, timed: Timed | undefined): boolean {
  const floor = timed?.floor ?? null
  return node.start !== null && floor !== null && floor > node.start
}

/** What the exercise clock shows at a moment, in whole seconds from STARTEX. */
export function exerciseSecondsOf(moment: Moment, frame: StartexFrame): number {
  if (moment.anchor === 'ttime') return moment.offset
  const clock = frame.clock ?? runningClock(frame.startexAt)
  return Math.floor(exerciseTimeAt(clock, resolveMoment(moment, frame).at))
}

/** When the exercise clock shows that: the instant to plan with. */
export function instantOfSeconds(seconds: number, frame: StartexFrame): Instant {
  return resolveOffset(frame.clock ?? runningClock(frame.startexAt), seconds).at
}
