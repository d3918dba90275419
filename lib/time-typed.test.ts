import { expect, test } from 'vitest'
import { readMoment, readMoments } from './time-typed'

// Tallinn: the clocks go forward on 28 March 2027 and back on 31 October 2027.
const timeZone = 'Europe/Tallinn'
const context = { frame: { startexAt: Date.UTC(2027, 3, 20, 6), timeZone }, timeZone }

test('a time that DST skips is refused whatever else is chosen', () => {
  for (const choice of [null, 'earlier', 'later'] as const)
    expect(readMoment({ text: '2027-03-28 03:30', choice }, context)).toEqual({
      ok: false,
      reason: 'skipped_hour',
    })
})

test('a repeated time is refused until one of the two is chosen', () => {
  const text = '2027-10-31 03:30'
  expect(readMoment({ text, choice: null }, context)).toEqual({ ok: false, reason: 'repeated_hour' })
  const earlier = { anchor: 'fixed', at: Date.UTC(2027, 9, 31, 0, 30), timeZone }
  const later = { anchor: 'fixed', at: Date.UTC(2027, 9, 31, 1, 30), timeZone }
  expect(readMoment({ text, choice: 'earlier' }, context)).toEqual({ ok: true, moment: earlier })
  expect(readMoment({ text, choice: 'later' }, context)).toEqual({ ok: true, moment: later })
})

test('the earlier of a repeated D-day time can only be said as a fixed moment', () => {
  const text = 'D+194 03:30'
  expect(readMoment({ text, choice: 'earlier' }, context)).toMatchObject({ moment: { anchor: 'fixed' } })
  expect(readMoment({ text, choice: 'later' }, context)).toMatchObject({
    moment: { anchor: 'dday', day: 194 },
  })
})

test('every field that is not understood is named at once', () => {
  const typed = {
    start: { text: 'D-28 09:00', choice: null },
    end: { text: 'soon', choice: null },
    opens: { text: '2027-02-11 17:00 Europe/Tallin', choice: null },
  }
  expect(() => readMoments(typed, context)).toThrow(
    expect.objectContaining({
      code: 'invalid',
      extra: { fields: { end: { reason: 'unknown_notation' }, opens: { reason: 'unknown_zone' } } },
    }),
  )
})
