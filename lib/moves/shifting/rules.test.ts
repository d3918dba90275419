import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveMoment } from '@/lib/time'
import { anyMoment, DAY, dday, fixed, frame, HOUR, tTime } from '../plan.fixture'
import { placed, shifted } from './rules'

describe('a moment that is moved', () => {
  const by = fc.oneof(
    fc.integer({ min: -60, max: 60 }).map(days => days * DAY),
    fc.integer({ min: -2000, max: 2000 }).map(minutes => minutes * 60),
  )

  it('keeps its anchor and its zone, and comes back by the same distance', () => {
    fc.assert(
      fc.property(anyMoment, by, (moment, seconds) => {
        const there = shifted(moment, seconds, frame)
        if (!there) return
        expect({ ...there.moment, day: 0, minute: 0, at: 0, offset: 0 }).toEqual({
          ...{ ...moment, day: 0, minute: 0, at: 0, offset: 0 },
        })
        // What DST skips or repeats on the way is told, and cannot be taken back by arithmetic alone.
        if (there.adjusted || resolveMoment(there.moment, frame).adjusted) return
        expect(shifted(there.moment, -seconds, frame)?.moment).toEqual(moment)
      }),
    )
  })

  it('by whole days keeps the time on the wall, by hours the time that passes', () => {
    // The clocks go forward between the 23rd and the 30th.
    const [planned, pinned] = [dday(0), fixed(frame.startexAt)]
    expect(shifted(planned, 7 * DAY, frame)?.moment).toEqual(dday(7))
    expect(shifted(pinned, 7 * DAY, frame)?.moment).toEqual(fixed(frame.startexAt + (7 * DAY - HOUR) * 1000))
    expect(shifted(pinned, 7 * DAY + HOUR, frame)?.moment).toEqual(
      fixed(frame.startexAt + (7 * DAY + HOUR) * 1000),
    )
    expect(shifted(planned, 7 * DAY + HOUR, frame)?.moment).toEqual(dday(7, 660))
    expect(shifted(tTime(0), 7 * DAY, frame)?.moment).toEqual(tTime(7 * DAY))
    expect(shifted(dday(0, 210), 5 * DAY, frame)).toEqual({ moment: dday(5, 210), adjusted: 'skipped' })
  })

  it('lands where it is dropped, to the minute; a whole day on the nearest day', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: -9000, max: 9000 }), (moment, minutes) => {
        const at = frame.startexAt + minutes * 60_000
        const landed = resolveMoment(placed(moment, at, frame), frame)
        // The first of two 03:30s cannot be said as a D-day.
        if (landed.adjusted === null) expect(landed.at).toBe(at)
      }),
    )
    expect(placed(dday(0, null), frame.startexAt + 20 * HOUR * 1000, frame)).toEqual(dday(1, null))
    expect(shifted(dday(0, null), 5 * HOUR, frame)).toBeNull()
  })
})
