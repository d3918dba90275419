import { expect, test } from 'vitest'
import type { StartexFrame } from '@/lib/time'
import { endexAt, endexOffsetOf, endexProblem, nextStatuses, statusProblem } from './rules'

const frame: StartexFrame = { startexAt: Date.UTC(2027, 3, 20, 6), timeZone: 'Europe/Tallinn' }
const timeZone = 'Europe/Tallinn'

test('an exercise goes one step on, or one back where that was a mistake', () => {
  expect(nextStatuses('draft')).toEqual(['planning'])
  expect(nextStatuses('planning')).toEqual(['registration', 'draft'])
  expect(nextStatuses('closed')).toEqual(['conduct'])
  expect(statusProblem('planning', 'conduct')).toBe('status_one_step')
  expect(statusProblem('planning', 'planning')).toBe('status_same')
})

test('ENDEX counts in seconds from STARTEX, however it is typed', () => {
  const at = Date.UTC(2027, 3, 23, 14)
  expect(endexOffsetOf({ anchor: 'fixed', at, timeZone }, frame)).toBe(3 * 86_400 + 8 * 3600)
  expect(endexOffsetOf({ anchor: 'dday', day: 3, minute: 17 * 60, timeZone }, frame)).toBe(288_000)
  expect(endexOffsetOf({ anchor: 'ttime', offset: 288_000 }, frame)).toBe(288_000)
  expect(endexAt({ startexAt: frame.startexAt, endexOffset: 288_000 })).toBe(at)
})

test('an ENDEX on a whole day ends with that day', () => {
  const offset = endexOffsetOf({ anchor: 'dday', day: 0, minute: null, timeZone }, frame)
  expect(offset).toBe(15 * 3600)
})

test('play ends after it starts, and within a year', () => {
  expect(endexProblem(0)).toBe('endex_before_startex')
  expect(endexProblem(-60)).toBe('endex_before_startex')
  expect(endexProblem(1)).toBeNull()
  expect(endexProblem(367 * 86_400)).toBe('endex_too_far')
})
