import fc from 'fast-check'
import { distanceOf, type Timed } from '@/lib/logic/times/rules'
import { type LogicNode, type Wait, waitConditions } from './graph/rules'

const nobody: Wait[] = []

export function inject(
  id: string,
  start: number | null,
  waits = nobody,
  duration: number | null = null,
): LogicNode {
  return { id, kind: 'inject', start, duration, waits }
}

export function gate(id: string, kind: 'all' | 'any' | 'manual', waits = nobody): LogicNode {
  return { id, kind, start: null, duration: null, waits }
}

export function waitFor(id: string, delay = 0, condition: Wait['condition'] = 'released'): Wait {
  return { after: id, condition, delay }
}

export const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

const wait = fc.record({
  // One more than there are: sometimes it waits for what is gone.
  after: fc.constantFrom(...ids, 'gone'),
  condition: fc.constantFrom(...waitConditions),
  delay: fc.integer({ min: 0, max: 50 }),
})

export const anyNode = (id: string): fc.Arbitrary<LogicNode> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.constant('inject' as const) },
      { weight: 2, arbitrary: fc.constantFrom('all' as const, 'any' as const, 'manual' as const) },
    )
    .chain(kind =>
      fc.record({
        id: fc.constant(id),
        kind: fc.constant(kind),
        start:
          kind === 'inject' ? fc.option(fc.integer({ min: -100, max: 100 }), { freq: 1 }) : fc.constant(null),
        duration: kind === 'inject' ? fc.option(fc.integer({ min: 0, max: 40 })) : fc.constant(null),
        waits: fc.array(wait, { maxLength: 3 }),
      }),
    )

/** Circles, gone nodes, gates and pins as they come. */
export const anyNodes: fc.Arbitrary<LogicNode[]> = fc
  .subarray(ids)
  .chain(some => fc.tuple(...some.map(anyNode)))

/** Waits only for those earlier in the alphabet, so that no circle is possible. */
export const anyForest: fc.Arbitrary<LogicNode[]> = anyNodes.map(nodes =>
  nodes.map(node => ({ ...node, waits: node.waits.filter(one => one.after < node.id) })),
)

/** Each node's time by the definition alone: slow, recursive, and forgetting everything it has found. */
export function slowTimes(nodes: readonly LogicNode[]): Map<string, Timed> {
  const node = (id: string) => nodes.find(one => one.id === id)
  const unpinnedBefore = (id: string) =>
    (node(id)?.waits ?? []).map(one => one.after).filter(other => node(other)?.start === null)
  const comesTo = (from: string, to: string, seen: readonly string[] = []): boolean =>
    unpinnedBefore(from).some(id => id === to || (!seen.includes(id) && comesTo(id, to, [...seen, id])))
  const isStuck = (one: LogicNode) =>
    one.start === null && nodes.some(x => (x.id === one.id || comesTo(one.id, x.id)) && comesTo(x.id, x.id))
  const time = (one: LogicNode): Timed => {
    if (isStuck(one)) return { at: null, floor: null, stuck: true }
    const each = one.waits.map(w => {
      const other = node(w.after)
      if (!other) return { at: null, floor: null }
      const timed = time({ ...other, waits: other.start === null ? other.waits : [] })
      const plus = (x: number | null) => (x === null ? null : x + distanceOf(w, other))
      return { at: plus(timed.at), floor: plus(timed.at ?? timed.floor) }
    })
    const ats = each.flatMap(({ at }) => (at === null ? [] : [at]))
    const floors = each.flatMap(({ floor }) => (floor === null ? [] : [floor]))
    const { at, floor } =
      one.kind === 'any'
        ? ats.length > 0
          ? { at: Math.min(...ats), floor: Math.min(...ats) }
          : {
              at: null,
              floor: floors.length > 0 && floors.length === each.length ? Math.min(...floors) : null,
            }
        : {
            at: each.length > 0 && ats.length === each.length ? Math.max(...ats) : null,
            floor: floors.length > 0 ? Math.max(...floors) : null,
          }
    return { at: one.start ?? (one.kind === 'manual' ? null : at), floor, stuck: false }
  }
  return new Map(nodes.map(one => [one.id, time(one)]))
}
