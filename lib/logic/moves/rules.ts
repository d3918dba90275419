import { closedCircle } from '@/lib/logic/cycles/rules'
import { type Graph, type LogicNode, withNode } from '@/lib/logic/graph/rules'
import { isTooEarly, reasonPath, timesBefore } from '@/lib/logic/times/rules'

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
