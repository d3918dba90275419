import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jumpsOf, offsetOf, offsetsAt, type StoryMark, scenarioAt, speedIn } from './rules'

const dawn = Date.UTC(2031, 4, 1, 3)
const hour = 3600
/** Ten times as fast from STARTEX, a night skipped after two hours, and a stand-still after three. */
const marks: StoryMark[] = [
  { offset: 2 * hour, scenarioAt: dawn + 30 * hour * 1000, speed: 1 },
  { offset: 0, scenarioAt: dawn, speed: 10 },
  { offset: 3 * hour, scenarioAt: dawn + 31 * hour * 1000, speed: 0 },
]

describe('the story’s time', () => {
  test('has not begun before the first mark', () => {
    expect(scenarioAt(marks, -1)).toBe(null)
    expect(scenarioAt([], 0)).toBe(null)
  })

  test('runs as fast as its last mark says, jumps at a mark and stands at speed 0', () => {
    expect(scenarioAt(marks, hour)).toBe(dawn + 10 * hour * 1000)
    expect(scenarioAt(marks, 2 * hour)).toBe(dawn + 30 * hour * 1000)
    expect(scenarioAt(marks, 5 * hour)).toBe(dawn + 31 * hour * 1000)
  })

  test('says how far each mark jumps', () => {
    expect(jumpsOf(marks)).toEqual([null, 10 * hour, 0])
    expect(jumpsOf([...marks, { offset: 4 * hour, scenarioAt: dawn, speed: 1 }])[3]).toBe(-31 * hour)
  })
})

describe('the exercise’s time of a moment of the story', () => {
  test('is none where the story jumps over it', () => {
    expect(offsetsAt(marks, dawn + 25 * hour * 1000)).toEqual([])
  })

  test('is all the while that the story stands', () => {
    expect(offsetsAt(marks, dawn + 31 * hour * 1000)).toEqual([{ from: 3 * hour, to: null }])
  })

  test('is twice where the story goes back', () => {
    const again = [...marks, { offset: 4 * hour, scenarioAt: dawn, speed: 10 }]
    expect(offsetsAt(again, dawn + hour * 1000)).toEqual([
      { from: hour / 10, to: hour / 10 },
      { from: 4 * hour + hour / 10, to: 4 * hour + hour / 10 },
    ])
  })

  test('leads back to where it came from, whatever the marks', () => {
    const mark = fc.record({
      offset: fc.integer({ min: -100_000, max: 400_000 }),
      scenarioAt: fc.integer({ min: 0, max: 4_000_000_000 }).map(n => n * 1000),
      speed: fc.integer({ min: 0, max: 100 }),
    })
    const some = fc.uniqueArray(mark, { selector: ({ offset }) => offset, minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(some, fc.integer({ min: -100_000, max: 500_000 }), (own, offset) => {
        const at = scenarioAt(own, offset)
        fc.pre(at !== null)
        const spans = offsetsAt(own, at ?? 0)
        expect(
          spans.some(
            ({ from, to }) => Math.abs(from - offset) < 1e-3 || (from <= offset && offset <= (to ?? offset)),
          ),
        ).toBe(true)
      }),
    )
  })
})

test('a speed is typed with a comma or a point, and never backwards', () => {
  expect(['1', '0', '2,5', '10x', '0.125', '24 ×'].map(speedIn)).toEqual([1, 0, 2.5, 10, 0.125, 24])
  expect(['', '-1', 'fast', '1000000', '1e3', '1.2345'].map(speedIn)).toEqual(Array(6).fill(null))
})

test('a mark may be typed as a day and an hour: it is kept in seconds from STARTEX', () => {
  const frame = { startexAt: Date.UTC(2027, 3, 13, 6), timeZone: 'Europe/Tallinn' }
  expect(offsetOf({ anchor: 'ttime', offset: -60 }, frame)).toBe(-60)
  const nextDay = { anchor: 'dday', day: 1, minute: 10 * 60, timeZone: 'Europe/Tallinn' } as const
  expect(offsetOf(nextDay, frame)).toBe(25 * hour)
})
