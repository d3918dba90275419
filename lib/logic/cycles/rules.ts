import type { Graph } from '@/lib/logic/graph/rules'

/**
 * The way round that a wait of `on` for `after` would close, beginning and ending with `on` and in the order in which
 * things would happen; null where it closes none. Linear in what `after` itself waits for.
 */
export function closedCircle(graph: Graph, on: string, after: string): string[] | null {
  if (on === after) return [on, on]
  const path = pathBack(graph, after, id => id === on)
  return path && [...path, on]
}

/** The shortest way from a node that `found` accepts to `from`, following waits back, in the order of happening. */
function pathBack(
  graph: Graph,
  from: string,
  found: (id: string) => boolean,
  within: (id: string) => boolean = () => true,
): string[] | null {
  const next = new Map<string, string | null>([[from, null]])
  const open = [from]
  for (let at = 0; at < open.length; at++) {
    const id = open[at] ?? from
    for (const { after } of graph.node(id)?.waits ?? []) {
      if (found(after)) return [after, ...trail(next, id)]
      if (next.has(after) || !within(after)) continue
      next.set(after, id)
      open.push(after)
    }
  }
  return null
}

function trail(next: ReadonlyMap<string, string | null>, from: string): string[] {
  const path: string[] = []
  for (let id: string | null = from; id !== null; id = next.get(id) ?? null) path.push(id)
  return path
}

/** Nodes that wait for each other, and the shortest way round through the first of them by id. */
export type Circle = { members: readonly string[]; path: readonly string[] }

/**
 * Every knot of circles among these nodes, each node in one at most; in linear time. Members are in order of their
 * ids, so that the same knot is always told the same way.
 */
export function circlesAmong(graph: Graph, ids: Iterable<string>): Circle[] {
  const region = ids instanceof Set ? (ids as ReadonlySet<string>) : new Set(ids)
  return knots(graph, region).map(knot => {
    const members = knot.toSorted()
    const inside = new Set(members)
    const first = members[0] ?? ''
    const path = pathBack(
      graph,
      first,
      id => id === first,
      id => inside.has(id),
    )
    return { members, path: path ?? members }
  })
}

type Visit = { id: string; order: number; low: number; next: number; after: readonly string[] }

/** Tarjan's strongly connected components, without recursion: a chain of 30,000 waits is deeper than any stack. */
function knots(graph: Graph, region: ReadonlySet<string>): string[][] {
  const orders = new Map<string, number>()
  const onStack = new Set<string>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (id: string): Visit => {
    const order = orders.size
    orders.set(id, order)
    stack.push(id)
    onStack.add(id)
    const after = (graph.node(id)?.waits ?? []).map(wait => wait.after).filter(other => region.has(other))
    return { id, order, low: order, next: 0, after }
  }
  for (const root of region) {
    if (orders.has(root)) continue
    const path = [visit(root)]
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const after = here.after[here.next++]
      if (after !== undefined) {
        const seen = orders.get(after)
        if (seen === undefined) path.push(visit(after))
        else if (onStack.has(after)) here.low = Math.min(here.low, seen)
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above) above.low = Math.min(above.low, here.low)
      if (here.low !== here.order) continue
      const knot = stack.splice(stack.lastIndexOf(here.id))
      for (const id of knot) onStack.delete(id)
      if (knot.length > 1 || here.after.includes(here.id)) found.push(knot)
    }
  }
  return found
}
