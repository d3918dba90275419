import { expect, test } from 'vitest'
import { visitor } from '../policy'
import { actorWith, usualActor } from '../policy.fixture'
import { landingPath, safePath } from './rules'

test('a way back leads to a page of this site', () => {
  expect(safePath('/exercises/LS27/timeline?from=1#now')).toBe('/exercises/LS27/timeline?from=1#now')
  expect(safePath('/invitations/abc')).toBe('/invitations/abc')
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  'exercises',
  '',
  '/a\\b',
  `/${'a'.repeat(500)}`,
  ['/exercises'],
  undefined,
])('a way back cannot lead elsewhere: %j', next => {
  expect(safePath(next)).toBeNull()
})

test('signing in does not lead back to signing in', () => {
  expect(safePath('/sign-in')).toBeNull()
  expect(safePath('/sign-in?next=/me')).toBeNull()
  expect(safePath('/sign-in/link/abc')).toBeNull()
})

test('each begins at the own work', () => {
  expect(landingPath(usualActor('planner'))).toBe('/exercises')
  expect(landingPath(usualActor('observer'))).toBe('/exercises')
  expect(landingPath(usualActor('point_of_contact'))).toBe('/delegation')
  expect(landingPath(usualActor('expert'))).toBe('/me')
  expect(landingPath(actorWith())).toBe('/account')
  expect(landingPath(visitor)).toBe('/account')
})
