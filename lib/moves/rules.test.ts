import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveMoment } from '@/lib/time'
import { logicOf } from './follows/rules'
import type { Outcome } from './outcome/rules'
import { indexed, keyOf, type PlanIndex, type PlanItem } from './plan/rules'
import {
  anyMoment,
  anyPlan,
  DAY,
  dday,
  fixed,
  frame,
  HOUR,
  home,
  ids,
  item,
  planOf,
  tTime,
  waitsFor,
} from './plan.fixture'
import { outcomeOf } from './rules'
import type { Operation } from './schema'
import { inRange, placed, shifted } from './shifting/rules'
import { toldOf } from './telling/rules'

const now = Date.UTC(2026, 0, 1)

/** The plan as the move leaves it. */
function movedPlan(plan: PlanIndex, { moved, frame: to }: Outcome): PlanIndex {
  const rows = new Map(moved.map(one => [keyOf(one.item), one]))
  const items = plan.items.map((one): PlanItem => {
    const row = rows.get(keyOf(one))
    return row
      ? { ...one, start: row.start, end: row.end, durationSeconds: row.durationSeconds, days: row.days }
      : one
  })
  return indexed({ ...plan, frame: to, items })
}

const slide = (bySeconds: number, withPinned = false): Operation => ({
  ...{ kind: 'slide_phase', phaseId: ids(1), bySeconds, withPinned },
})

describe('a moment that is moved', () => {
  const by = fc.oneof(
    fc.integer({ min: -60, max: 60 }).map(days => days * DAY),
    fc.integer({ min: -2000, max: 2000 }).map(minutes => minutes * 60),
  )

  it('keeps its anchor and its zone, and comes back by the same distance', () => {
    fc.assert(
      fc.property(anyMoment, by, (moment, seconds) => {
        const there = shifted(moment, seconds, frame)
        if (!there) return
        expect({ ...there.moment, day: 0, minute: 0, at: 0, offset: 0 }).toEqual({
          ...{ ...moment, day: 0, minute: 0, at: 0, offset: 0 },
        })
        // What DST skips or repeats on the way is told, and cannot be taken back by arithmetic alone.
        if (there.adjusted || resolveMoment(there.moment, frame).adjusted) return
        expect(shifted(there.moment, -seconds, frame)?.moment).toEqual(moment)
      }),
    )
  })

  it('by whole days keeps the time on the wall, by hours the time that passes', () => {
    // The clocks go forward between the 23rd and the 30th.
    const [planned, pinned] = [dday(0), fixed(frame.startexAt)]
    expect(shifted(planned, 7 * DAY, frame)?.moment).toEqual(dday(7))
    expect(shifted(pinned, 7 * DAY, frame)?.moment).toEqual(fixed(frame.startexAt + (7 * DAY - HOUR) * 1000))
    expect(shifted(pinned, 7 * DAY + HOUR, frame)?.moment).toEqual(
      fixed(frame.startexAt + (7 * DAY + HOUR) * 1000),
    )
    expect(shifted(planned, 7 * DAY + HOUR, frame)?.moment).toEqual(dday(7, 660))
    expect(shifted(tTime(0), 7 * DAY, frame)?.moment).toEqual(tTime(7 * DAY))
    expect(shifted(dday(0, 210), 5 * DAY, frame)).toEqual({ moment: dday(5, 210), adjusted: 'skipped' })
  })

  it('lands where it is dropped, to the minute; a whole day on the nearest day', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: -9000, max: 9000 }), (moment, minutes) => {
        const at = frame.startexAt + minutes * 60_000
        const landed = resolveMoment(placed(moment, at, frame), frame)
        // The first of two 03:30s cannot be said as a D-day.
        if (landed.adjusted === null) expect(landed.at).toBe(at)
      }),
    )
    expect(placed(dday(0, null), frame.startexAt + 20 * HOUR * 1000, frame)).toEqual(dday(1, null))
    expect(shifted(dday(0, null), 5 * HOUR, frame)).toBeNull()
  })
})

describe('sliding a phase', () => {
  it('moves what is in it, never what is outside, leaves what is pinned and says so', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: -30, max: 30 }), fc.boolean(), (plan, days, withPinned) => {
        fc.pre(days !== 0)
        const { moved, stays, problem } = outcomeOf(plan, slide(days * DAY, withPinned), now)
        expect(problem).toBeNull()
        const inside = new Set(
          plan.items.filter(one => one.phaseId === ids(1) || one.of === ids(2)).map(keyOf),
        )
        const keys = new Set(moved.map(({ item: one }) => keyOf(one)))
        for (const key of keys) expect(inside.has(key) || key === `Phase ${ids(1)}`).toBe(true)
        for (const { item: one, why } of stays) expect([one.start?.anchor, why]).toEqual(['fixed', 'pinned'])
        // Nothing is lost in silence: each row of the phase moves or is named.
        const named = new Set(stays.map(({ item: one }) => keyOf(one)))
        for (const key of inside) expect(keys.has(key) !== named.has(key)).toBe(true)
        if (withPinned) expect(stays).toEqual([])
      }),
    )
  })

  it('there and back is as it was', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 30 }), (plan, days) => {
        const there = outcomeOf(plan, slide(days * DAY), now)
        fc.pre(there.moved.every(({ adjusted }) => adjusted === null))
        const back = outcomeOf(movedPlan(plan, there), slide(-days * DAY), now)
        expect(movedPlan(movedPlan(plan, there), back).items).toEqual(plan.items)
      }),
    )
  })

  it('keeps what has taken place, and carries programmes and itineraries with their activity', () => {
    const plan = planOf([
      item('Phase', 1, { start: dday(-10, null), end: dday(10, null) }),
      item('Activity', 2, { phaseId: ids(1), start: dday(-5), durationSeconds: HOUR }),
      item('Activity', 3, { phaseId: ids(1), start: dday(5), days: null, durationSeconds: HOUR }),
      item('AgendaItem', 4, { of: ids(3), start: fixed(frame.startexAt + 5 * DAY * 1000) }),
      item('AgendaItem', 5, { of: ids(2), start: dday(-5, 550) }),
      item('SignUp', 3, { of: ids(3), start: dday(-20), end: dday(1) }),
    ])
    const { moved, stays } = outcomeOf(plan, slide(DAY), frame.startexAt)
    expect(moved.map(({ item: one }) => one.name)).toEqual([
      'Phase 1',
      'Activity 3',
      'AgendaItem 4',
      'SignUp 3',
    ])
    expect(stays.map(({ item: one, why }) => [one.name, why])).toEqual([['Activity 2', 'happened']])
  })
})

describe('what follows by itself', () => {
  it('is what waits for the moved, and the logic is left as it was', () => {
    const plan = planOf(
      [
        item('Inject', 1, { start: tTime(0) }),
        item('Inject', 2),
        item('Inject', 3),
        item('Inject', 4, { start: tTime(DAY) }),
        item('Inject', 5),
      ],
      [
        waitsFor(ids(2), ids(1)),
        waitsFor(ids(3), ids(2)),
        waitsFor(ids(4), ids(2)),
        waitsFor(ids(5), ids(4)),
      ],
    )
    const logic = logicOf(plan, plan.frame)
    const drag: Operation = { kind: 'items', items: [{ kind: 'inject', id: ids(1) }], bySeconds: HOUR }
    const first = toldOf(plan, logic, drag, now)
    expect(
      first.telling.follows.rows.map(({ id, to }) => [id, ((to?.startAt ?? 0) - frame.startexAt) / 1000]),
    ).toEqual([
      [ids(2), HOUR + 600],
      [ids(3), HOUR + 1200],
    ])
    expect(toldOf(plan, logic, drag, now)).toEqual(first)
    const waiting: Operation = { kind: 'items', items: [{ kind: 'inject', id: ids(2) }], bySeconds: HOUR }
    expect(outcomeOf(plan, waiting, now)).toMatchObject({
      problem: 'nothing_moves',
      stays: [{ why: 'waits' }],
    })
  })
})

describe('slipping STARTEX', () => {
  const slip = (startex: string, keepPast = true): Operation => ({
    ...{ kind: 'slip_startex', startex, startexChoice: null, keepPast },
  })

  it('rewrites nothing, and lists the wall times that shift where it crosses a DST change', () => {
    const plan = planOf([
      item('Activity', 1, { start: dday(3), durationSeconds: HOUR }),
      item('Shift', 2, { start: tTime(6 * DAY), durationSeconds: 8 * HOUR }),
      item('Shift', 3, { start: tTime(DAY), durationSeconds: 8 * HOUR }),
      item('Activity', 4, { start: fixed(frame.startexAt), durationSeconds: HOUR }),
    ])
    const { outcome, telling } = toldOf(plan, logicOf(plan, plan.frame), slip('2027-04-20 09:00'), now)
    expect(outcome.moved).toEqual([])
    expect(telling.follows.total).toBe(3)
    expect(telling.stays).toMatchObject([{ why: 'pinned', total: 1 }])
    // Six days on from 23 March lie behind the change and read 10:00; from 20 April they read 09:00.
    expect(telling.walls.rows).toMatchObject([{ id: ids(2), wall: -HOUR }])
  })

  it('keeps what has taken place as the fixed moment it has become', () => {
    const plan = planOf([
      item('Activity', 1, { start: dday(-28), durationSeconds: HOUR }),
      item('Activity', 2, { start: dday(1) }),
    ])
    const march = Date.UTC(2027, 2, 10)
    expect(outcomeOf(plan, slip('2027-04-20 09:00'), march).moved).toMatchObject([
      { item: { id: ids(1) }, start: fixed(Date.UTC(2027, 1, 23, 7)) },
    ])
    expect(outcomeOf(plan, slip('2027-04-20 09:00', false), march).moved).toEqual([])
  })

  it('is refused where it stays, is no time, or has happened', () => {
    const plan = planOf([])
    expect(outcomeOf(plan, slip('2027-03-23 09:00'), now).problem).toBe('startex_same')
    expect(outcomeOf(plan, slip('D+3 09:00'), now).problem).toBe('startex_not_fixed')
    expect(outcomeOf(plan, slip('2027-03-28 03:30'), now).problem).toBe('skipped_hour')
    const begun = indexed({ ...plan, status: 'conduct' })
    expect(outcomeOf(begun, slip('2027-04-20 09:00'), now).problem).toBe('startex_has_happened')
  })
})

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
  const stretch = (on: string, bySeconds: number): Operation => ({
    kind: 'stretch_day',
    on,
    bySeconds,
    withPinned: false,
  })
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

describe('another home zone', () => {
  const plan = planOf([
    item('Activity', 1, { start: dday(1), durationSeconds: HOUR }),
    item('Activity', 2, { start: dday(1, 540, 'Asia/Tokyo'), durationSeconds: HOUR }),
    item('Activity', 3, { start: fixed(frame.startexAt), durationSeconds: HOUR }),
    item('Inject', 4, { start: tTime(HOUR) }),
  ])
  const at = (of: PlanIndex) => of.items.map(one => one.start && resolveMoment(one.start, of.frame).at)

  it('keeps either the times on the wall or the instants', () => {
    for (const timeZone of ['Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const kept = movedPlan(plan, outcomeOf(plan, { kind: 'home_zone', timeZone, keep: 'instants' }, now))
      expect(at(kept)).toEqual(at(plan))
      expect(kept.frame).toMatchObject({ startexAt: frame.startexAt, timeZone })
    }
    const walls = movedPlan(
      plan,
      outcomeOf(plan, { kind: 'home_zone', timeZone: 'Asia/Tokyo', keep: 'walls' }, now),
    )
    const startexAt = Date.UTC(2027, 2, 23, 0)
    expect(at(walls)).toEqual([
      startexAt + DAY * 1000,
      startexAt + DAY * 1000,
      frame.startexAt,
      startexAt + HOUR * 1000,
    ])
    expect(outcomeOf(plan, { kind: 'home_zone', timeZone: home, keep: 'walls' }, now).problem).toBe(
      'home_zone_same',
    )
  })
})

it('an edge moves one end, and never past the other', () => {
  const plan = planOf([
    item('Phase', 1, { start: dday(0, null), end: dday(2, null) }),
    item('Shift', 2, { start: tTime(0), durationSeconds: 8 * HOUR }),
    item('Activity', 3, { start: dday(0, null), days: 2 }),
  ])
  const edge = (kind: 'phase' | 'shift' | 'activity', n: number, which: 'start' | 'end', hours: number) =>
    outcomeOf(
      plan,
      { kind: 'edge', item: { kind, id: ids(n) }, edge: which, at: frame.startexAt + hours * HOUR * 1000 },
      now,
    )
  // Midnight at home is fifteen hours after STARTEX.
  expect(edge('phase', 1, 'end', 15).moved).toMatchObject([{ start: dday(0, null), end: dday(0, null) }])
  expect(edge('shift', 2, 'start', 2).moved).toMatchObject([
    { start: tTime(2 * HOUR), durationSeconds: 6 * HOUR },
  ])
  expect(edge('shift', 2, 'end', 9).moved).toMatchObject([{ start: tTime(0), durationSeconds: 9 * HOUR }])
  expect(edge('activity', 3, 'end', 15 + 48).moved).toMatchObject([{ days: 3 }])
  expect(edge('shift', 2, 'end', -1).problem).toBe('end_before_start')
  expect(edge('phase', 1, 'end', -48).problem).toBe('end_before_start')
})

it('nothing is moved to where the database cannot follow', () => {
  const plan = planOf([item('Activity', 1, { start: dday(3600) })])
  const { moved, problem } = outcomeOf(
    plan,
    { kind: 'items', items: [{ kind: 'activity', id: ids(1) }], bySeconds: 90 * DAY },
    now,
  )
  expect(problem).toBe('out_of_range')
  expect(moved.every(({ start }) => start && inRange(start))).toBe(false)
})
