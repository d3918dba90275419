/**
 * What waits for what. Times are whole seconds on the exercise clock, counted from STARTEX; whoever has a D-day or a
 * fixed moment turns it into those first (`lib/logic/times`).
 */
export const waitConditions = [
  'released',
  'acknowledged',
  'succeeded',
  'failed',
  'completed',
  'expired',
] as const
export type WaitCondition = (typeof waitConditions)[number]

/** `after` names the node waited for, which may be gone. `delay`: seconds, not negative. */
export type Wait = { after: string; condition: WaitCondition; delay: number }

/**
 * An inject waits for all of its waits. A gate `all` or `any` stands for its waits and lasts no time; a gate `manual`
 * is opened by a person. `start`: own time, which pins it; null for what follows from waits, or has no time.
 */
export type LogicNode = {
  id: string
  kind: 'inject' | 'all' | 'any' | 'manual'
  start: number | null
  duration: number | null
  waits: readonly Wait[]
}

export type Graph = {
  node: (id: string) => LogicNode | undefined
  /** Those that wait for `id`, each once, also where `id` itself is gone. */
  behind: (id: string) => Iterable<string>
  nodes: () => Iterable<LogicNode>
}

/** A graph that is changed in place, so that one edit costs what it touches and not what there is. */
export type GraphIndex = Graph & {
  put: (node: LogicNode) => void
  remove: (id: string) => void
}

const nobody: readonly string[] = []

export function graphOf(nodes: Iterable<LogicNode>): GraphIndex {
  const known = new Map<string, LogicNode>()
  const waiting = new Map<string, Set<string>>()
  const remove = (id: string) => {
    for (const { after } of known.get(id)?.waits ?? []) {
      const others = waiting.get(after)
      others?.delete(id)
      if (others?.size === 0) waiting.delete(after)
    }
    known.delete(id)
  }
  const put = (node: LogicNode) => {
    remove(node.id)
    known.set(node.id, node)
    for (const { after } of node.waits) {
      const others = waiting.get(after)
      if (others) others.add(node.id)
      else waiting.set(after, new Set([node.id]))
    }
  }
  for (const node of nodes) put(node)
  return {
    node: id => known.get(id),
    behind: id => waiting.get(id) ?? nobody,
    nodes: () => known.values(),
    put,
    remove,
  }
}

/** The graph as it would be with this node in it, in place of its former self: for what is asked before it is done. */
export function withNode(graph: Graph, node: LogicNode): Graph {
  const former = graph.node(node.id)
  const before = new Set(former?.waits.map(({ after }) => after))
  const now = new Set(node.waits.map(({ after }) => after))
  return {
    node: id => (id === node.id ? node : graph.node(id)),
    behind: id => {
      if (before.has(id) === now.has(id)) return graph.behind(id)
      const others = [...graph.behind(id)].filter(other => other !== node.id)
      return now.has(id) ? [...others, node.id] : others
    },
    nodes: function* () {
      for (const other of graph.nodes()) yield other.id === node.id ? node : other
      if (!former) yield node
    },
  }
}

/** Everything that hangs on these, themselves included. `through` says beyond which nodes to look. */
export function reach(
  graph: Graph,
  from: Iterable<string>,
  through: (node: LogicNode) => boolean = () => true,
): Set<string> {
  const found = new Set(from)
  const open = [...found]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of graph.behind(id)) {
      if (found.has(next)) continue
      found.add(next)
      const node = graph.node(next)
      if (node && through(node)) open.push(next)
    }
  }
  return found
}
