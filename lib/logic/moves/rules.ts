import { closedCircle } from '@/lib/logic/cycles/rules'
import { type Graph, type LogicNode, withNode } from '@/lib/logic/graph/rules'
import { isTooEarly, reasonPath, retimed, type Timed, timesBefore } from '@/lib/logic/times/rules'

/** Why waits or a time cannot be, with the nodes that show it in the order of happening. */
export type LogicProblem =
  | { reason: 'logic_circle'; path: string[] }
  | { reason: 'logic_too_early'; path: string[]; floor: number }
  | { reason: 'logic_twice'; path: string[] }

/** Why this node cannot wait for what it waits for, given all others: a circle, or the same wait twice. */
export function waitsProblem(graph: Graph, node: LogicNode): LogicProblem | null {
  const seen = new Set<string>()
  for (const { after, condition } of node.waits) {
    if (seen.has(`${after} ${condition}`)) return { reason: 'logic_twice', path: [after, node.id] }
    seen.add(`${after} ${condition}`)
    const path = closedCircle(graph, node.id, after)
    if (path) return { reason: 'logic_circle', path }
  }
  return null
}

/** Why this node cannot have the time that it has, given all others: what it waits for comes later. */
export function ownTimeProblem(graph: Graph, node: LogicNode): LogicProblem | null {
  const put = withNode(graph, node)
  const times = timesBefore(put, node.id)
  const timed = times.get(node.id)
  if (!timed || timed.floor === null || !isTooEarly(node, timed)) return null
  const path = reasonPath(put, id => times.get(id), node.id)
  return { reason: 'logic_too_early', path, floor: timed.floor }
}

export type Move = { id: string; from: number | null; to: number | null }
export type Late = { id: string; own: number; floor: number }

/**
 * What follows when a node is changed so: what moves with it, what is pinned and would then be too early (`late`), and
 * what no longer is (`mended`). The node itself is among them. In the order of the graph's reach.
 */
export function followsFrom(
  graph: Graph,
  times: ReadonlyMap<string, Timed>,
  node: LogicNode,
): { moves: Move[]; late: Late[]; mended: string[] } {
  const then = withNode(graph, node)
  const moves: Move[] = []
  const late: Late[] = []
  const mended: string[] = []
  for (const [id, timed] of retimed(then, times, [node.id]).times) {
    const from = times.get(id)?.at ?? null
    const to = timed?.at ?? null
    if (from !== to) moves.push({ id, from, to })
    const before = graph.node(id)
    const after = then.node(id)
    const wasLate = before !== undefined && isTooEarly(before, times.get(id))
    const isLate = after !== undefined && timed !== null && isTooEarly(after, timed)
    if (isLate && after.start !== null && timed.floor !== null)
      late.push({ id, own: after.start, floor: timed.floor })
    else if (wasLate) mended.push(id)
  }
  return { moves, late, mended }
}
