import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gather, histogram } from './rules'

const items = fc
  .array(fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.nat(300)), { maxLength: 200 })
  .map(pairs => pairs.map(([startAt, length], index) => ({ id: index, startAt, endAt: startAt + length })))

describe('crowds', () => {
  it('lose nobody and count nobody twice', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 2000 }), (all, cell) => {
        const gathered = gather(all, cell)
        const seen = gathered.flatMap(one => (one.crowd ? one.items : [one.item])).map(item => item.id)
        expect(seen.sort((a, b) => a - b)).toEqual(all.map(item => item.id))
        for (const one of gathered) if (one.crowd) expect(one.items.length).toBeGreaterThan(1)
      }),
    )
  })

  it('reach from their first start to their last end, all starts in one cell', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 2000 }), (all, cell) => {
        for (const one of gather(all, cell)) {
          if (!one.crowd) continue
          expect(one.startAt).toBe(Math.min(...one.items.map(item => item.startAt)))
          expect(one.endAt).toBe(Math.max(...one.items.map(item => item.endAt)))
          expect(new Set(one.items.map(item => Math.floor(item.startAt / cell))).size).toBe(1)
        }
      }),
    )
  })

  it('leave alone who is alone', () => {
    const alone = { id: 1, startAt: 0, endAt: 5 }
    const [first, second] = [
      { id: 2, startAt: 100, endAt: 200 },
      { id: 3, startAt: 110, endAt: 120 },
    ]
    expect(gather([alone, first, second], 50)).toEqual([
      { crowd: false, item: alone, startAt: 0, endAt: 5 },
      { crowd: true, items: [first, second], startAt: 100, endAt: 200 },
    ])
  })
})

describe('the histogram', () => {
  it('adds up to what starts in its stretch', () => {
    fc.assert(
      fc.property(
        items,
        fc.integer({ min: -5000, max: 4000 }),
        fc.integer({ min: 1, max: 60 }),
        (all, from, count) => {
          const to = from + 1000
          const inside = all.filter(item => item.startAt >= from && item.startAt <= to)
          const counts = histogram(all, from, to, count)
          expect(counts).toHaveLength(count)
          expect(counts.reduce((sum, value) => sum + value, 0)).toBe(inside.length)
        },
      ),
    )
  })

  it('puts each start in the part that holds it', () => {
    const starts = [0, 24, 25, 99, 100].map(startAt => ({ startAt, endAt: startAt }))
    expect(histogram(starts, 0, 100, 4)).toEqual([2, 1, 0, 2])
  })
})
