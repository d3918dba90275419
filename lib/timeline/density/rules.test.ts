import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableOf } from '@/lib/timeline/columns/rules'
import { everything } from '@/lib/timeline/lanes/rules'
import { planOf, tableFor } from '@/lib/timeline/plan.fixture'
import { extentOf, histogram } from './rules'

const sizes = fc.record({
  injects: fc.integer({ min: 0, max: 200 }),
  shifts: fc.integer({ min: 0, max: 50 }),
  people: fc.constant(5),
  seed: fc.integer({ min: 1, max: 500 }),
})

describe('the whole in small', () => {
  it('counts each thing exactly once', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 300 }), (size, parts) => {
        const table = tableFor(size)
        const counts = histogram(table, everything(table), extentOf(table), parts)
        expect(counts).toHaveLength(parts)
        expect(counts.reduce((a, b) => a + b, 0)).toBe(table.count)
      }),
      { numRuns: 50 },
    )
  })

  it('counts only what is shown, and what starts within', () => {
    const table = tableFor({ injects: 100, shifts: 10, people: 1 })
    const [first = 0, last = 0] = [table.startAt[0], table.startAt[table.count - 1]]
    const half = { from: first, to: (first + last) / 2 }
    const within = everything(table).filter(item => (table.startAt[item] ?? 0) <= half.to)
    const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
    expect(sum(histogram(table, everything(table), half, 7))).toBe(within.length)
    expect(sum(histogram(table, Int32Array.of(0, 5), { from: first, to: last }, 7))).toBe(2)
  })
})

describe('the extent of a plan', () => {
  it('holds everything, STARTEX and ENDEX included', () => {
    fc.assert(
      fc.property(sizes, size => {
        const table = tableFor(size)
        const { from, to } = extentOf(table)
        for (const at of [table.startexAt, table.endexAt, ...table.startAt, ...table.endAt]) {
          expect(at).toBeGreaterThanOrEqual(from)
          expect(at).toBeLessThanOrEqual(to)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('of an empty plan is that of the play', () => {
    const { shapes } = planOf({ injects: 0, shifts: 0, people: 0 })
    const none = { kind: [], start: [], length: [], flags: [], phase: [], storyline: [], controller: [] }
    const empty = tableOf({ ...shapes, ...none, teams: [], roles: [], people: [], filled: [], links: [] })
    expect(extentOf(empty)).toEqual({ from: shapes.startexAt, to: shapes.endexAt })
  })
})
