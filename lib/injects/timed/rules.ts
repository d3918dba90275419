import type { Graph } from '@/lib/logic/graph/rules'

/** Those among injects (not gates) that these could move: themselves, and all that waits for them, however far. */
export function hangingOn(graph: Graph, ids: Iterable<string>): Set<string> {
  const reached = new Set(ids)
  const open = [...reached]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const behind of graph.behind(id)) {
      if (reached.has(behind)) continue
      reached.add(behind)
      open.push(behind)
    }
  }
  return reached
}
