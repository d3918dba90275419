import { expect, test } from 'vitest'
import { deviceOf, needsCurrentPassword, passwordProblem } from './rules'

test('a password is long, not too long, and more than one key pressed', () => {
  expect(passwordProblem('elevenchars', null)).toBe('password_too_short')
  expect(passwordProblem('a'.repeat(129), null)).toBe('password_too_long')
  expect(passwordProblem('aaaaaaaaaaaabbb', null)).toBe('password_too_simple')
  expect(passwordProblem('twelve chars', null)).toBeNull()
  expect(passwordProblem('パスワードは長いほうが良い', null)).toBeNull()
})

test('a password does not hold the own address', () => {
  expect(passwordProblem('Haruka.Mizuno1', 'haruka.mizuno@example.org')).toBe('password_is_address')
  expect(passwordProblem('annually reviewed', 'ann@example.org')).toBeNull()
})

test('the former password is asked for, except of who has just come in', () => {
  const since = Date.UTC(2027, 0, 1)
  expect(needsCurrentPassword(true, since, since + 16 * 60_000)).toBe(true)
  expect(needsCurrentPassword(true, since, since + 14 * 60_000)).toBe(false)
  expect(needsCurrentPassword(false, since, since + 86_400_000)).toBe(false)
})

test('a device is recognised by its browser and system', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0'
  expect(deviceOf(edge)).toEqual({ browser: 'Edge', system: 'Windows' })
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
  expect(deviceOf(phone)).toEqual({ browser: 'Safari', system: 'iPhone' })
  expect(deviceOf('curl/8.0')).toBeNull()
  expect(deviceOf(null)).toBeNull()
})
