import { describe, expect, it } from 'vitest'
import { hurried } from '@/lib/itineraries/rules'
import type { Moment } from '@/lib/time'
import { itemSpan, nextStart, outside, readItem } from './rules'

const timeZone = 'Europe/Tallinn'
const frame = { startexAt: Date.UTC(2027, 3, 13, 6), timeZone }
const at = (day: number, minute: number | null): Moment => ({ anchor: 'dday', day, minute, timeZone })
const span = (from: string, to: string | null) => ({
  startAt: Date.parse(from),
  endAt: to === null ? null : Date.parse(to),
})

describe('A point of a programme', () => {
  it('has a time of day and a length in real time', () => {
    expect(readItem(at(-7, null), '')).toMatchObject({ ok: false, field: 'start' })
    expect(readItem(at(-7, 540), '1 h 30 min')).toEqual({ ok: true, durationSeconds: 5400 })
    expect(readItem(at(-7, 0), '1 d')).toEqual({ ok: true, durationSeconds: 86_400 })
    expect(readItem(at(-7, 540), '')).toEqual({ ok: true, durationSeconds: null })
    const item = itemSpan({ start: at(-7, 540), durationSeconds: 3600 }, frame)
    expect(item).toEqual(span('2027-04-06T06:00Z', '2027-04-06T07:00Z'))
  })
  it('lies outside where it begins before or ends after what it is part of', () => {
    const whole = span('2027-04-06T06:00Z', '2027-04-06T14:00Z')
    expect(outside(span('2027-04-06T06:00Z', '2027-04-06T14:00Z'), whole)).toBe(false)
    expect(outside(span('2027-04-06T05:59Z', null), whole)).toBe(true)
    expect(outside(span('2027-04-06T13:00Z', '2027-04-06T14:01Z'), whole)).toBe(true)
    expect(outside(span('2027-04-08T13:00Z', null), { ...whole, endAt: null })).toBe(false)
  })
  it('probably begins where the last one ends, or at nine on the first day', () => {
    expect(nextStart([], { start: at(-7, null) }, frame)).toBe('D-7 09:00')
    expect(nextStart([], { start: at(-7, 600) }, frame)).toBe('D-7 10:00')
    const last = { start: at(-7, 540), ...span('2027-04-06T06:00Z', '2027-04-06T06:45Z') }
    expect(nextStart([last], { start: at(-7, null) }, frame)).toBe('D-7 09:45')
  })
})

describe('A leg of an itinerary', () => {
  const leg = (id: string, from: string, to: string | null) => ({ id, ...span(from, to) })
  it('is hurried where the one ahead of it has not ended, however far ahead that is', () => {
    const legs = [
      leg('flight', '2027-04-05T06:00Z', '2027-04-05T12:00Z'),
      leg('bus', '2027-04-05T12:00Z', '2027-04-05T12:30Z'),
      leg('tour', '2027-04-05T12:15Z', null),
      leg('dinner', '2027-04-05T18:00Z', '2027-04-05T20:00Z'),
    ]
    expect(hurried(legs)).toEqual(['tour'])
    expect(hurried([])).toEqual([])
  })
})
