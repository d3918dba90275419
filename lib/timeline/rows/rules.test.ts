import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TARGET, textWidth } from '@/lib/timeline/labels/rules'
import type { Item } from '@/lib/timeline/lanes/rules'
import { DAY, HOUR } from '@/lib/timeline/wall/rules'
import { bodyOf, holdsLabel, layLane, packRows, steadyScale } from './rules'

const extents = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 120 })), { maxLength: 80 })
  .map(pairs => pairs.map(([from, length]) => ({ from, to: from + length })))

/** How many extents lie over one point at most: no packing can do with fewer rows. */
function depth(all: readonly { from: number; to: number }[]): number {
  return Math.max(
    0,
    ...all.map(({ from }) => all.filter(other => other.from <= from && from < other.to).length),
  )
}

const shapes: Item['shape'][] = ['phase', 'bar', 'diamond', 'flag']
const items = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 400 }),
      hours: fc.integer({ min: 0, max: 300 }),
      shape: fc.constantFrom(...shapes),
      label: fc.constantFrom('Final planning conference', 'Report', 'Registration closes', 'X'),
    }),
    { maxLength: 60 },
  )
  .map(parts =>
    parts.map(
      ({ day, hours, shape, label }, index): Item => ({
        id: `activity:${index}`,
        shape,
        startAt: day * DAY,
        endAt: day * DAY + hours * HOUR,
        label,
        tone: 'quiet',
      }),
    ),
  )
// From three years on a phone to a minute on a wide screen, in pixels a millisecond.
const scale = fc.double({ min: -19, max: -6, noNaN: true }).map(exponent => Math.E ** exponent)

describe('stacking', () => {
  it('lets nothing overlap in a row', () => {
    fc.assert(
      fc.property(extents, all => {
        const { rows } = packRows(all)
        for (const [i, a] of all.entries())
          for (const [j, b] of all.entries())
            if (i < j && rows[i] === rows[j]) expect(a.to <= b.from || b.to <= a.from).toBe(true)
      }),
    )
  })

  it('needs no more rows than lie over one point', () => {
    fc.assert(
      fc.property(extents, all => {
        expect(packRows(all).count).toBe(depth(all))
      }),
    )
  })

  it('uses every row that it counts', () => {
    fc.assert(
      fc.property(extents, all => {
        const { rows, count } = packRows(all)
        expect(new Set(rows).size).toBe(count)
        for (const row of rows) expect(row).toBeLessThan(count)
      }),
    )
  })
})

describe('a lane', () => {
  it('draws nothing over anything else and nothing too small to hit, at any scale', () => {
    fc.assert(
      fc.property(items, scale, (all, by) => {
        const { placed, count } = layLane(all, by)
        const boxes = placed.map(one => {
          const body = one.crowd ? { left: 0, right: TARGET } : bodyOf(one.item, by)
          const half = Math.max(TARGET, body.right - body.left) / 2
          const middle = one.startAt * by + (body.left + body.right) / 2
          return { row: one.row, left: middle - half, right: middle + half }
        })
        for (const [i, a] of boxes.entries()) {
          expect(a.row).toBeLessThan(count)
          for (const [j, b] of boxes.entries())
            if (i < j && a.row === b.row)
              expect(a.right <= b.left + 1e-6 || b.right <= a.left + 1e-6).toBe(true)
        }
      }),
    )
  })

  it('gives every label its own room where a few rows suffice', () => {
    fc.assert(
      fc.property(items, scale, (all, by) => {
        const { placed, count } = layLane(all, by)
        fc.pre(count <= 4 && placed.every(one => !one.crowd))
        const labelled = packRows(
          all.map(item => {
            const body = bodyOf(item, by)
            const inside = holdsLabel(item, by) && body.right - body.left >= textWidth(item.label) + 18
            const start = item.startAt * by
            const middle = (body.left + body.right) / 2
            const beside = Math.max(body.right + 6, middle + 14) + textWidth(item.label)
            const right = inside ? body.right : beside
            const from = start + Math.min(body.left, middle - TARGET / 2)
            return { from, to: start + Math.max(middle + TARGET / 2, right + 6) }
          }),
        )
        // The other way round: had the labels needed more rows than allowed, they would have given way.
        if (labelled.count <= 4) expect(count).toBe(Math.max(1, labelled.count))
      }),
    )
  })

  it('keeps all its items, alone or in crowds', () => {
    fc.assert(
      fc.property(items, scale, (all, by) => {
        const { placed } = layLane(all, by)
        const ids = placed.flatMap(one => (one.crowd ? one.items : [one.item])).map(item => item.id)
        expect(ids.sort()).toEqual(all.map(item => item.id).sort())
      }),
    )
  })

  it('shows a storm as its number far out, and each inject close in', () => {
    const storm = Array.from({ length: 40 }, (_, index): Item => {
      const startAt = index * HOUR
      return {
        id: `activity:${index}`,
        shape: 'bar',
        startAt,
        endAt: startAt + HOUR / 2,
        label: 'Inject',
        tone: 'quiet',
      }
    })
    const far = layLane(storm, 2 / DAY)
    expect(far.placed.length).toBeLessThan(5)
    expect(far.placed.reduce((sum, one) => sum + (one.crowd ? one.items.length : 1), 0)).toBe(40)
    const near = layLane(storm, 4000 / DAY)
    expect(near.placed.every(one => !one.crowd)).toBe(true)
    expect(near.count).toBe(1)
  })

  it('draws each of forty injects of one instant once there is no closer to come', () => {
    const volley = Array.from({ length: 40 }, (_, index): Item => {
      return {
        id: `activity:${index}`,
        shape: 'bar',
        startAt: DAY,
        endAt: DAY,
        label: 'Inject',
        tone: 'quiet',
      }
    })
    expect(layLane(volley, 1000 / DAY).placed).toHaveLength(1)
    expect(layLane(volley, 1000 / (10 * 60_000)).count).toBe(40)
  })

  it('has a row even when empty', () => {
    expect(layLane([], 1 / DAY)).toEqual({ placed: [], count: 1 })
  })
})

describe('the steady scale', () => {
  it('is at most a fifth below the true one, so that labels keep their room and rows stay', () => {
    fc.assert(
      fc.property(scale, by => {
        const steady = steadyScale(by)
        expect(steady).toBeLessThanOrEqual(by * (1 + 1e-9))
        expect(steady).toBeGreaterThan(by * 0.84)
        expect(steadyScale(steady * 1.0001)).toBe(steady)
      }),
    )
  })
})
