import { expect, test } from 'vitest'
import { findChromium } from './chromium'

test('A browser named by CHROMIUM_PATH is taken, and refused when there is none', () => {
  expect(findChromium(process.execPath)).toBe(process.execPath)
  expect(() => findChromium('/no/such/browser')).toThrow(/CHROMIUM_PATH is \/no\/such\/browser/)
})
