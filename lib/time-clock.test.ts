import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  buildClock,
  type ClockMark,
  clockProblem,
  exerciseTimeAt,
  instantsAt,
  isRunningAt,
  resolveOffset,
  runningClock,
} from './time-clock'

// Thousands of runs take seconds on a machine that is busy with the rest of the tests.
vi.setConfig({ testTimeout: 30_000 })

const startexAt = Date.UTC(2027, 3, 20, 6)
const instant = (seconds: number) => startexAt + seconds * 1000
const seconds = (at: number) => (at - startexAt) / 1000
const mark = (kind: ClockMark['kind'], at: number, offset?: number): ClockMark => ({
  kind,
  basis: 'planned',
  at: instant(at),
  ...(offset === undefined ? {} : { offset }),
})
const clock = (...marks: ClockMark[]) => buildClock(startexAt, marks)
const comings = (marks: ClockMark[], offset: number) => instantsAt(clock(...marks), offset).map(seconds)
const resolved = (marks: ClockMark[], offset: number) => {
  const { at, ...rest } = resolveOffset(clock(...marks), offset)
  return { at: seconds(at), ...rest }
}

describe('An exercise clock that nobody touches', () => {
  test('runs through from STARTEX and counts down to it', () => {
    const running = runningClock(startexAt)
    expect(exerciseTimeAt(running, instant(2700))).toBe(2700)
    expect(exerciseTimeAt(running, instant(-60))).toBe(-60)
    expect(exerciseTimeAt(running, startexAt + 1)).toBe(0.001)
    expect(instantsAt(running, -86_400)).toEqual([instant(-86_400)])
    expect(resolveOffset(running, 45)).toEqual({ at: instant(45), adjusted: null, held: false })
    expect(buildClock(startexAt, [])).toEqual(running)
  })
})

describe('A pause', () => {
  const pause = [mark('pause', 100), mark('resume', 160)]

  test('stands, and moves only what comes after it', () => {
    expect([90, 100, 130, 160, 170].map(at => exerciseTimeAt(clock(...pause), instant(at)))).toEqual([
      90, 100, 100, 100, 110,
    ])
    expect([99, 100, 101].map(offset => resolved(pause, offset).at)).toEqual([99, 100, 161])
    expect([99, 100, 159, 160].map(at => isRunningAt(clock(...pause), instant(at)))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  test('counts once, with its beginning, for what falls on it', () => {
    expect(comings(pause, 100)).toEqual([100])
    expect(comings([...pause, mark('pause', 160), mark('resume', 200)], 100)).toEqual([100])
  })

  test('of an hour moves each later offset by an hour, no earlier one, whatever pauses there are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: -50, max: 600 }),
        (times, offset) => {
          const ordered = [...times].sort((a, b) => a - b)
          const marks = ordered.map((at, index) => mark(index % 2 === 0 ? 'pause' : 'resume', at))
          const last = ordered.at(-1) ?? 0
          if (marks.length % 2 === 1) marks.push(mark('resume', last + 1))
          const more = [...marks, mark('pause', last + 10), mark('resume', last + 3610)]
          const shown = exerciseTimeAt(clock(...marks), instant(last + 10))
          const moved = resolved(more, offset).at - resolved(marks, offset).at
          expect(moved).toBe(offset > shown ? 3600 : 0)
        },
      ),
    )
  })

  test('that never ends leaves later offsets without an instant: the earliest they could have is told as held', () => {
    const held = [mark('pause', 100)]
    expect(comings(held, 101)).toEqual([])
    expect(resolved(held, 101)).toEqual({ at: 101, adjusted: null, held: true })
    expect(resolved(held, 100)).toEqual({ at: 100, adjusted: null, held: false })
  })
})

describe('A jump', () => {
  test('forward leaves what it passes over without an instant, to be planned at the jump', () => {
    const forward = [mark('jump', 100, 400)]
    expect([99, 100, 399, 400].map(offset => comings(forward, offset))).toEqual([[99], [], [], [100]])
    expect(resolved(forward, 100)).toEqual({ at: 100, adjusted: 'skipped', held: false })
    expect(resolved(forward, 399)).toEqual({ at: 100, adjusted: 'skipped', held: false })
    expect(resolved(forward, 500)).toEqual({ at: 200, adjusted: null, held: false })
  })

  test('back gives several, of which the first is planned with', () => {
    const back = [mark('jump', 100, 40)]
    expect([39, 40, 99, 100].map(offset => comings(back, offset))).toEqual([
      [39],
      [40, 100],
      [99, 159],
      [160],
    ])
    expect(resolved(back, 50)).toEqual({ at: 50, adjusted: 'repeated', held: false })
    expect(resolved(back, 100)).toEqual({ at: 160, adjusted: null, held: false })
  })

  test('of a clock that stands leaves it standing', () => {
    const standing = [mark('pause', 100), mark('jump', 120, 200), mark('resume', 150)]
    expect([119, 120, 150, 151].map(at => exerciseTimeAt(clock(...standing), instant(at)))).toEqual([
      100, 200, 200, 201,
    ])
    expect(comings(standing, 200)).toEqual([120])
    expect(comings(standing, 150)).toEqual([])
  })

  test('is found among several, and a clock that stands after it is not it', () => {
    const two = [mark('jump', 100, 200), mark('jump', 300, 1000), mark('pause', 400)]
    expect(resolved(two, 150)).toEqual({ at: 100, adjusted: 'skipped', held: false })
    expect(resolved(two, 500)).toEqual({ at: 300, adjusted: 'skipped', held: false })
    expect(resolved(two, 1160)).toEqual({ at: 460, adjusted: null, held: true })
  })

  test('in the instant of a pause leaves the time of the pause unshown', () => {
    const both = [mark('pause', 100), mark('jump', 100, 200)]
    expect([99, 100, 200].map(offset => comings(both, offset))).toEqual([[99], [], [100]])
    expect(resolved(both, 100)).toEqual({ at: 100, adjusted: 'skipped', held: false })
  })
})

describe('What happened', () => {
  const actual = (made: ClockMark): ClockMark => ({ ...made, basis: 'actual' })

  test('replaces the planned start, and the countdown leads to the real one', () => {
    const late = clock(mark('start', 0), actual(mark('start', 600)))
    expect([0, 600, 660].map(at => exerciseTimeAt(late, instant(at)))).toEqual([-600, 0, 60])
    expect(instantsAt(late, 0)).toEqual([instant(600)])
  })

  test('makes a planned pause idle that it came before', () => {
    const early = clock(
      mark('pause', 100),
      mark('resume', 200),
      actual(mark('pause', 90)),
      actual(mark('resume', 190)),
    )
    expect([90, 100, 190, 200].map(at => exerciseTimeAt(early, instant(at)))).toEqual([90, 90, 90, 100])
    expect(early).toHaveLength(3)
  })

  test('overrules what was planned for the same instant', () => {
    const both = [mark('resume', 100), actual(mark('pause', 100)), mark('pause', 50)]
    expect(isRunningAt(clock(...both), instant(101))).toBe(false)
  })

  test('may start with another time than zero', () => {
    expect(exerciseTimeAt(clock(mark('start', 0, 3600)), instant(60))).toBe(3660)
    expect(exerciseTimeAt(clock(mark('start', 0, 3600)), instant(-60))).toBe(3540)
  })
})

describe('Marks', () => {
  test('are refused that cannot make a clock', () => {
    expect(clockProblem(startexAt, [mark('pause', 10), mark('resume', 20)])).toBeNull()
    expect(clockProblem(startexAt, [mark('start', 0), mark('start', 10)])).toBe('clock_two_starts')
    expect(clockProblem(startexAt, [mark('start', 0), { ...mark('start', 10), basis: 'actual' }])).toBeNull()
    expect(clockProblem(startexAt, [mark('pause', -1)])).toBe('clock_before_start')
    expect(clockProblem(startexAt, [mark('jump', 10)])).toBe('clock_jump_nowhere')
  })

  test('that a late real start overtakes do nothing, and real ones before it are refused', () => {
    const late = { ...mark('start', 600), basis: 'actual' as const }
    const overtaken = [mark('pause', 300), mark('resume', 900), late]
    expect(clockProblem(startexAt, overtaken)).toBeNull()
    expect(exerciseTimeAt(clock(...overtaken), instant(660))).toBe(60)
    const real = { ...mark('pause', 300), basis: 'actual' as const }
    expect(clockProblem(startexAt, [real, late])).toBe('clock_before_start')
    expect(clockProblem(startexAt, [late, late])).toBe('clock_two_starts')
  })
})

const anyMark = fc.record({
  kind: fc.constantFrom<ClockMark['kind']>('pause', 'resume', 'jump'),
  basis: fc.constantFrom<ClockMark['basis']>('planned', 'actual'),
  at: fc.integer({ min: 0, max: 300 }).map(instant),
  offset: fc.integer({ min: -100, max: 500 }),
})
const anyMarks = fc.uniqueArray(anyMark, { maxLength: 8, selector: ({ at }) => at })

/** The clock read off second by second, as a person with a stopwatch would keep it. */
function stopwatch(marks: ClockMark[], from: number, to: number) {
  const shown = new Map<number, number>()
  let running = true
  let shows = from
  for (let at = from; at <= to; at++) {
    const now = marks.find(made => made.at === instant(at))
    if (now?.kind === 'pause') running = false
    if (now?.kind === 'resume') running = true
    if (now?.kind === 'jump') shows = now.offset ?? shows
    shown.set(at, shows)
    if (running) shows += 1
  }
  return shown
}

describe('For any marks', () => {
  test('the clock shows what a stopwatch shows, and comes to each time when the stopwatch does', () => {
    fc.assert(
      fc.property(anyMarks, fc.integer({ min: -100, max: 500 }), (marks, offset) => {
        const shown = stopwatch(marks, -150, 1000)
        const built = clock(...marks)
        expect([...shown.keys()].map(at => exerciseTimeAt(built, instant(at)))).toEqual([...shown.values()])
        const expected = [...shown].filter(([at, shows]) => shows === offset && shown.get(at - 1) !== offset)
        expect(comings(marks, offset).filter(at => at <= 1000)).toEqual(expected.map(([at]) => at))
      }),
      { numRuns: 300 },
    )
  })

  test('each instant found shows the time asked for, and planning takes the first of them', () => {
    fc.assert(
      fc.property(anyMarks, fc.integer({ min: -500_000, max: 900_000 }), (marks, millis) => {
        const built = clock(...marks)
        const offset = millis / 1000
        const found = instantsAt(built, offset)
        for (const at of found) expect(exerciseTimeAt(built, at)).toBe(offset)
        expect([...found].sort((a, b) => a - b)).toEqual(found)
        const plan = resolveOffset(built, offset)
        expect(plan.at).toBe(found[0] ?? plan.at)
        expect(plan.adjusted === 'repeated').toBe(found.length > 1)
        expect(found.length === 0).toBe(plan.adjusted === 'skipped' || plan.held)
      }),
      { numRuns: 500 },
    )
  })

  test('any instant of a running clock is among those of the time it shows', () => {
    fc.assert(
      fc.property(anyMarks, fc.integer({ min: -200_000, max: 600_000 }), (marks, millis) => {
        const built = clock(...marks)
        const at = startexAt + millis
        fc.pre(isRunningAt(built, at) && isRunningAt(built, at - 1))
        expect(instantsAt(built, exerciseTimeAt(built, at))).toContain(at)
      }),
    )
  })

  test('their order of entry does not matter, nor does doing a thing twice', () => {
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 6 }), marks => {
        fc.pre(new Set(marks.map(({ at, kind, basis }) => `${at} ${kind} ${basis}`)).size === marks.length)
        expect(clock(...marks.toReversed(), ...marks)).toEqual(clock(...marks))
      }),
    )
  })
})
