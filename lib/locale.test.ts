import { expect, test } from 'vitest'
import { localeFor } from './locale'

test('a saved choice wins over the browser', () => {
  expect(localeFor('fr', 'en-GB,en;q=0.9')).toBe('fr')
})

test('without a choice the browser decides, by weight and not by order', () => {
  expect(localeFor(undefined, 'de,en;q=0.4,fr-CA;q=0.8')).toBe('fr')
  expect(localeFor(undefined, 'fr;q=0.3,en;q=0.9')).toBe('en')
})

test('a language refused by the browser is not chosen', () => {
  expect(localeFor(undefined, 'fr;q=0,ja')).toBe('en')
})

test('an unknown choice and a malformed header end in English', () => {
  expect(localeFor('xx', 'fr;q=high')).toBe('en')
  expect(localeFor('../fr', null)).toBe('en')
  expect(localeFor(undefined, ',,;;q=,')).toBe('en')
})
