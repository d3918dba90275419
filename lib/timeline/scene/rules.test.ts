import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth } from '@/lib/timeline/labels/rules'
import type { Item, Lane } from '@/lib/timeline/lanes/rules'
import { DAY, HOUR } from '@/lib/timeline/wall/rules'
import { drawLane, rowsOf } from './rules'

const START = 1_793_000_000_000
const lane = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 300 }),
      hours: fc.integer({ min: 0, max: 200 }),
      shape: fc.constantFrom<Item['shape']>('phase', 'bar', 'diamond', 'flag'),
      label: fc.constantFrom('Final planning conference', 'Report', 'National call for volunteers'),
    }),
    { maxLength: 40 },
  )
  .map((parts): Lane => {
    const items = parts.map(({ day, hours, shape, label }, index): Item => {
      const startAt = START + day * DAY
      return { id: `activity:${index}`, shape, startAt, endAt: startAt + hours * HOUR, label, tone: 'quiet' }
    })
    return { id: 'visit', kind: 'visit', parent: null, items: items.sort((a, b) => a.startAt - b.startAt) }
  })
const window = fc
  .tuple(fc.integer({ min: -30, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([day, size]) => ({ from: START + day * DAY, to: START + day * DAY + HOUR * 10_000 ** size }))
const width = fc.integer({ min: 280, max: 1800 })
const asIs = (_: string, label: string) => label

describe('what is seen of a lane', () => {
  it('never lets one label or body touch another, at any zoom and width', () => {
    fc.assert(
      fc.property(lane, window, width, (one, seen, wide) => {
        const drawn = drawLane(
          one,
          rowsOf(one, wide / (seen.to - seen.from)),
          { window: seen, width: wide },
          asIs,
        )
        const boxes = drawn.flatMap(({ placed, left, right, label }, index) => [
          { index, row: placed.row, from: left, to: right },
          ...(label && label.side !== 'inside'
            ? [{ index, row: placed.row, from: label.left, to: label.left + textWidth(label.text) }]
            : []),
        ])
        for (const [i, a] of boxes.entries())
          for (const [j, b] of boxes.entries())
            if (i < j && a.row === b.row && a.index !== b.index)
              expect(a.to <= b.from + 1e-6 || b.to <= a.from + 1e-6).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is everything that touches the window and nothing else, but for what has the focus', () => {
    fc.assert(
      fc.property(lane, window, width, fc.nat(39), (one, seen, wide, focus) => {
        const rows = rowsOf(one, wide / (seen.to - seen.from))
        const keep = `activity:${focus}`
        const drawn = new Set(
          drawLane(one, rows, { window: seen, width: wide }, asIs, keep).map(item => item.id),
        )
        for (const placed of rows.placed) {
          if (placed.crowd) continue
          const { id, startAt, endAt } = placed.item
          // A symbol seen from afar covers its start only.
          if (id === keep || (startAt >= seen.from && startAt <= seen.to)) expect(drawn.has(id)).toBe(true)
          else if (endAt >= seen.from + 24 / (wide / (seen.to - seen.from)) && startAt <= seen.to)
            expect(drawn.has(id)).toBe(true)
          else if (startAt > seen.to + (seen.to - seen.from)) expect(drawn.has(id)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })
})
