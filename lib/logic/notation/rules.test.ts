import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waitConditions } from '@/lib/logic/graph/rules'
import { isWaitNotation, parseWaits, printPath, printWaits, type TypedWaits } from './rules'

const waitFor = (serial: string, delay = 0, condition: (typeof waitConditions)[number] = 'released') => ({
  after: { serial },
  condition,
  delay,
})
const all = (...waits: TypedWaits['waits']) => ({ ok: true, mode: 'all', waits })
const any = (...waits: TypedWaits['waits']) => ({ ok: true, mode: 'any', waits })

describe('the notation of waits', () => {
  it.each([
    ['after 3.12', all(waitFor('3.12'))],
    ['after 3.12 + 20m', all(waitFor('3.12', 1200))],
    ['AFTER 3.12 +20M', all(waitFor('3.12', 1200))],
    ['  after  3.12+20m ', all(waitFor('3.12', 1200))],
    ['after 3.12 completed + 1h', all(waitFor('3.12', 3600, 'completed'))],
    ['after 3.12 is completed + 1h30', all(waitFor('3.12', 5400, 'completed'))],
    ['after 3.12 Fails', all(waitFor('3.12', 0, 'failed'))],
    ['after INJ-003a.2 acked + 0:05', all(waitFor('INJ-003a.2', 300, 'acknowledged'))],
    ['after all of 3.12, 3.14 + 10m', all(waitFor('3.12', 600), waitFor('3.14', 600))],
    ['all of 3.12 and 3.14 succeeded', all(waitFor('3.12', 0, 'succeeded'), waitFor('3.14', 0, 'succeeded'))],
    ['any of 3.12, 3.14, or 3.15', any(waitFor('3.12'), waitFor('3.14'), waitFor('3.15'))],
    ['after 3.12 or 3.14', any(waitFor('3.12'), waitFor('3.14'))],
    ['after 3.12, 3.14', all(waitFor('3.12'), waitFor('3.14'))],
    ['after any of 3.12', any(waitFor('3.12'))],
    ['after 3.12 + 5m and 3.14 failed + 10m', all(waitFor('3.12', 300), waitFor('3.14', 600, 'failed'))],
    ['after all of 3.12 + 0m, 3.14 + 10m', all(waitFor('3.12'), waitFor('3.14', 600))],
    ['after "INJ 7" + 2 h', all(waitFor('INJ 7', 7200))],
    ['after gate 2 + 10m', all({ after: { gate: 2 }, condition: 'released', delay: 600 })],
    ['after 3.12 + 1 h 30 min', all(waitFor('3.12', 5400))],
  ])('reads %s', (text, meant) => {
    expect(parseWaits(text)).toEqual(meant)
  })

  it.each([
    ['3.12 + 20m', 'wait_not_understood'],
    ['after', 'wait_nothing_named'],
    ['after + 20m', 'wait_nothing_named'],
    ['after 3.12,', 'wait_nothing_named'],
    ['after "3.12', 'wait_unfinished_quote'],
    ['after ""', 'wait_unfinished_quote'],
    ['after 3.12 seems fine', 'wait_condition_unknown'],
    ['after 3.12 3.14', 'wait_not_understood'],
    ['after 3.12 - 20m', 'wait_delay_negative'],
    ['after 3.12 \u2212 20m', 'wait_delay_negative'],
    ['after 3.12 + 20', 'wait_delay_unit_missing'],
    ['after 3.12 +', 'wait_delay_not_understood'],
    ['after 3.12 + soon', 'wait_delay_not_understood'],
    ['after 3.12 + 9999999h', 'wait_delay_not_understood'],
    ['after 3.12 + 367d', 'wait_delay_too_long'],
    ['after 3.12 and 3.14 or 3.15', 'wait_all_or_any'],
    ['after any of 3.12 and 3.14', 'wait_all_or_any'],
    ['after all of 3.12 or 3.14', 'wait_all_or_any'],
    ['after 3.12, 3.14 + 10m', 'wait_delay_whose'],
    ['after 3.12 and 3.14 failed', 'wait_delay_whose'],
    [`after ${'3.12, '.repeat(60)}3.14`, 'wait_too_many'],
    [`after ${'x'.repeat(3000)}`, 'wait_too_long'],
  ])('refuses %s', (text, problem) => {
    expect(parseWaits(text)).toEqual({ ok: false, problem })
  })

  it('tells a wait from a moment by its first word', () => {
    expect(['after', 'After 3.12', 'any of 3.12', 'all of'].map(isWaitNotation)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['T+20m', '', 'afternoon', 'D+2 09:30', 'allow'].map(isWaitNotation)).toEqual(
      Array.from({ length: 5 }, () => false),
    )
  })

  const serial = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,8}$/)
  const odd = fc
    .stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .,;+&-]{0,8}[A-Za-z0-9]$/)
    .filter(text => !/\s{2}/.test(text))
  const named = fc.oneof(
    fc.oneof(serial, odd, fc.constantFrom('and', 'or', 'gate', 'after')).map(text => ({ serial: text })),
    fc.integer({ min: 1, max: 99_999 }).map(gate => ({ gate })),
  )
  const wait = fc.record({
    after: named,
    condition: fc.constantFrom(...waitConditions),
    delay: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400_000 })),
  })
  const waits = fc.record({
    mode: fc.constantFrom('all' as const, 'any' as const),
    waits: fc.array(wait, { minLength: 1, maxLength: 6 }),
  })

  it('gives back what it printed', () => {
    fc.assert(
      fc.property(waits, one => {
        expect(parseWaits(printWaits(one))).toEqual({ ok: true, ...one })
      }),
    )
  })

  it('prints one wait as a planner types it, and none as nothing', () => {
    expect(printWaits({ mode: 'all', waits: [waitFor('3.12', 1200)] })).toBe('after 3.12 + 20 min')
    expect(printWaits({ mode: 'all', waits: [] })).toBe('')
  })

  it('answers whatever is typed, without throwing', () => {
    const pieces = fc.constantFrom(
      'after',
      'all of',
      'any of',
      '3.12',
      ',',
      '+',
      '20m',
      'and',
      '"',
      'or',
      '-',
      'gate',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 12 }), words => {
        const parsed = parseWaits(words.join(' '))
        if (parsed.ok) expect(parseWaits(printWaits(parsed))).toEqual(parsed)
      }),
    )
  })

  it('shows a circle as a way round', () => {
    expect(printPath(['a', 'b', 'a'], id => ({ a: '3.12', b: 'gate 2' })[id] ?? '')).toBe(
      '3.12 → gate 2 → 3.12',
    )
  })
})
