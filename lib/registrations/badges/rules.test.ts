import fc from 'fast-check'
import { expect, it } from 'vitest'
import { badgeCode, codeIn, isScanned, scannedCode, sheetsOf, typedCode } from './rules'

it('a badge is read as it is printed, scanned, or typed in any way', () => {
  fc.assert(
    fc.property(fc.uuid(), id => {
      const code = badgeCode(id)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
      for (const text of [
        ...[code, scannedCode(code), typedCode(code), ` ${typedCode(code).toLowerCase()} `],
        scannedCode(code).replaceAll('0', 'O').replaceAll('1', 'l'),
      ])
        expect(codeIn(text)).toBe(code)
      expect(isScanned(scannedCode(code))).toBe(true)
      expect(isScanned(code)).toBe(false)
    }),
  )
})

it('other ids have other codes, and time makes no part of one', () => {
  const ids = Array.from({ length: 5000 }, () => crypto.randomUUID())
  expect(new Set(ids.map(badgeCode)).size).toBe(5000)
  expect(badgeCode('01a2008d-7b90-7206-a1df-926f504b98e2')).toBe(
    badgeCode('ffffffff-ffff-7fff-bfff-926f504b98e2'.replace('bfff', 'a1df')),
  )
})

it('what is no code is none', () => {
  for (const text of ['', 'Mori', 'SX', 'SX12345', '12345-6789U', 'SX12345678901'])
    expect([codeIn(text), isScanned(text)]).toEqual([null, false])
})

it('everybody is on one sheet, and no sheet holds more than eight', () => {
  expect(sheetsOf(Array.from({ length: 17 })).map(sheet => sheet.length)).toEqual([8, 8, 1])
  expect(sheetsOf([])).toEqual([])
})
