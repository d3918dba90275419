import { describe, expect, it } from 'vitest'
import { indexed } from '../plan/rules'
import { DAY, dday, fixed, frame, HOUR, ids, item, planOf, tTime } from '../plan.fixture'
import { outcomeOf } from '../rules'
import type { Operation } from '../schema'

const now = Date.UTC(2026, 0, 1)
const stretch = (on: string, bySeconds: number): Operation => ({
  kind: 'stretch_day',
  on,
  bySeconds,
  withPinned: false,
})
const skip = (from: string, to: string): Operation => ({ kind: 'skip_weekend', from, to, withPinned: false })

it('stretching a day spreads it, moves all that begins after it with ENDEX, and leaves its shifts', () => {
  const plan = planOf([
    item('Phase', 1, { start: tTime(0), end: tTime(3 * DAY) }),
    item('Inject', 2, { start: tTime(0) }),
    item('Inject', 3, { start: tTime(4 * HOUR) }),
    item('Inject', 4, { start: tTime(8 * HOUR) }),
    item('Inject', 5, { start: tTime(DAY) }),
    item('Shift', 6, { start: tTime(4 * HOUR), durationSeconds: 4 * HOUR }),
    item('Shift', 7, { start: tTime(DAY), durationSeconds: 4 * HOUR }),
    item('Activity', 8, { start: dday(-3), durationSeconds: HOUR }),
  ])
  const { moved, exercise } = outcomeOf(plan, stretch('2027-03-23', 2 * HOUR), now)
  const starts = moved.map(({ item: one, start, end }) => [
    one.name,
    start?.anchor === 'ttime' ? start.offset / HOUR : null,
    end?.anchor === 'ttime' ? end.offset / HOUR : null,
  ])
  expect(starts).toEqual([
    ['Inject 3', 5, null],
    ['Inject 4', 10, null],
    ['Phase 1', 0, 74],
    ['Inject 5', 26, null],
    ['Shift 7', 26, null],
  ])
  expect(exercise?.endexOffset).toBe(5 * DAY + 2 * HOUR)
  expect(outcomeOf(plan, stretch('2027-03-22', HOUR), now).problem).toBe('stretch_before_startex')
  expect(outcomeOf(plan, stretch('2027-03-23', -8 * HOUR), now).problem).toBe('day_too_short')
})

it('skipping a weekend takes what begins on it to Monday at the same time of day, whatever DST does', () => {
  // Saturday 27 March 2027; the clocks go forward on the Sunday.
  const plan = planOf([
    item('Activity', 1, { start: dday(4), durationSeconds: HOUR }),
    item('Inject', 2, { start: tTime(5 * DAY) }),
    item('Activity', 3, { start: dday(3), durationSeconds: 4 * DAY }),
    item('Shift', 4, { of: ids(9), start: tTime(4 * DAY), durationSeconds: HOUR }),
    item('Activity', 5, { start: fixed(frame.startexAt + 4 * DAY * 1000), durationSeconds: HOUR }),
  ])
  const { moved, stays } = outcomeOf(
    plan,
    { kind: 'skip_weekend', from: '2027-03-23', to: '2027-04-01', withPinned: false },
    now,
  )
  expect(moved.map(({ item: one, start }) => [one.name, start])).toEqual([
    ['Activity 1', dday(6)],
    // 10:00 summer time on the Sunday, 10:00 on the Monday.
    ['Inject 2', tTime(6 * DAY)],
  ])
  expect(stays.map(({ item: one, why }) => [one.name, why])).toEqual([
    ['Shift 4', 'rotation'],
    ['Activity 5', 'pinned'],
  ])
})

describe('stretching the day of STARTEX', () => {
  it('leaves what comes before STARTEX and whole days, and takes along the phase and the ENDEX that end it', () => {
    const oneDay = planOf([
      item('Activity', 1, { start: dday(0, 480), durationSeconds: HOUR }),
      item('Activity', 2, { start: dday(0, null), days: 1 }),
      item('Inject', 3, { start: tTime(0) }),
      item('Inject', 4, { start: tTime(4 * HOUR) }),
      item('Inject', 5, { start: tTime(8 * HOUR) }),
      item('Phase', 6, { start: tTime(0), end: tTime(9 * HOUR) }),
      item('Activity', 7, { start: fixed(frame.startexAt + 2 * HOUR * 1000), durationSeconds: HOUR }),
    ])
    const plan = indexed({ ...oneDay, endexOffset: 9 * HOUR })
    const { moved, stays, exercise } = outcomeOf(plan, stretch('2027-03-23', 2 * HOUR), now)
    expect(moved.map(({ item: one, start, end }) => [one.name, end ?? start])).toEqual([
      ['Inject 4', tTime(5 * HOUR)],
      ['Inject 5', tTime(10 * HOUR)],
      ['Phase 6', tTime(11 * HOUR)],
    ])
    expect(stays.map(({ item: one, why }) => [one.name, why])).toEqual([['Activity 7', 'pinned']])
    expect(exercise?.endexOffset).toBe(11 * HOUR)
  })

  it('never shortens it by more than there is, nor play to nothing', () => {
    const plan = planOf([item('Activity', 1, { start: dday(2) })])
    expect(outcomeOf(plan, stretch('2027-03-23', -2 * DAY), now).problem).toBe('day_too_short')
    const short = indexed({ ...plan, endexOffset: 16 * HOUR })
    expect(outcomeOf(short, stretch('2027-03-23', -20 * HOUR), now).problem).toBe('endex_before_startex')
  })

  it('counts the hours of a day on which the clocks change as they pass', () => {
    // Sunday 28 March has 23 hours.
    const plan = planOf([
      item('Activity', 1, { start: dday(5, 0), durationSeconds: HOUR }),
      item('Activity', 2, { start: dday(5, 720), durationSeconds: HOUR }),
      item('Activity', 3, { start: dday(6, 540), durationSeconds: HOUR }),
    ])
    const { moved } = outcomeOf(plan, stretch('2027-03-28', 2 * HOUR), now)
    // Eleven hours after midnight of the twelve that it takes; a sixth of those two hours more.
    expect(moved.map(({ item: one, start }) => [one.name, start])).toEqual([
      ['Activity 2', dday(5, 830)],
      ['Activity 3', dday(6, 660)],
    ])
  })
})

describe('skipping a weekend', () => {
  it('of STARTEX is refused, since STARTEX is slipped', () => {
    const saturday = indexed({
      ...planOf([item('Inject', 1, { start: tTime(HOUR) })]),
      frame: { ...frame, startexAt: Date.UTC(2027, 2, 20, 7) },
    })
    expect(outcomeOf(saturday, skip('2027-03-20', '2027-03-21'), now).problem).toBe('startex_on_weekend')
    expect(outcomeOf(saturday, skip('2027-03-27', '2027-03-28'), now).problem).toBe('nothing_moves')
  })

  it('takes an ENDEX along, and leaves what began on the Friday and what is not in between', () => {
    const plan = planOf([
      item('Activity', 1, { start: dday(3, 1380), durationSeconds: 3 * HOUR }),
      item('Activity', 2, { start: dday(4, null), days: 1 }),
      item('Activity', 3, { start: dday(11), durationSeconds: HOUR }),
    ])
    // Sunday 28 March, 10:00 summer time.
    const { moved, exercise } = outcomeOf(plan, skip('2027-03-27', '2027-03-28'), now)
    expect(moved.map(({ item: one, start }) => [one.name, start])).toEqual([['Activity 2', dday(6, null)]])
    expect(exercise?.endexOffset).toBe(6 * DAY)
  })
})
