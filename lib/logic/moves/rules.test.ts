import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphOf, type LogicNode, withNode } from '@/lib/logic/graph/rules'
import { anyForest, anyNode, ids, inject, waitFor } from '@/lib/logic/graph.fixture'
import { impliedTimes, isTooEarly } from '@/lib/logic/times/rules'
import { followsFrom, ownTimeProblem, waitsProblem } from './rules'

const story = [
  inject('a', 0, [], 60),
  inject('b', null, [waitFor('a', 20)]),
  inject('c', null, [waitFor('b', 20, 'completed')]),
  inject('d', 50, [waitFor('c')]),
  inject('e', null, [waitFor('d')]),
]

function of(nodes: LogicNode[]) {
  const graph = graphOf(nodes)
  return { graph, times: impliedTimes(graph) }
}

describe('what follows a move', () => {
  it('is that what hangs on it moves, and what is pinned is flagged and holds back the rest', () => {
    const { graph, times } = of(story)
    expect(followsFrom(graph, times, inject('a', 30, [], 60))).toEqual({
      moves: [
        { id: 'a', from: 0, to: 30 },
        { id: 'b', from: 20, to: 50 },
        { id: 'c', from: 40, to: 70 },
      ],
      late: [{ id: 'd', own: 50, floor: 70 }],
      mended: [],
    })
  })

  it('mends what was flagged when it moves back', () => {
    const { graph, times } = of(story.with(0, inject('a', 30, [], 60)))
    expect(followsFrom(graph, times, inject('a', 0, [], 60)).mended).toEqual(['d'])
  })

  it('is what the whole plan shows, before and after', () => {
    const edit = fc.constantFrom(...ids).chain(anyNode)
    fc.assert(
      fc.property(anyForest, edit, (nodes, node) => {
        const { graph, times } = of(nodes)
        const then = of([...withNode(graph, node).nodes()])
        const { moves, late, mended } = followsFrom(graph, times, node)
        const moved = [...then.times].filter(([id, { at }]) => at !== (times.get(id)?.at ?? null))
        expect(new Map(moves.map(({ id, to }) => [id, to]))).toEqual(
          new Map(moved.map(([id, { at }]) => [id, at])),
        )
        const lateIn = (plan: typeof then) =>
          [...plan.graph.nodes()].filter(one => isTooEarly(one, plan.times.get(one.id))).map(({ id }) => id)
        const [before, after] = [lateIn({ graph, times }), lateIn(then)]
        expect(after).toEqual(expect.arrayContaining(late.map(({ id }) => id)))
        expect(late.map(({ id }) => id)).toEqual(
          expect.arrayContaining(after.filter(id => !before.includes(id))),
        )
        expect(new Set(mended)).toEqual(new Set(before.filter(id => !after.includes(id))))
      }),
      { numRuns: 500 },
    )
  })
})

describe('what is refused', () => {
  it('is a wait that closes a circle, with the way round', () => {
    const { graph } = of(story)
    expect(waitsProblem(graph, inject('a', 0, [waitFor('c')]))).toEqual({
      reason: 'logic_circle',
      path: ['a', 'b', 'c', 'a'],
    })
    expect(waitsProblem(graph, inject('e', null, [waitFor('a')]))).toBeNull()
    expect(waitsProblem(graph, inject('b', null, [waitFor('b')]))?.path).toEqual(['b', 'b'])
  })

  it('is the same wait twice', () => {
    const { graph } = of(story)
    const twice = inject('e', null, [waitFor('a', 5), waitFor('a', 9)])
    expect(waitsProblem(graph, twice)).toEqual({ reason: 'logic_twice', path: ['a', 'e'] })
    expect(waitsProblem(graph, inject('e', null, [waitFor('a'), waitFor('a', 0, 'completed')]))).toBeNull()
  })

  it('is an own time before what is waited for, with the way that shows why', () => {
    const { graph } = of(story)
    expect(ownTimeProblem(graph, inject('c', 30, [waitFor('b', 20, 'completed')]))).toEqual({
      reason: 'logic_too_early',
      path: ['a', 'b', 'c'],
      floor: 40,
    })
    expect(ownTimeProblem(graph, inject('c', 40, [waitFor('b', 20, 'completed')]))).toBeNull()
  })

  it('is what the whole plan says of that node', () => {
    const edit = fc.constantFrom(...ids).chain(anyNode)
    fc.assert(
      fc.property(anyForest, edit, (nodes, node) => {
        const then = of([...withNode(graphOf(nodes), node).nodes()])
        const timed = then.times.get(node.id)
        const problem = ownTimeProblem(graphOf(nodes), node)
        expect(problem !== null).toBe(isTooEarly(node, timed))
        if (problem?.reason === 'logic_too_early') expect(problem.floor).toBe(timed?.floor)
      }),
      { numRuns: 500 },
    )
  })
})
