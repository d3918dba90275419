import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageOf, coverTimes, slicedCover } from './rules'

const shift = (startAt: number, endAt: number, filled: number, places = 2) => ({
  startAt,
  endAt,
  filled,
  places,
})

test('a watch is full, short, empty, or not planned at all', () => {
  const shifts = [shift(0, 8, 2), shift(8, 16, 1), shift(20, 30, 0)]
  expect(coverageOf(shifts, 0, 24)).toEqual([
    { from: 0, to: 8, state: 'full' },
    { from: 8, to: 16, state: 'short' },
    { from: 16, to: 20, state: 'gap' },
    { from: 20, to: 24, state: 'empty' },
  ])
})

test('at the hand-over the worse of two counts, and more people than it takes are enough', () => {
  expect(coverageOf([shift(0, 10, 3), shift(8, 16, 1)], 0, 16)).toEqual([
    { from: 0, to: 8, state: 'full' },
    { from: 8, to: 16, state: 'short' },
  ])
})

test('what lies outside is nobody’s business, and without shifts all is a gap', () => {
  expect(coverageOf([shift(-9, -1, 2), shift(30, 40, 2)], 0, 24)).toEqual([{ from: 0, to: 24, state: 'gap' }])
})

test('for any shifts the picture has no hole, and each moment the state of the worst shift there', () => {
  const shifts = fc.array(
    fc
      .record({
        at: fc.nat(40),
        lasts: fc.integer({ min: 1, max: 12 }),
        filled: fc.nat(3),
        places: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ at, lasts, filled, places }) => shift(at, at + lasts, filled, places)),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(shifts, fc.integer({ min: 1, max: 20 }), (given, slices) => {
      const cover = coverageOf(given, 5, 45)
      expect(cover[0]?.from).toBe(5)
      expect(cover.at(-1)?.to).toBe(45)
      cover.slice(1).forEach((one, i) => {
        expect(one.from).toBe(cover[i]?.to)
        expect(one.state).not.toBe(cover[i]?.state)
      })
      for (let at = 5; at < 45; at++) {
        const there = given.filter(one => one.startAt <= at && one.endAt > at)
        const state =
          there.length === 0
            ? 'gap'
            : there.some(one => one.filled === 0)
              ? 'empty'
              : there.some(one => one.filled < one.places)
                ? 'short'
                : 'full'
        expect(cover.find(one => one.from <= at && one.to > at)?.state).toBe(state)
      }
      const times = coverTimes(cover)
      expect(times.gap + times.empty + times.short + times.full).toBe(40)
      const picture = slicedCover(cover, slices)
      expect(picture.length).toBeLessThanOrEqual(Math.max(slices, 1))
      expect(picture.some(one => one.state === 'gap')).toBe(times.gap > 0)
    }),
  )
})
