import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameEvidence, nearKeys, spellingOf } from './rules'

const spelling = (familyName: string, givenName: string, nativeName = '') =>
  spellingOf({ familyName, givenName, nativeName })
type Parts = [family: string, given: string, native?: string]
const between = (a: Parts, b: Parts) => nameEvidence(spelling(...a), spelling(...b))

it('names are the same without diacritics, case and signs, and in either order', () => {
  expect(between(['Õunapuu', 'Kadri-Liis'], ['OUNAPUU', 'Kadri Liis'])).toEqual(['same_name'])
  expect(between(['Mori', 'Aiko'], ['Aiko', 'Mori'])).toEqual(['swapped_name'])
  expect(between(['García Márquez', 'Ana'], ['Marquez', 'Ana Garcia'])).toEqual(['swapped_name'])
})

it('names are alike where alphabets and ways to spell differ', () => {
  expect(between(['Müller', 'Jörg'], ['Mueller', 'Joerg'])).toEqual(['spelled_alike'])
  expect(between(['Shevchenko', 'Yulia'], ['Ševčenko', 'Julija'])).toEqual(['spelled_alike'])
  expect(between(['Kalinenko', 'Roman'], ['Калиненко', 'Роман'])).toEqual(['spelled_alike'])
  expect(between(['Papadopoulos', 'Nikos'], ['X', 'Y', 'Νίκος Παπαδόπουλος'])).toEqual(['spelled_alike'])
})

it('one letter more, less or other is near, in names that are long enough', () => {
  expect(between(['Kask', 'Liisbet'], ['Kaski', 'Liisbet'])).toEqual(['near_name'])
  expect(between(['Tamm', 'Kristiina'], ['Tamm', 'Kristiona'])).toEqual(['near_name'])
  expect(between(['Tamm', 'Kristiina'], ['Tamme', 'Kristina'])).toEqual([])
  expect(between(['Kim', 'Min'], ['Kim', 'Mun'])).toEqual([])
})

it('a name in the own script counts by itself, and an empty one not at all', () => {
  expect(between(['Mori', 'Aiko', '森 愛子'], ['Moori', 'Ayko', '森　愛子'])).toContain('same_native_name')
  expect(between(['Mori', 'Aiko'], ['Sato', 'Ken'])).toEqual([])
})

const letters = fc.string({
  unit: fc.constantFrom('a', 'e', 'k', 'm', 'o', 's', 't'),
  minLength: 1,
  maxLength: 9,
})
const parts = fc.tuple(letters, letters)

it('whoever is near shares a key, so that no near pair is missed', () => {
  fc.assert(
    fc.property(parts, parts, ([family, given], [other, name]) => {
      const [a, b] = [spelling(family, given), spelling(other, name)]
      if (!nameEvidence(a, b).includes('near_name')) return
      expect(nearKeys(a).some(key => nearKeys(b).includes(key))).toBe(true)
    }),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(parts, fc.nat(20), fc.constantFrom('x', ''), ([family, given], at, put) => {
      const a = spelling(family, given)
      const cut = a.words.slice(0, at) + put + a.words.slice(at + 1)
      const b = { ...spelling('', ''), words: cut, sounds: [], given: cut }
      if (!nameEvidence(a, b).includes('near_name')) return
      expect(nearKeys(a).some(key => nearKeys(b).includes(key))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

it('evidence is the same from either side', () => {
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(between(a, b)).toEqual(between(b, a))
    }),
  )
})
