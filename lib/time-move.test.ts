import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Moment, resolveMoment, type StartexFrame } from './time'
import { type ClockMark, exerciseTimeAt } from './time-clock'
import { plannedFrame } from './time-plan'

const utc = (text: string) => Date.parse(`${text}Z`)
const tallinn = (startexAt: string): StartexFrame => ({
  startexAt: utc(startexAt),
  timeZone: 'Europe/Tallinn',
})
const dday = (day: number, minute: number | null, timeZone = 'Europe/Tallinn'): Moment => ({
  anchor: 'dday',
  day,
  minute,
  timeZone,
})
// From 20 April to four weeks before, 09:00 each: across the change of 28 March.
const summer = tallinn('2027-04-20T06:00')
const winter = tallinn('2027-03-23T07:00')

describe('Moving STARTEX', () => {
  test('moves T-times by as much as STARTEX, D-day moments by whole days of the wall', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: -300, max: 300 }),
        (days, offset, day) => {
          const there = { ...summer, startexAt: summer.startexAt + days * 86_400_000 }
          // At 09:00 or 08:00 or 10:00, STARTEX keeps its date; Tokyo has no DST to disturb the day.
          for (const moment of [{ anchor: 'ttime', offset } as const, dday(day, 540, 'Asia/Tokyo')])
            expect(resolveMoment(moment, there).at).toBe(resolveMoment(moment, summer).at + days * 86_400_000)
        },
      ),
    )
  })
})

describe('A planned clock', () => {
  const overnight = [
    { kind: 'pause', moment: dday(0, 1080) },
    { kind: 'resume', moment: dday(1, 540) },
  ] as const

  test('stops overnight by the wall, wherever STARTEX is moved to', () => {
    for (const { startexAt, timeZone } of [summer, winter]) {
      const frame = plannedFrame(startexAt, timeZone, overnight, [])
      // Nine hours of play, then the night.
      expect(exerciseTimeAt(frame.clock, startexAt + 12 * 3_600_000)).toBe(9 * 3600)
      expect(resolveMoment({ anchor: 'ttime', offset: 9 * 3600 + 60 }, frame).at).toBe(
        startexAt + 24 * 3_600_000 + 60_000,
      )
    }
  })

  test('may stop at a T-time, which what has happened meanwhile puts off', () => {
    const planned = [
      { kind: 'pause', moment: { anchor: 'ttime', offset: 7200 } },
      { kind: 'jump', moment: { anchor: 'ttime', offset: 7200 }, offset: 86_400 },
    ] as const
    const actual: ClockMark[] = [
      { kind: 'pause', basis: 'actual', at: summer.startexAt + 600_000 },
      { kind: 'resume', basis: 'actual', at: summer.startexAt + 1_200_000 },
    ]
    const shows = (frame: { clock: Parameters<typeof exerciseTimeAt>[0] }, seconds: number) =>
      exerciseTimeAt(frame.clock, summer.startexAt + seconds * 1000)
    const plan = plannedFrame(summer.startexAt, summer.timeZone, planned, [])
    expect([7199, 7200, 9000].map(seconds => shows(plan, seconds))).toEqual([7199, 86_400, 86_400])
    const real = plannedFrame(summer.startexAt, summer.timeZone, planned, actual)
    expect([7200, 7799, 7800].map(seconds => shows(real, seconds))).toEqual([6600, 7199, 86_400])
  })
})
