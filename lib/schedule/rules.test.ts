import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Moment, StartexFrame } from '@/lib/time'
import {
  gateAt,
  gateProblem,
  phaseProblem,
  readLength,
  registrationWindow,
  resolveActivity,
  resolvePhase,
  windowProblem,
  windowStateAt,
} from './rules'

// Tuesday 20 April 2027, 09:00 in Tallinn, in summer time; the clocks went forward on 28 March.
const frame: StartexFrame = { startexAt: Date.UTC(2027, 3, 20, 6), timeZone: 'Europe/Tallinn' }
const day = (count: number, minute: number | null = null, timeZone = 'Europe/Tallinn'): Moment => ({
  anchor: 'dday',
  day: count,
  minute,
  timeZone,
})
const none = { durationSeconds: null, days: null }

describe('phases and activities on the time line', () => {
  it('a phase that ends on a whole day lasts to the end of it', () => {
    expect(resolvePhase({ start: day(-28), end: day(-23) }, frame)).toEqual({
      startAt: Date.UTC(2027, 2, 22, 22),
      // 28 March has 23 hours in Tallinn.
      endAt: Date.UTC(2027, 2, 28, 21),
      adjusted: null,
    })
  })
  it('a phase that ends at a time ends at that time', () => {
    const phase = resolvePhase({ start: { anchor: 'ttime', offset: 0 }, end: day(3, 17 * 60) }, frame)
    expect(phase.startAt).toBe(frame.startexAt)
    expect(phase.endAt).toBe(Date.UTC(2027, 3, 23, 14))
  })
  it('an activity of whole days ends as the day after begins where it is held', () => {
    const visit = resolveActivity({ start: day(-1, null, 'Asia/Tokyo'), ...none, days: 2 }, frame)
    expect(visit).toEqual({
      startAt: Date.UTC(2027, 3, 18, 15),
      endAt: Date.UTC(2027, 3, 20, 15),
      wholeDays: true,
      adjusted: null,
    })
  })
  it('a point in time has no end, and says when DST brought it into a skipped hour', () => {
    const briefing = resolveActivity({ start: day(-23, 3 * 60 + 30), ...none }, frame)
    expect(briefing.endAt).toBeNull()
    expect(briefing.adjusted).toBe('skipped')
    expect(briefing.startAt).toBe(Date.UTC(2027, 2, 28, 1, 30))
  })
  it('a phase must last', () => {
    expect(phaseProblem({ start: day(-2), end: day(-3) }, frame)).toBe('end_before_start')
    expect(phaseProblem({ start: day(0, 540), end: { anchor: 'ttime', offset: 0 } }, frame)).toBe(
      'end_before_start',
    )
    expect(phaseProblem({ start: day(-2), end: day(-2) }, frame)).toBeNull()
  })
})

describe('the registration window', () => {
  const opens = { gate: 'registration_opens', moment: day(-50) } as const
  const closes = { gate: 'registration_closes', moment: day(-29) } as const
  const edits = { gate: 'edit_deadline', moment: day(-15) } as const

  it('a whole day opens as it begins and closes as it ends', () => {
    expect(gateAt('registration_opens', day(-29), frame)).toBe(Date.UTC(2027, 2, 21, 22))
    expect(gateAt('registration_closes', day(-29), frame)).toBe(Date.UTC(2027, 2, 22, 22))
    expect(gateAt('edit_deadline', day(-29), frame)).toBe(Date.UTC(2027, 2, 22, 22))
    expect(gateAt('registration_closes', day(-29, 17 * 60), frame)).toBe(Date.UTC(2027, 2, 22, 15))
  })
  it('the last instant of the closing day is open and the next one is not', () => {
    const window = registrationWindow([opens, closes, edits], [], frame)
    const closesAt = Date.UTC(2027, 2, 22, 22)
    expect(windowStateAt(window, closesAt - 1)).toBe('open')
    expect(windowStateAt(window, closesAt)).toBe('closed')
    expect(windowStateAt(window, Date.UTC(2027, 1, 28, 22) - 1)).toBe('not_yet')
    expect(windowStateAt(window, Date.UTC(2027, 1, 28, 22))).toBe('open')
  })
  it("a nation's own date stands in for the exercise's, in its own zone", () => {
    const own = { gate: 'registration_closes', moment: day(-20, 12 * 60, 'Asia/Tokyo') } as const
    const window = registrationWindow([opens, closes], [own], frame)
    expect(window).toEqual({
      opensAt: Date.UTC(2027, 1, 28, 22),
      closesAt: Date.UTC(2027, 2, 31, 3),
      editUntil: Date.UTC(2027, 2, 31, 3),
    })
  })
  it('nobody can register without being able to change it', () => {
    const late = { gate: 'registration_closes', moment: day(-3) } as const
    const window = registrationWindow([opens, closes, edits], [late], frame)
    expect(window.editUntil).toBe(window.closesAt)
  })
  it('without gates there are no limits', () => {
    const window = registrationWindow([], [], frame)
    expect(window).toEqual({ opensAt: null, closesAt: null, editUntil: null })
    expect(windowStateAt(window, 0)).toBe('open')
  })
  it('cannot close before it opens, wherever STARTEX lies', () => {
    expect(windowProblem([opens, closes], frame)).toBeNull()
    expect(windowProblem([opens, { gate: 'registration_closes', moment: day(-51) }], frame)).toBe(
      'closes_before_opens',
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), startexAt => {
        expect(windowProblem([opens, closes], { startexAt, timeZone: 'America/New_York' })).toBeNull()
      }),
    )
  })
})

describe('how long something lasts', () => {
  const length = (text: string, start: Moment) => readLength(text, start)

  it('a whole day is one day unless more are typed', () => {
    expect(length('', day(-28))).toEqual({ ok: true, length: { durationSeconds: null, days: 1 } })
    expect(length('3 days', day(-28))).toEqual({ ok: true, length: { durationSeconds: null, days: 3 } })
    expect(length('2 h', day(-28))).toEqual({ ok: false, reason: 'whole_day_needs_days' })
  })
  it('a time of day lasts hours, or nothing', () => {
    expect(length('1h30', day(-28, 540))).toEqual({ ok: true, length: { durationSeconds: 5400, days: null } })
    expect(length('', day(-28, 540))).toEqual({ ok: true, length: none })
    expect(length('2 days', day(-28, 540))).toEqual({
      ok: true,
      length: { durationSeconds: 172_800, days: null },
    })
    expect(length('0 min', day(-28, 540))).toEqual({ ok: false, reason: 'length_nothing' })
  })
  it('a fixed midnight may last whole days', () => {
    const midnight: Moment = { anchor: 'fixed', at: Date.UTC(2027, 3, 19, 15), timeZone: 'Asia/Tokyo' }
    expect(length('2 days', midnight)).toEqual({ ok: true, length: { durationSeconds: null, days: 2 } })
    expect(length('2 days', { ...midnight, timeZone: 'Europe/Tallinn' })).toEqual({
      ok: true,
      length: { durationSeconds: 172_800, days: null },
    })
  })
  it('a gate is a deadline of one day at most, or a time without length', () => {
    const whole = day(-50)
    const midnight: Moment = { anchor: 'fixed', at: Date.UTC(2027, 3, 19, 21), timeZone: 'Europe/Tallinn' }
    const minute = { durationSeconds: 60, days: null }
    const days = (count: number) => ({ durationSeconds: null, days: count })
    expect(gateProblem('registration_opens', 'briefing', whole, none)).toBe('gate_needs_deadline')
    expect(gateProblem('registration_opens', 'deadline', day(-50, 540), minute)).toBe('gate_has_no_length')
    expect(gateProblem('registration_opens', 'deadline', whole, days(2))).toBe('gate_has_no_length')
    expect(gateProblem('registration_opens', 'deadline', whole, days(1))).toBeNull()
    // It would shut as the day begins and be drawn as if it lasted.
    expect(gateProblem('registration_closes', 'deadline', midnight, days(1))).toBe('gate_has_no_length')
    expect(gateProblem(null, 'briefing', day(-50, 540), minute)).toBeNull()
  })
})
