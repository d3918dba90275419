import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, wallAt } from '@/lib/timeline/wall/rules'
import { wallZoneOf } from '@/lib/timeline/zones/rules'
import { onClock, snapBy, stepOf } from './rules'

const FROM = Date.UTC(2027, 2, 20)
const zone = wallZoneOf('Asia/Kathmandu', FROM, FROM + 60 * DAY)
const tallinn = wallZoneOf('Europe/Tallinn', FROM, FROM + 60 * DAY)
const day = { window: { from: FROM, to: FROM + DAY }, width: 1200 }
const instants = fc.integer({ min: 0, max: 40 * 24 * 60 }).map(minutes => FROM + minutes * MINUTE + 1234)

describe('what is dragged', () => {
  it('meets the nearest of what matters, within a few pixels', () => {
    fc.assert(
      fc.property(instants, fc.array(instants, { maxLength: 20 }), (end, targets) => {
        const to = end + snapBy([end], targets, day, zone)
        const reach = (7 * DAY) / 1200
        const near = targets.filter(target => Math.abs(target - end) <= reach)
        if (near.length > 0)
          expect(Math.min(...near.map(target => Math.abs(target - end)))).toBe(Math.abs(to - end))
        else expect(to).toBe(onClock(zone, end, stepOf(day)))
      }),
    )
  })

  it('may meet it with its end as well as with its start', () => {
    const [start, end, target] = [FROM + 3 * HOUR + 61_000, FROM + 5 * HOUR + 61_000, FROM + 5 * HOUR]
    expect(start + snapBy([start, end], [target], day, zone)).toBe(FROM + 3 * HOUR)
  })

  it('else stands at full steps of the wall clock at home, whatever its offset', () => {
    fc.assert(
      fc.property(instants, at => {
        expect(wallAt(zone, onClock(zone, at, HOUR)).minute).toBe(0)
        expect(wallAt(zone, onClock(zone, at, 15 * MINUTE)).minute % 15).toBe(0)
        const { hour, minute } = wallAt(tallinn, onClock(tallinn, at, DAY))
        expect([hour, minute]).toEqual([0, 0])
      }),
    )
  })

  it('has coarser steps the farther one is away', () => {
    const steps = [0.02, 0.2, 2, 20, 200].map(days =>
      stepOf({ window: { from: 0, to: days * DAY }, width: 1200 }),
    )
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(steps[0]).toBe(5 * MINUTE)
    expect(steps.at(-1)).toBe(DAY)
  })
})
