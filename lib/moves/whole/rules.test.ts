import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveMoment } from '@/lib/time'
import { logicOf } from '../follows/rules'
import { indexed, type PlanIndex } from '../plan/rules'
import {
  anyPlan,
  DAY,
  dday,
  fixed,
  frame,
  HOUR,
  home,
  ids,
  item,
  movedPlan,
  planOf,
  slide,
  tTime,
} from '../plan.fixture'
import { outcomeOf } from '../rules'
import type { Operation } from '../schema'
import { toldOf } from '../telling/rules'

const now = Date.UTC(2026, 0, 1)

describe('sliding a phase', () => {
  it('moves what is in it, never what is outside, leaves what is pinned and says so', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: -30, max: 30 }), fc.boolean(), (plan, days, withPinned) => {
        fc.pre(days !== 0)
        const { moved, stays, problem } = outcomeOf(plan, slide(days * DAY, withPinned), now)
        expect(problem).toBeNull()
        const inside = new Set(plan.items.filter(one => one.phaseId === ids(1) || one.of === ids(2)))
        const going = new Set(moved.map(({ item: one }) => one))
        for (const one of going) expect(inside.has(one) || one.table === 'Phase').toBe(true)
        for (const { item: one, why } of stays) expect([one.start?.anchor, why]).toEqual(['fixed', 'pinned'])
        // Nothing is lost in silence: each row of the phase moves or is named.
        const named = new Set(stays.map(({ item: one }) => one))
        for (const one of inside) expect(going.has(one) !== named.has(one)).toBe(true)
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
    const { outcome, telling } = toldOf(plan, logicOf(plan), slip('2027-04-20 09:00'), now)
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
