import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphOf, withNode } from '@/lib/logic/graph/rules'
import { anyForest, anyNode, ids, inject, waitFor } from '@/lib/logic/graph.fixture'
import { impliedTimes, isTooEarly } from '@/lib/logic/times/rules'
import { ownTimeProblem, waitsProblem } from './rules'

const story = [
  inject('a', 0, [], 60),
  inject('b', null, [waitFor('a', 20)]),
  inject('c', null, [waitFor('b', 20, 'completed')]),
  inject('d', 50, [waitFor('c')]),
  inject('e', null, [waitFor('d')]),
]

describe('what is refused', () => {
  it('is a wait that closes a circle, with the way round', () => {
    const graph = graphOf(story)
    expect(waitsProblem(graph, inject('a', 0, [waitFor('c')]))).toEqual({
      reason: 'logic_circle',
      path: ['a', 'b', 'c', 'a'],
    })
    expect(waitsProblem(graph, inject('e', null, [waitFor('a')]))).toBeNull()
    expect(waitsProblem(graph, inject('b', null, [waitFor('b')]))?.path).toEqual(['b', 'b'])
  })

  it('is the same wait twice', () => {
    const graph = graphOf(story)
    const twice = inject('e', null, [waitFor('a', 5), waitFor('a', 9)])
    expect(waitsProblem(graph, twice)).toEqual({ reason: 'logic_twice', path: ['a', 'e'] })
    expect(waitsProblem(graph, inject('e', null, [waitFor('a'), waitFor('a', 0, 'completed')]))).toBeNull()
  })

  it('is an own time before what is waited for, with the way that shows why', () => {
    const graph = graphOf(story)
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
        const then = impliedTimes(graphOf(withNode(graphOf(nodes), node).nodes()))
        const timed = then.get(node.id)
        const problem = ownTimeProblem(graphOf(nodes), node)
        expect(problem !== null).toBe(isTooEarly(node, timed))
        if (problem?.reason === 'logic_too_early') expect(problem.floor).toBe(timed?.floor)
      }),
      { numRuns: 500 },
    )
  })
})
