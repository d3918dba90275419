import { describe, expect, it } from 'vitest'
import { byDay, currentOf, insideNight, splitByNow } from './rules'

const at = (text: string) => Date.parse(text)
const entry = (start: string, end: string | null, wholeDays = false) => ({
  startAt: at(start),
  endAt: end === null ? null : at(end),
  wholeDays,
})

describe('a person’s days', () => {
  it('tell what has been from what is going on and what comes', () => {
    const [early, brief, long, late] = [
      entry('2027-04-20T06:00Z', null),
      entry('2027-04-20T08:00Z', '2027-04-20T09:00Z'),
      entry('2027-04-20T07:00Z', '2027-04-20T12:00Z'),
      entry('2027-04-20T13:00Z', null),
    ]
    const split = splitByNow([late, long, brief, early], at('2027-04-20T09:00Z'))
    expect(split).toEqual({ past: [early, brief], running: [long], coming: [late] })
  })
  it('count a point in time as coming until it has been', () => {
    const point = entry('2027-04-20T06:00Z', null)
    expect(splitByNow([point], point.startAt).running).toEqual([point])
    expect(splitByNow([point], point.startAt + 1).past).toEqual([point])
  })
  it('begin when the zone’s calendar says so', () => {
    const evening = entry('2027-04-20T16:00Z', null)
    expect(byDay([evening], 'Europe/Tallinn').map(day => day.date)).toEqual(['2027-04-20'])
    expect(byDay([evening], 'Asia/Tokyo').map(day => day.date)).toEqual(['2027-04-21'])
  })
  it('keep a whole day on its own date, however far away one looks', () => {
    const day = { ...entry('2027-04-19T21:00Z', '2027-04-20T21:00Z', true), timeZone: 'Europe/Tallinn' }
    expect(byDay([day], 'America/New_York').map(({ date }) => date)).toEqual(['2027-04-20'])
  })
  it('keep the order within a day', () => {
    const [first, second] = [entry('2027-04-20T06:00Z', null), entry('2027-04-20T07:00Z', null)]
    expect(byDay([first, second], 'UTC')).toEqual([{ date: '2027-04-20', entries: [first, second] }])
  })
})

describe('a night', () => {
  it('is the sleeper’s own, from ten to six', () => {
    const briefing = entry('2027-04-20T16:00Z', '2027-04-20T16:30Z')
    expect(insideNight(briefing, 'Asia/Tokyo')).toBe(true)
    expect(insideNight(briefing, 'Europe/Tallinn')).toBe(false)
  })
  it('is touched by what ends in it, not by what ends as it begins', () => {
    expect(insideNight(entry('2027-04-20T18:00Z', '2027-04-20T22:00Z'), 'UTC')).toBe(false)
    expect(insideNight(entry('2027-04-20T18:00Z', '2027-04-20T22:01Z'), 'UTC')).toBe(true)
    expect(insideNight(entry('2027-04-20T06:00Z', '2027-04-20T07:00Z'), 'UTC')).toBe(false)
  })
  it('is not in a whole day', () => {
    expect(insideNight(entry('2027-04-20T00:00Z', '2027-04-21T00:00Z', true), 'UTC')).toBe(false)
  })
})

describe('the exercise somebody means', () => {
  const of = (startexAt: string) => ({ exercise: { startexAt: at(startexAt), endexOffset: 86_400 } })
  const [last, next, later] = [of('2026-04-20T06:00Z'), of('2027-04-20T06:00Z'), of('2028-04-20T06:00Z')]
  it('is the next one until it is over', () => {
    expect(currentOf([last, next, later], at('2026-11-22T00:00Z'))).toBe(next)
    expect(currentOf([last, next, later], at('2027-04-21T05:59Z'))).toBe(next)
    expect(currentOf([last, next, later], at('2027-04-21T06:00Z'))).toBe(later)
  })
  it('is the last one where all are over, and none where there is none', () => {
    expect(currentOf([last], at('2026-11-22T00:00Z'))).toBe(last)
    expect(currentOf([], 0)).toBeNull()
  })
})
