import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemKinds, tableOf } from '@/lib/timeline/columns/rules'
import { extentsOf, oneRowFrom } from '@/lib/timeline/extents/rules'
import { everything } from '@/lib/timeline/lanes/rules'
import { packRows } from '@/lib/timeline/packing/rules'
import { planOf, tableFor } from '@/lib/timeline/plan.fixture'
import { DAY, MINUTE } from '@/lib/timeline/wall/rules'
import { firstReaching, type Laid, layLane, rowsOf, steadyScale } from './rules'

const extents = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 80 })), {
  maxLength: 120,
})

/** How many extents are over the busiest point. */
function depth(from: Float64Array, to: Float64Array): number {
  return Math.max(
    0,
    ...Array.from(from, at => from.filter((start, one) => start <= at && (to[one] ?? 0) > at).length),
  )
}

describe('rows', () => {
  it('never let two things overlap, and are as few as there can be', () => {
    fc.assert(
      fc.property(extents, parts => {
        const from = Float64Array.from(parts, ([start]) => start)
        const to = Float64Array.from(parts, ([start, length]) => start + length)
        const packed = packRows(from, to)
        expect(packed?.count).toBe(depth(from, to))
        for (const [a, row] of (packed?.rows ?? []).entries())
          for (const [b, other] of (packed?.rows ?? []).entries())
            if (a < b && row === other)
              expect((to[a] ?? 0) <= (from[b] ?? 0) || (to[b] ?? 0) <= (from[a] ?? 0)).toBe(true)
      }),
    )
  })

  it('are given up where there would be too many', () => {
    fc.assert(
      fc.property(extents, fc.integer({ min: 1, max: 12 }), (parts, most) => {
        const from = Float64Array.from(parts, ([start]) => start)
        const to = Float64Array.from(parts, ([start, length]) => start + length)
        expect(packRows(from, to, most) === null).toBe(depth(from, to) > most)
      }),
    )
  })
})

const size = fc.record({
  injects: fc.integer({ min: 0, max: 400 }),
  shifts: fc.integer({ min: 0, max: 60 }),
  people: fc.constant(10),
  seed: fc.integer({ min: 1, max: 1000 }),
})
/** From years on a screen to minutes. */
const scales = fc.double({ min: -20, max: -8, noNaN: true }).map(power => steadyScale(2 ** power))

const laidOut = (
  parameters: { injects: number; shifts: number; people: number; seed: number },
  scale: number,
) => {
  const { shapes, words } = planOf(parameters)
  const table = tableOf(shapes)
  const items = everything(table)
  const widths = words.label.map(label => label.length * 6)
  return { table, items, laid: layLane(table, items, scale, widths), widths }
}

/** Each mark's items, by its place. */
function members(laid: Laid, items: Int32Array): Map<number, number[]> {
  const marks = new Map<number, number[]>()
  for (const at of items.keys()) {
    const mark = laid.markOf[at] ?? -1
    marks.set(mark, [...(marks.get(mark) ?? []), at])
  }
  return marks
}

describe('a lane', () => {
  it('has each item in exactly one mark, and a crowd is as many as it says', () => {
    fc.assert(
      fc.property(size, scales, (parameters, scale) => {
        const { items, laid } = laidOut(parameters, scale)
        const inMark = members(laid, items)
        let sum = 0
        for (const [place, item] of laid.item.entries()) {
          const crowd = laid.crowd[place] ?? 0
          const there = inMark.get(place) ?? []
          expect(there.length).toBe(Math.max(1, crowd))
          expect(items[there[0] ?? -1]).toBe(item)
          sum += there.length
        }
        expect(sum).toBe(items.length)
      }),
      { numRuns: 60 },
    )
  })

  it('lets nothing overlap in a row, nor be narrower than a pointer hits', () => {
    fc.assert(
      fc.property(size, scales, (parameters, scale) => {
        const { laid } = laidOut(parameters, scale)
        const ends = new Map<number, number>()
        for (const [place, row] of laid.row.entries()) {
          const [from = 0, to = 0] = [laid.from[place], laid.to[place]]
          expect((to - from) * scale).toBeGreaterThanOrEqual(24 - 1e-3)
          expect(from).toBeGreaterThanOrEqual((ends.get(row) ?? Number.NEGATIVE_INFINITY) - 1e-3)
          ends.set(row, to)
          expect(row).toBeLessThan(laid.rows)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('finds what is in sight by bisection: nothing before reaches it', () => {
    fc.assert(
      fc.property(size, scales, fc.integer({ min: 0, max: 400 }), (parameters, scale, day) => {
        const { table, laid } = laidOut(parameters, scale)
        const at = table.startexAt + (day - 300) * DAY
        const first = firstReaching(laid, at)
        for (let place = 0; place < first; place++) expect(laid.to[place]).toBeLessThan(at)
        if (first < laid.to.length) expect(laid.reach[first]).toBeGreaterThanOrEqual(at)
      }),
      { numRuns: 40 },
    )
  })

  it('is counted as it is laid out, by each person and all together', () => {
    const few = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(few, few, scales, fc.integer({ min: 1, max: 9 }), (injects, shifts, scale, nth) => {
        const { shapes, words } = planOf({ injects, shifts, people: 4 })
        const table = tableOf(shapes)
        const items = everything(table).filter(item => item % nth === 0)
        const widths = words.label.map(label => label.length * 6)
        expect(rowsOf(table, items, scale, widths)).toBe(layLane(table, items, scale, widths).rows)
      }),
      { numRuns: 100 },
    )
  })

  it('has one row from a scale on, and says which without laying anything out', () => {
    const sparse = fc.uniqueArray(fc.integer({ min: 0, max: 45 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(sparse, fc.double({ min: 1, max: 1000, noNaN: true }), (places, closer) => {
        const { shapes, words } = planOf({ injects: 0, shifts: 0, people: 0 })
        const table = tableOf(shapes)
        const items = Int32Array.from(places).sort()
        const widths = words.label.map(label => label.length * 6)
        const from = oneRowFrom(table, items, widths)
        fc.pre(Number.isFinite(from))
        expect(layLane(table, items, from * closer, widths).rows).toBe(1)
      }),
    )
  })

  it('has few rows from afar, however many items there are', () => {
    const table = tableFor({ injects: 30_000, shifts: 5000, people: 100 })
    const items = everything(table)
    for (const power of [-26, -24, -22, -20, -18, -16, -14]) {
      const laid = layLane(table, items, 2 ** power, [])
      expect(laid.rows).toBeLessThanOrEqual(6)
      expect(laid.most).toBeGreaterThan(0)
    }
  })

  it('shows each by itself when one is close enough, even a thousand at one moment', () => {
    const { shapes } = planOf({ injects: 1000, shifts: 0, people: 0 })
    const table = tableOf({ ...shapes, start: shapes.start.map((_, at) => (at === 0 ? 1e12 : 0)) })
    const laid = layLane(table, everything(table), 1200 / (10 * MINUTE), [])
    expect(laid.most).toBe(0)
    expect(laid.item.length).toBe(table.count)
  })

  it('puts shifts that follow each other into one row', () => {
    const { shapes } = planOf({ injects: 0, shifts: 0, people: 0 })
    const kind = itemKinds.indexOf('shift')
    const table = tableOf({
      ...shapes,
      kind: [kind, kind, kind],
      start: [1e12, 8 * 60 * MINUTE, 8 * 60 * MINUTE],
      length: [8 * 60 * MINUTE, 8 * 60 * MINUTE, 8 * 60 * MINUTE],
    })
    const laid = layLane(table, Int32Array.of(0, 1, 2), 100 / (60 * MINUTE), [40, 40, 40])
    expect(laid.rows).toBe(1)
  })

  it('gives what is narrow the room of a pointer, half on each side', () => {
    const table = tableFor({ injects: 3, shifts: 0, people: 0 })
    const { from, to } = extentsOf(table, everything(table), 1e-9, [], 0)
    for (const [at, start] of from.entries()) {
      expect(((table.startAt[at] ?? 0) - start) * 1e-9).toBeCloseTo(12)
      expect(((to[at] ?? 0) - start) * 1e-9).toBeGreaterThanOrEqual(24)
    }
  })
})
