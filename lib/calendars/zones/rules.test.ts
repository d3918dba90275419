import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { DAY } from '@/lib/time-calendar'
import { transitionsBetween } from '@/lib/time-zones'
import { isShownTwice, wallText, zoneComponent, zuluText } from './rules'

const from = Date.UTC(2020, 0, 1)
const to = Date.UTC(2036, 0, 1)
// Without those that the calendar library has an opinion of its own about.
const zones = Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')

/** The instant that a reader of the component makes of a wall time. */
function readBack(zone: ICAL.Timezone, wall: string): number {
  const time = ICAL.Time.fromDateTimeString(wall)
  time.zone = zone
  return time.toUnixTime() * 1000
}

test('a reader of any zone finds each hour round each change from 2020 to 2035', () => {
  expect(zones.length).toBeGreaterThan(400)
  let looked = 0
  for (const timeZone of zones) {
    const zone = new ICAL.Timezone(new ICAL.Component(zoneComponent(timeZone, from, to)))
    const changes = transitionsBetween(timeZone, from, to).map(({ at }) => at)
    for (const at of [from, ...changes, to - 1000]) {
      for (const near of [at - DAY, at - 1000, at, at + 7_200_000, at + DAY]) {
        if (near < from || near >= to || isShownTwice(near, timeZone)) continue
        looked++
        expect([timeZone, zuluText(readBack(zone, wallText(near, timeZone)))]).toEqual([
          timeZone,
          zuluText(near),
        ])
      }
    }
  }
  expect(looked).toBeGreaterThan(10_000)
})

test('a zone without changes has one observance, which is standard time', () => {
  const [, , within] = zoneComponent('Asia/Tokyo', from, to)
  expect(within).toHaveLength(1)
  expect(within[0]).toEqual([
    'standard',
    [
      ['dtstart', {}, 'date-time', '1970-01-01T00:00:00'],
      ['tzoffsetfrom', {}, 'utc-offset', '+09:00'],
      ['tzoffsetto', {}, 'utc-offset', '+09:00'],
      ['tzname', {}, 'text', 'JST'],
    ],
    [],
  ])
})

test('a change begins by the clock that it ends', () => {
  const [, , within] = zoneComponent('Europe/Tallinn', Date.UTC(2027, 0, 1), Date.UTC(2027, 11, 31))
  expect(within.map(([name, [start, , , abbreviation]]) => [name, start?.[3], abbreviation?.[3]])).toEqual([
    ['standard', '1970-01-01T00:00:00', 'EET'],
    ['daylight', '2027-03-28T03:00:00', 'EEST'],
    ['standard', '2027-10-31T04:00:00', 'EET'],
  ])
})

test('an offset of half an hour, or of an odd 45 minutes, is kept', () => {
  const offset = (timeZone: string) => zoneComponent(timeZone, from, from + DAY)[2][0]?.[1][2]?.[3]
  expect(offset('Asia/Kolkata')).toBe('+05:30')
  expect(offset('Pacific/Chatham')).toBe('+13:45')
  expect(offset('America/St_Johns')).toBe('-03:30')
})
