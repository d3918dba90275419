import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Moment, moveStartexReport, resolveMoment, type StartexFrame } from './time'
import { buildClock, type ClockMark, exerciseTimeAt } from './time-clock'
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

describe('Moving STARTEX by four weeks across a DST change', () => {
  test('keeps wall times, carries T-times along, leaves fixed moments', () => {
    const fixed: Moment = { anchor: 'fixed', at: utc('2027-02-11T15:00'), timeZone: 'Europe/Tallinn' }
    const moments = [dday(-1, 540), { anchor: 'ttime', offset: 2700 } as const, fixed]
    expect(moveStartexReport(moments, summer, winter)).toEqual([
      {
        moment: moments[0],
        from: utc('2027-04-19T06:00'),
        to: utc('2027-03-22T07:00'),
        moved: true,
        adjusted: null,
      },
      {
        moment: moments[1],
        from: utc('2027-04-20T06:45'),
        to: utc('2027-03-23T07:45'),
        moved: true,
        adjusted: null,
      },
      { moment: fixed, from: fixed.at, to: fixed.at, moved: false, adjusted: null },
    ])
  })

  test('lists what it brings into the skipped hour, and not what lies beside it', () => {
    const night = [
      dday(5, 179),
      dday(5, 180),
      dday(5, 210),
      dday(5, 239),
      dday(5, 240),
      dday(5, 210, 'Asia/Tokyo'),
    ]
    const report = moveStartexReport(night, summer, winter)
    expect(report.map(({ adjusted }) => adjusted)).toEqual([
      null,
      'skipped',
      'skipped',
      'skipped',
      null,
      null,
    ])
    expect(report[2]?.to).toBe(utc('2027-03-28T01:30'))
  })

  test('lists what it brings into the repeated hour, and not what was there already', () => {
    const october = tallinn('2027-10-26T06:00')
    const night = dday(5, 210)
    expect(moveStartexReport([night], summer, october)[0]?.adjusted).toBe('repeated')
    expect(moveStartexReport([night], october, tallinn('2027-10-26T10:00'))[0]).toEqual({
      moment: night,
      from: utc('2027-10-31T01:30'),
      to: utc('2027-10-31T01:30'),
      moved: false,
      adjusted: null,
    })
    expect(moveStartexReport([night], october, summer)[0]?.adjusted).toBeNull()
  })

  test('asks again about what goes from one skipped hour to another', () => {
    expect(moveStartexReport([dday(5, 210)], winter, tallinn('2028-03-21T07:00'))[0]?.adjusted).toBe(
      'skipped',
    )
  })

  test('lists a T-time only where the new clock jumps over it', () => {
    const jump = (frame: StartexFrame): StartexFrame => ({
      ...frame,
      clock: buildClock(frame.startexAt, [
        { kind: 'jump', basis: 'planned', at: frame.startexAt + 60_000, offset: 3600 },
      ]),
    })
    const inject: Moment = { anchor: 'ttime', offset: 1800 }
    expect(moveStartexReport([inject], summer, jump(winter))[0]?.adjusted).toBe('skipped')
    expect(moveStartexReport([inject], jump(summer), jump(winter))[0]?.adjusted).toBeNull()
  })

  test('moves T-times by as much as STARTEX, D-day moments by whole days of the wall', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: -300, max: 300 }),
        (days, offset, day) => {
          const there = { ...summer, startexAt: summer.startexAt + days * 86_400_000 }
          const [inject, tokyo] = moveStartexReport(
            [{ anchor: 'ttime', offset }, dday(day, 540, 'Asia/Tokyo')],
            summer,
            there,
          )
          expect(inject?.to).toBe((inject?.from ?? 0) + days * 86_400_000)
          // At 09:00 or 08:00 or 10:00, STARTEX keeps its date; Tokyo has no DST to disturb the day.
          expect(tokyo?.to).toBe((tokyo?.from ?? 0) + days * 86_400_000)
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
