import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import {
  brokenBy,
  hasHappened,
  moveProblem,
  moveReport,
  type PlannedMoment,
  pinned,
  readMove,
  standsAt,
} from './rules'

const timeZone = 'Europe/Tallinn'
// Four weeks apart, with the change to summer time of 28 March 2027 between them.
const march: StartexFrame = { startexAt: Date.UTC(2027, 2, 23, 7), timeZone }
const april: StartexFrame = { startexAt: Date.UTC(2027, 3, 20, 6), timeZone }
const now = Date.UTC(2026, 10, 22)
const ahead = { now, keepPast: true }

const row = (moment: Moment, given: Partial<PlannedMoment> = {}): PlannedMoment => ({
  id: 'a',
  what: 'activity',
  title: 'Briefing',
  nation: null,
  gate: null,
  moment,
  ...given,
})
const dday = (day: number, minute: number | null = 540): Moment => ({ anchor: 'dday', day, minute, timeZone })

test('D-days keep their wall time over DST, T-times follow STARTEX, fixed ones stay', () => {
  const fixed: Moment = { anchor: 'fixed', at: Date.UTC(2027, 1, 11, 15), timeZone }
  const report = moveReport(
    [row(dday(-7)), row({ anchor: 'ttime', offset: 2700 }), row(fixed)],
    march,
    april,
    ahead,
  )
  expect(report.map(({ effect, from, to }) => [effect, from, to])).toEqual([
    ['stays', fixed.at, fixed.at],
    ['moves', Date.UTC(2027, 2, 16, 7), Date.UTC(2027, 3, 13, 6)],
    ['follows', march.startexAt + 2_700_000, april.startexAt + 2_700_000],
  ])
})

test('what the move brings into a skipped hour is flagged, with the later instant', () => {
  // D-23 before 20 April is 28 March, when 03:30 does not exist.
  const [moved] = moveReport([row(dday(-23, 210))], march, april, ahead)
  expect(moved).toMatchObject({ effect: 'moves', adjusted: 'skipped', to: Date.UTC(2027, 2, 28, 1, 30) })
})

test('a D-day time stays where STARTEX moves within its day', () => {
  const later = { ...march, startexAt: march.startexAt + 3 * 3_600_000 }
  expect(moveReport([row(dday(-7))], march, later, ahead)).toMatchObject([{ effect: 'stays' }])
})

test('what has happened stays where it was, unless it is meant to move too', () => {
  const held = row(dday(-240))
  const after = Date.UTC(2026, 7, 1)
  expect(hasHappened(held, march, after)).toBe(true)
  expect(moveReport([held], march, april, { now: after, keepPast: true })).toMatchObject([
    { effect: 'happened', adjusted: null },
  ])
  expect(moveReport([held], march, april, { now: after, keepPast: false })).toMatchObject([
    { effect: 'moves' },
  ])
})

test('a closing day counts as it ends, in the report and when it is kept', () => {
  const closes = row(dday(-29, null), { gate: 'registration_closes' })
  const end = Date.UTC(2027, 1, 22, 22)
  expect(standsAt(closes, march)).toBe(end)
  expect(hasHappened(closes, march, end - 1)).toBe(false)
  expect(hasHappened(closes, march, end + 1)).toBe(true)
  expect(pinned(closes, march)).toEqual({ anchor: 'fixed', at: end, timeZone })
  const phaseEnd = row(dday(-29, null), { what: 'phase_end' })
  expect(standsAt(phaseEnd, march)).toBe(end)
})

test('keeping what has happened never changes when it was', () => {
  const moments: fc.Arbitrary<Moment> = fc.oneof(
    fc.record({
      anchor: fc.constant('dday' as const),
      day: fc.integer({ min: -400, max: 400 }),
      minute: fc.option(fc.integer({ min: 0, max: 1439 })),
      timeZone: fc.constantFrom('Europe/Tallinn', 'Asia/Tokyo', 'America/Santiago'),
    }),
    fc.record({ anchor: fc.constant('ttime' as const), offset: fc.integer({ min: -1e7, max: 1e7 }) }),
  )
  fc.assert(
    fc.property(moments, moment => {
      const kept = pinned(row(moment), march)
      expect(resolveMoment(kept, april).at).toBe(standsAt(row(moment), march))
    }),
  )
})

test('STARTEX that has happened stays, and a move must move something', () => {
  expect(moveProblem('conduct', march, april)).toBe('startex_has_happened')
  expect(moveProblem('closed', march, april)).toBe('startex_has_happened')
  expect(moveProblem('registration', march, march)).toBe('startex_same')
  expect(moveProblem('registration', march, { ...march, timeZone: 'Europe/Riga' })).toBeNull()
  expect(moveProblem('planning', march, april)).toBeNull()
})

test('what would no longer fit is named: a phase turned round, a window turned round', () => {
  const at = Date.UTC(2027, 1, 20, 10)
  const fixed: Moment = { anchor: 'fixed', at, timeZone }
  const rows = [
    row(dday(-50, null), { id: 'p', what: 'phase_start', title: 'Registration' }),
    row(fixed, { id: 'p', what: 'phase_end', title: 'Registration' }),
    row(dday(-50, null), { id: 'o', gate: 'registration_opens' }),
    row(fixed, { id: 'c', gate: 'registration_closes' }),
  ]
  expect(brokenBy(moveReport(rows, march, march, ahead))).toEqual({ phases: [], window: false })
  expect(brokenBy(moveReport(rows, march, april, ahead))).toEqual({ phases: ['Registration'], window: true })
})

test('the address of a preview says which move is meant', () => {
  expect(readMove({}, march, now)).toBeNull()
  expect(readMove({ startex: '2027-04-20 09:00', keepPast: 'true' }, march, now)).toEqual({
    text: '2027-04-20 09:00',
    choice: null,
    timeZone,
    keepPast: true,
    to: april,
    problem: null,
  })
  const problem = (query: Record<string, string>) => readMove(query, march, now)?.problem
  expect(problem({ startex: '2027-03-28 03:30' })).toBe('skipped_hour')
  expect(problem({ startex: '2027-10-31 03:30' })).toBe('repeated_hour')
  expect(problem({ startex: '2027-10-31 03:30', startexChoice: 'later' })).toBeNull()
  expect(problem({ startex: 'D+28 09:00' })).toBe('startex_not_fixed')
  expect(problem({ startex: '2027-03-23 09:00' })).toBe('startex_same')
  expect(problem({ startex: '2027-03-23 09:00', zone: 'Mars/Olympus' })).toBe('unknown_zone')
  expect(problem({ startex: 'x'.repeat(5000) })).toBe('unknown_notation')
})
