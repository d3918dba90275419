import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CellForm, choiceMeant, namesIn, printCell, readCell } from './rules'

const frame = { startexAt: Date.UTC(2026, 10, 20, 7), timeZone: 'Europe/Tallinn' }
const time: CellForm = { kind: 'time', context: { frame, timeZone: frame.timeZone } }
const story: CellForm = { kind: 'story', context: { frame, timeZone: 'Asia/Tokyo' } }
const teams = [
  { id: 't1', label: 'BT 01', also: ['Blue 1'] },
  { id: 't2', label: 'BT 02', also: ['Blue 2'] },
  { id: 't3', label: 'Noël desk; press' },
]
const one: CellForm = { kind: 'choice', choices: teams }
const several: CellForm = { kind: 'several', choices: teams }
const value = (text: string, form: CellForm) => {
  const found = readCell(text, form)
  return found.ok ? found.value : found.problem
}

test('a time cell takes every notation and keeps it in one', () => {
  expect(value('D+2 09:30', time)).toBe('D+2 09:30')
  expect(value('221430ZNOV26', time)).toBe('2026-11-22 14:30 UTC')
  expect(value('t+45m', time)).toBe('T+00:45:00')
  expect(value('After 3.12 +20m', time)).toBe('after 3.12 + 20 min')
  expect(value('', time)).toBe('')
})

test('a time cell says why it does not understand', () => {
  expect(value('D+2', time)).toBe('time_of_day_needed')
  expect(value('half past nine', time)).toBe('unknown_notation')
  expect(value('after 3.12 - 20m', time)).toBe('wait_delay_negative')
  expect(value('2027-03-28 03:30', time)).toBe('skipped_hour')
})

test('a time of the story is a date of its own, in the zone of the story', () => {
  expect(value('2031-05-04 09:00', story)).toBe('2031-05-04 09:00')
  expect(value('2031-05-04 09:00Z', story)).toBe('2031-05-04 18:00')
  expect(value('D+2 09:00', story)).toBe('scenario_time_fixed')
})

test('a name is read whatever its case and marks, by number or other name, and by its beginning if that is one alone', () => {
  expect(value('bt 01', one)).toBe('t1')
  expect(value('blue 2', one)).toBe('t2')
  expect(value('noel', one)).toBe('t3')
  expect(value('press', one)).toBe('t3')
  expect(value('', one)).toBe(null)
})

test('a name that is none, or could be two, is refused with those like it', () => {
  expect(readCell('green', one)).toEqual({
    ok: false,
    problem: 'name_unknown',
    params: { name: 'green', like: '' },
  })
  expect(choiceMeant(teams, 'BT')).toEqual({ ok: false, problem: 'name_ambiguous', like: 'BT 01, BT 02' })
})

test('several names stand apart by semicolons or lines and count once', () => {
  expect(value('BT 02; BT 01\nblue 2;', several)).toEqual(['t2', 't1'])
  expect(value('Noël desk; press', several)).toEqual(['t3'])
  expect(value('BT 01; "Noël desk; press"', several)).toEqual(['t1', 't3'])
  expect(value('', several)).toEqual([])
  expect(value('BT 01; BT 02', { kind: 'several', choices: teams, joined: true })).toBe('t1\nt2')
  expect(namesIn(' ; ;')).toEqual([])
})

test('codes stand apart by anything and are written in capitals once', () => {
  expect(value('t1566.001, T1078 t1078', { kind: 'codes' })).toEqual(['T1566.001', 'T1078'])
})

test('a length and a number are read or refused', () => {
  expect(value('1h30', { kind: 'duration' })).toBe('1 h 30 min')
  expect(value('90', { kind: 'duration' })).toBe('unit_missing')
  expect(value('12', { kind: 'number' })).toBe(12)
  expect(value('twelve', { kind: 'number' })).toBe('not_a_number')
})

const some = fc.uniqueArray(fc.constantFrom('t1', 't2', 't3'))

test('what a cell prints it reads as the same', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 400_000 }), (ids, seconds) => {
      expect(value(printCell(ids, several), several)).toEqual(ids)
      const typed = `T+${seconds}s`
      const printed = value(typed, time)
      expect(value(String(printed), time)).toBe(printed)
      const length = value(`${seconds}s`, { kind: 'duration' })
      expect(value(String(length), { kind: 'duration' })).toBe(length)
    }),
  )
})
