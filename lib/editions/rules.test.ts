import { expect, test } from 'vitest'
import type { Moment, StartexFrame } from '@/lib/time'
import { recast } from './rules'

const timeZone = 'Europe/Tallinn'
const last: StartexFrame = { startexAt: Date.UTC(2027, 3, 20, 6), timeZone }
const next: StartexFrame = { startexAt: Date.UTC(2028, 3, 18, 6), timeZone }

test('D-days and T-times say the same in the next edition', () => {
  const dday: Moment = { anchor: 'dday', day: -28, minute: 540, timeZone }
  const ttime: Moment = { anchor: 'ttime', offset: -3600 }
  expect(recast(dday, last, next)).toEqual({ moment: dday, adjusted: null })
  expect(recast(ttime, last, next)).toEqual({ moment: ttime, adjusted: null })
})

test('a fixed moment moves by whole days and keeps its wall time where it is held', () => {
  // 28 March 2027, 12:00 in summer time; 364 days later, 26 March 2028, the clocks go forward that morning too.
  const summer: Moment = { anchor: 'fixed', at: Date.UTC(2027, 2, 28, 9), timeZone }
  expect(recast(summer, last, next).moment).toMatchObject({ at: Date.UTC(2028, 2, 26, 9) })
  // 27 March 2027 is winter in Tallinn and so is 25 March 2028; a shorter move crosses into summer.
  const winter: Moment = { anchor: 'fixed', at: Date.UTC(2027, 2, 27, 10), timeZone }
  const fourWeeks = { startexAt: last.startexAt + 28 * 86_400_000, timeZone }
  expect(recast(winter, last, fourWeeks).moment).toMatchObject({ at: Date.UTC(2027, 3, 24, 9) })
})

test('a fixed moment that lands in a skipped hour takes the later instant and says so', () => {
  const night: Moment = { anchor: 'fixed', at: Date.UTC(2027, 2, 29, 0, 30), timeZone }
  expect(recast(night, last, { ...last, startexAt: last.startexAt - 86_400_000 })).toEqual({
    moment: { anchor: 'fixed', at: Date.UTC(2027, 2, 28, 1, 30), timeZone },
    adjusted: 'skipped',
  })
})
