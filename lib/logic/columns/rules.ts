import { distanceOf, type Timed } from '@/lib/logic/times/rules'
import type { Graph, LogicNode } from '../graph/rules'

const kinds = { inject: 0, all: 0, any: 1, manual: 2 } as const satisfies Record<LogicNode['kind'], number>

/**
 * What waits for what, in columns: made once of a graph, then asked again and again what times follow from other starts
 * or lengths, as while somebody drags ten thousand injects. NaN stands for no time. Waits of node `n` lie from `first[n]`
 * to `first[n + 1]`; `order` has those that have no start, each after what it waits for, and nothing of a circle.
 */
export type LogicColumns = {
  ids: readonly string[]
  numberOf: (id: string) => number | undefined
  start: Float64Array
  duration: Float64Array
  kind: Uint8Array
  first: Int32Array
  /** the node waited for, −1 where it is gone */
  after: Int32Array
  delay: Float64Array
  fromEnd: Uint8Array
  order: Int32Array
  /** those with a start of their own and something that they wait for */
  pinned: Int32Array
}

/** When each node is planned, and the earliest that its waits allow: `Timed.at` and `Timed.floor` for all at once. */
export type TimeColumns = { at: Float64Array; floor: Float64Array }

export function columnsOf(graph: Graph): LogicColumns {
  const nodes = [...graph.nodes()]
  const numbers = new Map(nodes.map(({ id }, n) => [id, n]))
  const waits = nodes.flatMap(node => node.waits)
  const first = new Int32Array(nodes.length + 1)
  for (const [n, node] of nodes.entries()) first[n + 1] = (first[n] ?? 0) + node.waits.length
  const timed = (node: LogicNode) => node.start ?? Number.NaN
  const lasting = { id: '', kind: 'inject', start: 0, duration: 1, waits: [] } as const
  return {
    ids: nodes.map(({ id }) => id),
    numberOf: id => numbers.get(id),
    start: Float64Array.from(nodes, timed),
    duration: Float64Array.from(nodes, ({ kind, duration }) => (kind === 'inject' ? (duration ?? 0) : 0)),
    kind: Uint8Array.from(nodes, ({ kind }) => kinds[kind]),
    ...{ first, after: Int32Array.from(waits, ({ after }) => numbers.get(after) ?? -1) },
    delay: Float64Array.from(waits, ({ delay }) => delay),
    fromEnd: Uint8Array.from(waits, wait => distanceOf({ ...wait, delay: 0 }, lasting)),
    order: Int32Array.from(inOrder(graph, nodes), ({ id }) => numbers.get(id) ?? -1),
    pinned: Int32Array.from(
      nodes.flatMap(({ start, waits: own }, n) => (start !== null && own.length > 0 ? [n] : [])),
    ),
  }
}

/** Those without a start, each after those that it waits for; what hangs in or behind a circle is left out. */
function inOrder(graph: Graph, nodes: readonly LogicNode[]): LogicNode[] {
  const open = new Map<string, number>()
  const found: LogicNode[] = []
  for (const node of nodes) {
    if (node.start !== null) continue
    const held = new Set(node.waits.map(({ after }) => after))
    const count = [...held].filter(after => graph.node(after)?.start === null).length
    if (count === 0) found.push(node)
    else open.set(node.id, count)
  }
  // Grows while it is walked.
  for (const { id } of found)
    for (const next of graph.behind(id)) {
      const count = open.get(next)
      const node = graph.node(next)
      if (count === undefined || !node) continue
      open.set(next, count - 1)
      if (count === 1) found.push(node)
    }
  return found
}

/** The times of everything, from these starts and lengths. Whether a node has a start is as it was. */
export function timesIn(
  columns: LogicColumns,
  start: Float64Array = columns.start,
  duration: Float64Array = columns.duration,
): TimeColumns {
  const at = start.slice()
  const floor = new Float64Array(at.length).fill(Number.NaN)
  const one = { at: 0, floor: 0 }
  for (const n of columns.order) {
    waited(columns, { at, floor }, duration, n, one)
    at[n] = columns.kind[n] === kinds.manual ? Number.NaN : one.at
    floor[n] = one.floor
  }
  for (const n of columns.pinned) {
    waited(columns, { at, floor }, duration, n, one)
    floor[n] = one.floor
  }
  return { at, floor }
}

/** What the waits of a node allow, into `one`: of all the latest, of any the earliest. */
function waited(
  { kind, first, after, delay, fromEnd }: LogicColumns,
  times: TimeColumns,
  duration: Float64Array,
  n: number,
  one: { at: number; floor: number },
): void {
  const [from, to] = [first[n] ?? 0, first[n + 1] ?? 0]
  const any = kind[n] === kinds.any
  let [least, most, floorLeast, floorMost] = [Number.NaN, Number.NaN, Number.NaN, Number.NaN]
  let [planned, floors] = [0, 0]
  for (let w = from; w < to; w++) {
    const node = after[w] ?? -1
    if (node < 0) continue
    const distance = (delay[w] ?? 0) + (fromEnd[w] ? (duration[node] ?? 0) : 0)
    const its = (times.at[node] ?? Number.NaN) + distance
    if (!Number.isNaN(its)) {
      planned++
      if (!(its >= least)) least = its
      if (!(its <= most)) most = its
    }
    const earliest = Number.isNaN(its) ? (times.floor[node] ?? Number.NaN) + distance : its
    if (Number.isNaN(earliest)) continue
    floors++
    if (!(earliest >= floorLeast)) floorLeast = earliest
    if (!(earliest <= floorMost)) floorMost = earliest
  }
  if (any) {
    one.at = least
    one.floor = planned > 0 ? least : floors === to - from ? floorLeast : Number.NaN
  } else {
    one.at = planned > 0 && planned === to - from ? most : Number.NaN
    one.floor = floorMost
  }
}

/** The numbers of those whose start lies before what they wait for allows. */
export function tooEarlyIn({ pinned }: LogicColumns, { at, floor }: TimeColumns): Set<number> {
  const early = new Set<number>()
  for (const n of pinned) if ((floor[n] ?? Number.NaN) > (at[n] ?? Number.NaN)) early.add(n)
  return early
}

/** One node's times as the logic says them; `stuck` is not told apart here. */
export function timedIn({ at, floor }: TimeColumns, n: number): Pick<Timed, 'at' | 'floor'> {
  const orNull = (time = Number.NaN) => (Number.isNaN(time) ? null : time)
  return { at: orNull(at[n]), floor: orNull(floor[n]) }
}
