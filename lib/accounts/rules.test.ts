import { expect, test } from 'vitest'
import { needsCurrentPassword, passwordProblem } from './rules'

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
