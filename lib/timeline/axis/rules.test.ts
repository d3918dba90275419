import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, MINUTE } from '@/lib/timeline/wall/rules'
import {
  instantAt,
  limitsOf,
  panBy,
  reveal,
  settle,
  shareOf,
  spanOf,
  windowInto,
  windowOfAll,
  windowRound,
  zoomAt,
} from './rules'

const START = 1_793_000_000_000
const plan = fc
  .tuple(fc.integer({ min: START, max: START + 900 * DAY }), fc.integer({ min: DAY, max: 900 * DAY }))
  .map(([from, length]) => ({ from, to: from + length }))
const share = fc.double({ min: 0, max: 1, noNaN: true })
const factor = fc.double({ min: 0.01, max: 100, noNaN: true })
const anyWindow = plan.chain(extent =>
  fc.tuple(share, fc.integer({ min: 10 * MINUTE, max: 1000 * DAY })).map(([middle, length]) => {
    const at = instantAt(extent, middle)
    const limits = limitsOf(extent)
    return { extent, limits, window: settle({ from: at - length / 2, to: at + length / 2 }, limits) }
  }),
)

describe('the axis', () => {
  it('keeps the moment under the pointer where it is while zooming', () => {
    fc.assert(
      fc.property(anyWindow, share, factor, ({ extent, limits, window }, pointer, by) => {
        const at = instantAt(window, pointer)
        fc.pre(at >= extent.from && at <= extent.to)
        const next = zoomAt(window, at, by, limits)
        expect(Math.abs(shareOf(next, at) - pointer)).toBeLessThan(1e-6)
      }),
    )
  })

  it('never comes closer than minutes nor goes farther than years, and never loses the plan', () => {
    fc.assert(
      fc.property(
        anyWindow,
        share,
        fc.array(factor, { maxLength: 30 }),
        ({ limits, window }, pointer, factors) => {
          let now = window
          for (const by of factors) now = zoomAt(now, instantAt(now, pointer), by, limits)
          expect(spanOf(now)).toBeGreaterThanOrEqual(limits.least * 0.999)
          expect(spanOf(now)).toBeLessThanOrEqual(limits.most * 1.001)
          expect(now.from).toBeLessThanOrEqual(limits.to)
          expect(now.to).toBeGreaterThanOrEqual(limits.from - 1)
        },
      ),
    )
  })

  it('comes back to the same window after zooming in and out at one moment', () => {
    fc.assert(
      fc.property(
        anyWindow,
        share,
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        ({ limits, window }, pointer, by) => {
          fc.pre(spanOf(window) * by > limits.least)
          const at = instantAt(window, pointer)
          fc.pre(at >= limits.from && at <= limits.to)
          const back = zoomAt(zoomAt(window, at, by, limits), at, 1 / by, limits)
          expect(Math.abs(back.from - window.from)).toBeLessThan(spanOf(window) * 1e-6)
          expect(Math.abs(spanOf(back) - spanOf(window))).toBeLessThan(spanOf(window) * 1e-6)
        },
      ),
    )
  })

  it('keeps its length while panning and always leaves some of the plan in sight', () => {
    fc.assert(
      fc.property(anyWindow, fc.integer({ min: -4000 * DAY, max: 4000 * DAY }), ({ limits, window }, by) => {
        const next = panBy(window, by, limits)
        expect(Math.abs(spanOf(next) - spanOf(window))).toBeLessThan(1)
        expect(next.from).toBeLessThanOrEqual(limits.to)
        expect(next.to).toBeGreaterThanOrEqual(limits.from - 1)
        expect(Math.sign(next.from - window.from) * Math.sign(by)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('shows the whole plan at first', () => {
    fc.assert(
      fc.property(plan, extent => {
        const all = windowOfAll(extent)
        expect(all.from).toBeLessThan(extent.from)
        expect(all.to).toBeGreaterThan(extent.to)
        expect(spanOf(all)).toBeLessThanOrEqual(limitsOf(extent).most)
      }),
    )
  })

  it('flies to a conference of three days with air on both sides, to a deadline with a day', () => {
    const limits = limitsOf({ from: START, to: START + 300 * DAY })
    const conference = windowRound(START + 10 * DAY, START + 13 * DAY, limits)
    expect(conference).toEqual({ from: START + 8.5 * DAY, to: START + 14.5 * DAY })
    expect(spanOf(windowRound(START + 10 * DAY, START + 10 * DAY, limits))).toBe(DAY)
  })

  it('moves only as far as needed to bring a moment into sight', () => {
    const limits = limitsOf({ from: START, to: START + 300 * DAY })
    const window = { from: START, to: START + 10 * DAY }
    expect(reveal(window, START + 5 * DAY, limits)).toBe(window)
    expect(shareOf(reveal(window, START + 50 * DAY, limits), START + 50 * DAY)).toBeCloseTo(0.9)
    const later = { from: START + 90 * DAY, to: START + 100 * DAY }
    expect(shareOf(reveal(later, START + 50 * DAY, limits), START + 50 * DAY)).toBeCloseTo(0.1)
  })

  it('opens a crowd in a few steps at most, also one of a single instant', () => {
    fc.assert(
      fc.property(anyWindow, share, fc.nat(DAY), ({ extent, limits, window }, at, length) => {
        const startAt = instantAt(extent, at)
        let now = window
        for (let step = 0; step < 12; step += 1) {
          const next = windowInto(now, startAt, startAt + length, limits)
          expect(spanOf(next)).toBeLessThanOrEqual(Math.max(limits.least * 1.001, spanOf(now) / 3.9))
          expect(shareOf(next, startAt)).toBeGreaterThanOrEqual(-1e-9)
          expect(shareOf(next, startAt)).toBeLessThanOrEqual(1)
          now = next
        }
        expect(spanOf(now)).toBeLessThanOrEqual(limits.least * 1.001)
      }),
    )
  })
})
