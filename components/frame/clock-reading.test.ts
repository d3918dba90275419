import { expect, test } from 'vitest'
import { countFromStartex, readClock } from './clock-reading'

const home = 'Europe/Tallinn'
const startex = Date.UTC(2027, 3, 20, 6, 0)

test('the clock reads Zulu, home and viewer, and says where the date is another', () => {
  const hands = readClock(Date.UTC(2026, 10, 22, 15, 30), home, 'Asia/Tokyo')
  expect(hands).toEqual([
    { kind: 'zulu', city: 'UTC', time: '15:30', days: 0 },
    { kind: 'home', city: 'Tallinn', time: '17:30', days: 0 },
    { kind: 'viewer', city: 'Tokyo', time: '00:30', days: 1 },
  ])
})

test('a viewer at home sees one hand for both', () => {
  expect(readClock(startex, home, home).map(hand => hand.kind)).toEqual(['zulu', 'both'])
})

test('long before STARTEX the clock counts days by home dates, not by 24 hours', () => {
  expect(countFromStartex(Date.UTC(2026, 10, 22, 14, 30), startex, null, home)).toBe('D-149')
  // 22:30 Zulu is the next day in Tallinn already.
  expect(countFromStartex(Date.UTC(2027, 3, 17, 22, 30), startex, null, home)).toBe('D-2')
})

test('within a day of STARTEX and during play it counts hours, after ENDEX days again', () => {
  const endex = startex + 30 * 3_600_000
  expect(countFromStartex(startex - 312 * 60_000, startex, endex, home)).toBe('T-05:12')
  expect(countFromStartex(startex, startex, endex, home)).toBe('T+00:00')
  expect(countFromStartex(startex + 29 * 3_600_000 + 59_000, startex, endex, home)).toBe('T+1d 05:00')
  expect(countFromStartex(endex + 1, startex, endex, home)).toBe('D+1')
})
