import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameSource } from './rules'

test('a host is a source however it is pasted', () => {
  expect(frameSource('example.org')).toBe('https://example.org')
  expect(frameSource(' HTTPS://Example.org/ ')).toBe('https://example.org')
  expect(frameSource('*.mil.example:8443')).toBe('https://*.mil.example:8443')
  expect(frameSource('http://localhost:3000')).toBe('http://localhost:3000')
})

test('what could open more than one host is none', () => {
  const bad = [
    '*',
    'https:',
    "'self'",
    'http://example.org',
    'example.org/path',
    'a.b; script-src *',
    'x y.org',
    '*.*.org',
  ]
  for (const text of bad) expect(frameSource(text)).toBeNull()
})

test('whatever is typed, nothing ends a directive or begins another', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(frameSource(text) ?? '').not.toMatch(/[\s;,']/)
    }),
  )
})
