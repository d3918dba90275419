import { expect, it } from 'vitest'
import { type WeekItem, weekOf } from './week-days'

const HOUR = 3_600_000
/** Friday 26 March 2027; in Tallinn the clocks go forward in the night to Sunday. */
const friday = Date.UTC(2027, 2, 26) / 86_400_000
const item = (id: string, startAt: number, hours: number | null): WeekItem => ({
  ...{ id, kind: 'shift', title: id, startAt, wholeDays: false, place: '', names: [] },
  endAt: hours === null ? null : startAt + hours * HOUR,
})

it('a week is seven days of the zone, one of them of 23 hours', () => {
  const week = weekOf(friday, 'Europe/Tallinn', [])
  expect(week.map(({ startAt, endAt }) => (endAt - startAt) / HOUR)).toEqual([24, 24, 23, 24, 24, 24, 24])
  expect(week[0]?.date).toBe('2027-03-26')
  expect(week[0]?.startAt).toBe(Date.UTC(2027, 2, 25, 22))
})

it('a night watch stands on both of its days, and what ends at midnight on one', () => {
  const night = item('night', Date.UTC(2027, 2, 26, 20), 8)
  const late = item('late', Date.UTC(2027, 2, 26, 14), 8)
  const point = item('point', Date.UTC(2027, 2, 26, 22), null)
  const before = item('before', Date.UTC(2027, 2, 25, 10), 4)
  const week = weekOf(friday, 'Europe/Tallinn', [night, point, late, before])
  expect(week.map(({ items }) => items.map(({ id }) => id))).toEqual([
    ['late', 'night'],
    ['night', 'point'],
    ...Array.from({ length: 5 }, () => []),
  ])
})
