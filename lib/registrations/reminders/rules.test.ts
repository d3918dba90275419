import { describe, expect, it } from 'vitest'
import { dueReminders, isDaytime } from './rules'

const DAY = 86_400_000
const closes = Date.UTC(2027, 2, 23, 8)
const window = { opensAt: null, closesAt: closes, editUntil: closes }

describe('a delegation is reminded', () => {
  it('once each step has come, of the nearest only', () => {
    const at = (before: number) => dueReminders(window, [14, 3, 1], closes - before).map(({ days }) => days)
    expect(at(15 * DAY)).toEqual([])
    expect(at(14 * DAY)).toEqual([14])
    expect(at(4 * DAY)).toEqual([14])
    expect(at(3 * DAY)).toEqual([3])
    expect(at(1)).toEqual([1])
    expect(at(0)).toEqual([])
  })
  it('of both dates where they differ', () => {
    const both = dueReminders({ ...window, editUntil: closes + DAY }, [3], closes - DAY)
    expect(both.map(({ gate }) => gate)).toEqual(['registration_closes', 'edit_deadline'])
  })
  it('of nothing where no date or no step is set', () => {
    expect(dueReminders({ opensAt: null, closesAt: null, editUntil: null }, [3], closes)).toEqual([])
    expect(dueReminders(window, [], closes - DAY)).toEqual([])
  })
})

it('nobody is written to in their own night', () => {
  const noonInTallinn = Date.UTC(2027, 2, 20, 10)
  expect(isDaytime(noonInTallinn, 'Europe/Tallinn')).toBe(true)
  expect(isDaytime(noonInTallinn, 'Asia/Tokyo')).toBe(true)
  expect(isDaytime(noonInTallinn, 'America/Los_Angeles')).toBe(false)
  expect(isDaytime(Date.UTC(2027, 2, 20, 6, 0), 'Europe/Tallinn')).toBe(true)
  expect(isDaytime(Date.UTC(2027, 2, 20, 5, 59), 'Europe/Tallinn')).toBe(false)
  expect(isDaytime(Date.UTC(1969, 11, 31, 22, 0), 'Asia/Kathmandu')).toBe(false)
})
