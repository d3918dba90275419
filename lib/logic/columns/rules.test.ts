import fc from 'fast-check'
import { expect, it } from 'vitest'
import { graphOf, type LogicNode } from '@/lib/logic/graph/rules'
import { anyNodes } from '@/lib/logic/graph.fixture'
import { impliedTimes, isTooEarly } from '@/lib/logic/times/rules'
import { columnsOf, timedIn, timesIn, tooEarlyIn } from './rules'

const plainly = (nodes: readonly LogicNode[]) => {
  const times = impliedTimes(graphOf(nodes))
  return {
    times: nodes.map(({ id }) => ({ at: times.get(id)?.at, floor: times.get(id)?.floor })),
    early: nodes.filter(node => isTooEarly(node, times.get(node.id))).map(({ id }) => id),
  }
}

it('columns say of any plan, and of the same plan with other starts and lengths, what the logic says', () => {
  const dice = fc.infiniteStream(fc.integer({ min: -80, max: 80 }))
  fc.assert(
    fc.property(anyNodes, dice, (nodes, by) => {
      const columns = columnsOf(graphOf(nodes))
      const number = (id: string) => columns.numberOf(id) ?? -1
      const said = (start: Float64Array, duration: Float64Array) => {
        const times = timesIn(columns, start, duration)
        return {
          times: nodes.map(({ id }) => timedIn(times, number(id))),
          early: nodes.map(({ id }) => id).filter(id => tooEarlyIn(columns, times).has(number(id))),
        }
      }
      expect(said(columns.start, columns.duration)).toEqual(plainly(nodes))
      const [start, duration] = [columns.start.slice(), columns.duration.slice()]
      const next = nodes.map((node): LogicNode => {
        if (node.kind !== 'inject') return node
        const [later, longer] = [Number(by.next().value ?? 0), Math.abs(Number(by.next().value ?? 0))]
        const moved = { ...node, start: node.start === null ? null : node.start + later, duration: longer }
        if (moved.start !== null) start[number(node.id)] = moved.start
        duration[number(node.id)] = longer
        return moved
      })
      expect(said(start, duration)).toEqual(plainly(next))
    }),
    { numRuns: 1000 },
  )
})
