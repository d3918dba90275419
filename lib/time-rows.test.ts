import { describe, expect, expectTypeOf, test } from 'vitest'
import { type Moment, momentColumns, momentOf, type OptionalMomentColumns, optionalMomentOf } from './time'

const moments: Moment[] = [
  { anchor: 'fixed', at: 0, timeZone: 'Europe/Tallinn' },
  { anchor: 'fixed', at: 1_802_358_000_000, timeZone: 'UTC' },
  { anchor: 'dday', day: 0, minute: 0, timeZone: 'Asia/Tokyo' },
  { anchor: 'dday', day: -240, minute: null, timeZone: 'Asia/Tokyo' },
  { anchor: 'ttime', offset: 0 },
  { anchor: 'ttime', offset: -45 },
]
const none = { endAt: null, endDay: null, endMinute: null, endOffset: null, endTimeZone: null }

describe('The six columns of a moment', () => {
  test.each(moments)('hold %j and give it back', moment => {
    const row = { id: 'a', ...momentColumns('start', moment) }
    expect(momentOf(row, 'start')).toEqual(moment)
    expect(Object.keys(momentColumns('start', moment)).sort()).toEqual([
      'startAnchor',
      'startAt',
      'startDay',
      'startMinute',
      'startOffset',
      'startTimeZone',
    ])
  })

  test('clear what another anchor had left', () => {
    expect(momentColumns('end', { anchor: 'ttime', offset: 60 })).toEqual({
      ...none,
      endAnchor: 'ttime',
      endOffset: 60,
    })
    expect(momentColumns('end', null)).toEqual({ ...none, endAnchor: null })
  })

  test('may hold none', () => {
    expect(optionalMomentOf({ ...none, endAnchor: null }, 'end')).toBeNull()
    expect(optionalMomentOf(momentColumns('end', moments[2] ?? null), 'end')).toEqual(moments[2])
  })

  test.each([
    { ...none, endAnchor: 'fixed', endAt: null, endTimeZone: 'UTC' },
    { ...none, endAnchor: 'fixed', endAt: new Date(0) },
    { ...none, endAnchor: 'fixed', endAt: new Date(0), endTimeZone: 'UTC', endOffset: 1 },
    { ...none, endAnchor: 'dday', endTimeZone: 'UTC' },
    { ...none, endAnchor: 'dday', endDay: 1 },
    { ...none, endAnchor: 'dday', endDay: 1, endTimeZone: 'UTC', endAt: new Date(0) },
    { ...none, endAnchor: 'ttime' },
    { ...none, endAnchor: 'ttime', endOffset: 1, endTimeZone: 'UTC' },
    { ...none, endAnchor: null, endOffset: 1 },
    { ...none, endAnchor: null, endMinute: 1 },
  ] satisfies OptionalMomentColumns<'end'>[])('that no moment leaves are an error: %j', row => {
    expect(() => optionalMomentOf<'end'>(row, 'end')).toThrow('Impossible moment')
  })

  test('are known to the compiler by their prefix', () => {
    expect(() => momentOf<'end'>({ ...none, endAnchor: 'ttime' }, 'end')).toThrow()
    expectTypeOf(momentColumns('end', { anchor: 'ttime', offset: 1 }).endOffset).toEqualTypeOf<
      number | null
    >()
    // @ts-expect-error a row whose moment may be missing is no row with a moment
    expect(() => momentOf({ ...none, endAnchor: null }, 'end')).toThrow('No moment')
    // @ts-expect-error the row has other columns
    expect(() => momentOf({ ...none, endAnchor: 'ttime', endOffset: 1 }, 'start')).toThrow()
  })
})
