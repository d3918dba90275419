import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { limitsOf } from '@/lib/timeline/axis/rules'
import { DAY, MINUTE } from '@/lib/timeline/wall/rules'
import { instantFrom, instantText, type Position, positionFrom, searchOf, windowOf } from './rules'

const minute = fc.integer({ min: 0, max: 50_000_000 }).map(minutes => minutes * MINUTE)
const position: fc.Arbitrary<Position> = fc.record({
  window: fc.option(
    fc
      .tuple(minute, fc.integer({ min: 10, max: 2_000_000 }))
      .map(([from, length]) => ({ from, to: from + length * MINUTE })),
  ),
  zone: fc.constantFrom('home', 'viewer', 'zulu'),
  view: fc.constantFrom('chart', 'table'),
  lanes: fc.constantFrom('kind', 'team', 'person'),
  turned: fc.uniqueArray(
    fc.uuid().map(id => `team:${id}`),
    { maxLength: 4 },
  ),
  kinds: fc.constantFrom(null, ['inject'], ['phase', 'shift', 'visit']),
  item: fc.option(fc.uuid().map(id => `activity:${id}`)),
})
const read = (search: string) => Object.fromEntries(new URLSearchParams(search))

describe('the position in the address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(position, there => {
        expect(positionFrom(read(searchOf(there, '')))).toEqual(there)
      }),
    )
  })

  it('is short for the whole plan and leaves what is not its own alone', () => {
    const whole = positionFrom({})
    expect(searchOf(whole, '')).toBe('')
    expect(searchOf(whole, '?token=a%20b&from=2027-01-01T00:00Z&to=2027-02-01T00:00Z')).toBe('?token=a+b')
  })

  it('reads as what it says', () => {
    const window = { from: instantFrom('2027-04-20T06:00Z') ?? 0, to: instantFrom('2027-04-22T18:30Z') ?? 0 }
    expect(searchOf({ ...positionFrom({}), window, zone: 'zulu' }, '')).toBe(
      '?from=2027-04-20T06:00Z&to=2027-04-22T18:30Z&zone=zulu',
    )
  })

  it('takes nonsense for the default', () => {
    const nonsense = {
      from: '2027-02-30T00:00Z',
      to: '2027-13-01',
      zone: ['zulu', 'home'],
      view: 'gantt',
      item: '<b>',
    }
    expect(positionFrom(nonsense)).toEqual(positionFrom({}))
    expect(positionFrom({ from: '2027-02-02T00:00Z', to: '2027-02-01T00:00Z' }).window).toBeNull()
  })

  it('writes instants as the oracle does, to the minute', () => {
    fc.assert(
      fc.property(minute, at => {
        const oracle = Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'minute' })
        expect(instantText(at)).toBe(oracle)
        expect(instantFrom(oracle)).toBe(at)
        expect(instantText(at + 0.4 * MINUTE)).toBe(oracle)
      }),
    )
  })

  it('brings a window from another age or of a second inside the limits', () => {
    const all = { from: 1_793_000_000_000, to: 1_793_000_000_000 + 300 * DAY }
    const limits = limitsOf(all)
    const old = { ...positionFrom({}), window: { from: 0, to: DAY } }
    expect(windowOf(old, all, limits).to).toBeGreaterThanOrEqual(all.from)
    const tiny = { ...positionFrom({}), window: { from: all.from, to: all.from + MINUTE } }
    expect(windowOf(tiny, all, limits)).toEqual({
      from: all.from - 4.5 * MINUTE,
      to: all.from + 5.5 * MINUTE,
    })
    expect(windowOf(positionFrom({}), all, limits)).toBe(all)
  })
})
