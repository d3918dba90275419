import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badgeCode, scannedCode, typedCode } from '../badges/rules'
import { type Arrival, arrivalAt, folded, isFoundBy, searchable } from './rules'

const person = (given: Partial<Arrival>): Arrival => ({
  id: '01a2008d-7b90-7206-a1df-926f504b98e2',
  familyName: 'Müller-Łukasz',
  givenName: 'Søren',
  nativeName: '',
  nation: 'DNK',
  role: 'Legal adviser',
  team: null,
  arrivedAt: null,
  ...given,
})

describe('a name is found', () => {
  it('without its diacritics, in any order, by beginnings', () => {
    const text = searchable(person({}))
    for (const query of ['muller', 'MÜLLER', 'soren mul', 'lukasz', 'dnk søren', '', '  ']) {
      expect(isFoundBy(query, text), query).toBe(true)
    }
    for (const query of ['uller', 'sorensen', 'lukasz fin']) expect(isFoundBy(query, text), query).toBe(false)
  })
  it('in the own script', () => {
    const text = searchable(person({ nativeName: '北浜 そら' }))
    expect(isFoundBy('北浜', text)).toBe(true)
    expect(isFoundBy('そら', text)).toBe(true)
    expect(isFoundBy('浜', text)).toBe(false)
  })
  it('by the code of the badge, and by no part of it', () => {
    const text = searchable(person({}))
    expect(isFoundBy(' 01A2008D-7B90-7206-A1DF-926F504B98E2 ', text)).toBe(true)
    expect(isFoundBy('01a2008d-7b90-7206-a1df-926f504b98e3', text)).toBe(false)
  })
  it('by the short code that is printed and scanned, and not by its beginning', () => {
    const one = person({})
    const code = badgeCode(one.id)
    for (const query of [code, scannedCode(code), typedCode(code).toLowerCase()])
      expect(isFoundBy(query, searchable(one)), query).toBe(true)
    expect(isFoundBy(code.slice(0, 4), searchable(one))).toBe(false)
    expect(isFoundBy(scannedCode(badgeCode('01a2008d-7b90-7206-a1df-926f504b98e3')), searchable(one))).toBe(
      false,
    )
  })
  it('by itself, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), familyName => {
        expect(isFoundBy(familyName, searchable(person({ familyName })))).toBe(true)
      }),
    )
  })
})

it('folding is done once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(folded(folded(text))).toBe(folded(text))
    }),
  )
})

it('the desk’s clock is believed within reason', () => {
  const now = 1_800_000_000_000
  expect(arrivalAt(now - 3_600_000, now)).toBe(now - 3_600_000)
  expect(arrivalAt(now + 30_000, now)).toBe(now)
  expect(arrivalAt(now + 3_600_000, now)).toBe(now)
  expect(arrivalAt(now - 48 * 3_600_000, now)).toBe(now)
})
