import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphOf, type LogicNode } from '@/lib/logic/graph/rules'
import {
  anyForest,
  anyNode,
  anyNodes,
  gate,
  ids,
  inject,
  slowTimes,
  waitFor,
} from '@/lib/logic/graph.fixture'
import type { StartexFrame } from '@/lib/time'
import { buildClock } from '@/lib/time-clock'
import { distanceOf, exerciseSecondsOf, impliedTimes, instantOfSeconds, reasonPath, retimed } from './rules'

const at = (nodes: LogicNode[], id: string) => impliedTimes(graphOf(nodes)).get(id)?.at

describe('the times that follow from waits', () => {
  it('count from the start for release, from the end for what comes of it', () => {
    const first = inject('a', 100, [], 30)
    const by = (condition: 'released' | 'acknowledged' | 'succeeded' | 'failed' | 'completed' | 'expired') =>
      at([first, inject('b', null, [waitFor('a', 5, condition)])], 'b')
    expect([by('released'), by('acknowledged')]).toEqual([105, 105])
    expect([by('succeeded'), by('failed'), by('completed'), by('expired')]).toEqual([135, 135, 135, 135])
  })

  it('are the latest of all waits, or the earliest behind a gate of any', () => {
    const two = [inject('a', 100), inject('b', 200)]
    const waits = [waitFor('a'), waitFor('b')]
    expect(at([...two, inject('c', null, waits)], 'c')).toBe(200)
    expect(at([...two, gate('g', 'all', waits), inject('c', null, [waitFor('g', 7)])], 'c')).toBe(207)
    expect(at([...two, gate('g', 'any', waits), inject('c', null, [waitFor('g', 7)])], 'c')).toBe(107)
  })

  it('are not known behind a person’s decision, a contingency, or what is gone', () => {
    expect(
      at([gate('g', 'manual', [waitFor('a')]), inject('a', 0), inject('c', null, [waitFor('g')])], 'c'),
    ).toBeNull()
    expect(at([inject('a', null), inject('c', null, [waitFor('a')])], 'c')).toBeNull()
    expect(at([inject('c', null, [waitFor('gone')])], 'c')).toBeNull()
  })

  it('know what is impossible even where the whole is not known', () => {
    const nodes = [inject('a', 100), inject('b', null), inject('c', 50, [waitFor('a'), waitFor('b')])]
    expect(impliedTimes(graphOf(nodes)).get('c')).toEqual({ at: 50, floor: 100, stuck: false })
  })

  it('stay away from a circle and from all that hangs on it, up to what is pinned', () => {
    const nodes = [
      inject('a', null, [waitFor('b')]),
      inject('b', null, [waitFor('a')]),
      inject('c', null, [waitFor('b')]),
      inject('d', 10, [waitFor('c')]),
      inject('e', null, [waitFor('d', 1)]),
    ]
    const times = impliedTimes(graphOf(nodes))
    expect(['a', 'b', 'c'].map(id => times.get(id)?.stuck)).toEqual([true, true, true])
    expect(['d', 'e'].map(id => times.get(id)?.at)).toEqual([10, 11])
  })

  it('follow the definition, whatever waits for whatever', () => {
    fc.assert(
      fc.property(anyNodes, nodes => {
        expect(impliedTimes(graphOf(nodes))).toEqual(slowTimes(nodes))
      }),
      { numRuns: 1000 },
    )
  })

  it('violate no dependency: nothing that follows comes before all, or before any, of what it waits for', () => {
    fc.assert(
      fc.property(anyForest, nodes => {
        const times = impliedTimes(graphOf(nodes))
        for (const node of nodes) {
          const own = times.get(node.id)?.at ?? null
          if (node.start !== null || own === null) continue
          const kept = node.waits.map(wait => {
            const before = nodes.find(one => one.id === wait.after)
            const time = times.get(wait.after)?.at ?? null
            return before !== undefined && time !== null && own >= time + distanceOf(wait, before)
          })
          expect(node.kind === 'any' ? kept.some(Boolean) : kept.every(Boolean)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('are the same after one edit after another as from scratch', () => {
    const edit = fc
      .constantFrom(...ids)
      .chain(id => fc.tuple(fc.constant(id), fc.option(anyNode(id), { freq: 4 })))
    fc.assert(
      fc.property(anyNodes, fc.array(edit, { maxLength: 10 }), (nodes, edits) => {
        const graph = graphOf(nodes)
        const times = impliedTimes(graph)
        for (const [id, node] of edits) {
          if (node) graph.put(node)
          else graph.remove(id)
          for (const [changed, timed] of retimed(graph, times, [id]).times) {
            if (timed) times.set(changed, timed)
            else times.delete(changed)
          }
          expect(times).toEqual(impliedTimes(graphOf([...graph.nodes()])))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('take a chain of 30,000 without running out of stack', () => {
    const id = (n: number) => `n${n}`
    const chain = Array.from({ length: 30_000 }, (_, n) =>
      inject(id(n), n === 0 ? 0 : null, n === 0 ? [] : [waitFor(id(n - 1), 1)]),
    )
    expect(at(chain.toReversed(), id(29_999))).toBe(29_999)
  })
})

describe('why a time is as it is', () => {
  it('is told back to the first that has a time of its own', () => {
    const nodes = [
      inject('a', 100),
      inject('b', null, [waitFor('a', 10)]),
      inject('x', 0),
      gate('g', 'all', [waitFor('x'), waitFor('b')]),
      inject('c', 50, [waitFor('g')]),
    ]
    const graph = graphOf(nodes)
    const times = impliedTimes(graph)
    expect(reasonPath(graph, id => times.get(id), 'c')).toEqual(['a', 'b', 'g', 'c'])
  })

  it('adds up: each step of the way is a wait, and together they make the time', () => {
    fc.assert(
      fc.property(anyForest, nodes => {
        const graph = graphOf(nodes)
        const times = impliedTimes(graph)
        for (const node of nodes) {
          const floor = times.get(node.id)?.floor ?? null
          const path = reasonPath(graph, id => times.get(id), node.id)
          if (floor === null) continue
          const [root = ''] = path
          const start = graph.node(root)?.start ?? times.get(root)?.floor ?? 0
          expect(times.get(root)?.at ?? times.get(root)?.floor).toBe(start)
          // Each step takes the wait that fits; the sum of some choice of waits must reach the floor exactly.
          let sums = [start]
          for (const [step, id] of path.entries()) {
            if (step === 0) continue
            const before = graph.node(path[step - 1] ?? '')
            const ways = (graph.node(id)?.waits ?? []).filter(wait => wait.after === before?.id)
            sums = sums.flatMap(sum => ways.map(wait => sum + (before ? distanceOf(wait, before) : 0)))
          }
          expect(sums).toContain(floor)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('moments on the exercise clock', () => {
  const startexAt = Date.UTC(2027, 2, 23, 7)
  const frame: StartexFrame = {
    startexAt,
    timeZone: 'Europe/Tallinn',
    clock: buildClock(startexAt, [
      { kind: 'pause', basis: 'planned', at: startexAt + 3_600_000 },
      { kind: 'resume', basis: 'planned', at: startexAt + 7_200_000 },
    ]),
  }

  it('count seconds that the clock shows, not those that pass', () => {
    expect(exerciseSecondsOf({ anchor: 'ttime', offset: 5400 }, frame)).toBe(5400)
    // 13:00 in Tallinn is four hours after STARTEX at 09:00, less the hour that the clock stands.
    const dday = { anchor: 'dday', day: 0, minute: 780, timeZone: 'Europe/Tallinn' } as const
    expect(exerciseSecondsOf(dday, frame)).toBe(3 * 3600)
    expect(instantOfSeconds(3 * 3600, frame)).toBe(startexAt + 4 * 3_600_000)
    expect(exerciseSecondsOf(dday, { startexAt, timeZone: 'Europe/Tallinn' })).toBe(4 * 3600)
  })
})
