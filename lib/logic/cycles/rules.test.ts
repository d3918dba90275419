import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphOf, type LogicNode } from '@/lib/logic/graph/rules'
import { anyNodes, gate, ids, inject, waitFor } from '@/lib/logic/graph.fixture'
import { circlesAmong, closedCircle } from './rules'

const circles = (nodes: LogicNode[]) =>
  circlesAmong(
    graphOf(nodes),
    nodes.map(({ id }) => id),
  )

/** Every way from one to another by waits, walked out. */
function leads(nodes: readonly LogicNode[], from: string, to: string, seen: readonly string[] = []): boolean {
  return (nodes.find(({ id }) => id === to)?.waits ?? []).some(
    wait =>
      nodes.some(({ id }) => id === wait.after) &&
      (wait.after === from ||
        (!seen.includes(wait.after) && leads(nodes, from, wait.after, [...seen, wait.after]))),
  )
}

const isWay = (nodes: readonly LogicNode[], path: readonly string[]) =>
  path
    .slice(1)
    .every((id, at) => nodes.find(one => one.id === id)?.waits.some(wait => wait.after === path[at]))

describe('circles of waits', () => {
  it('are shown as the way round, in the order in which things would happen', () => {
    const nodes = [
      inject('a', null, [waitFor('g')]),
      inject('b', null, [waitFor('a')]),
      gate('g', 'any', [waitFor('b'), waitFor('x')]),
      inject('x', 0),
    ]
    expect(circles(nodes)).toEqual([{ members: ['a', 'b', 'g'], path: ['a', 'b', 'g', 'a'] }])
    expect(circles([inject('a', null, [waitFor('a')])])).toEqual([{ members: ['a'], path: ['a', 'a'] }])
  })

  it('are found where there are any, and nowhere else', () => {
    fc.assert(
      fc.property(anyNodes, nodes => {
        const found = circles(nodes)
        const round = nodes.filter(({ id }) => leads(nodes, id, id)).map(({ id }) => id)
        expect(found.flatMap(({ members }) => members).sort()).toEqual(round.sort())
        for (const { members, path } of found) {
          for (const id of members) for (const other of members) expect(leads(nodes, id, other)).toBe(true)
          expect(path[0]).toBe(path.at(-1))
          expect(path.length).toBeGreaterThan(1)
          expect(isWay(nodes, path)).toBe(true)
          expect(path.every(id => members.includes(id))).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('are foreseen before a wait closes one', () => {
    const one = fc.constantFrom(...ids)
    fc.assert(
      fc.property(anyNodes, one, one, (nodes, on, before) => {
        fc.pre(nodes.some(({ id }) => id === on) && nodes.some(({ id }) => id === before))
        const path = closedCircle(graphOf(nodes), on, before)
        expect(path !== null).toBe(on === before || leads(nodes, on, before))
        if (!path) return
        expect([path[0], path.at(-2), path.at(-1)]).toEqual([on, before, on])
        expect(isWay(nodes, path.slice(0, -1))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('are found in a ring of 30,000', () => {
    const ring = Array.from({ length: 30_000 }, (_, n) =>
      inject(`n${n}`, null, [waitFor(`n${(n + 1) % 30_000}`)]),
    )
    expect(circles(ring)[0]?.path).toHaveLength(30_001)
  })
})
