import { expect, test } from 'vitest'
import { type Actor, type Grant, visitor } from '@/lib/policy'
import { sectionsOf } from './sections'

const exercise = { id: 'e1', code: 'BL27' }
const counts = { activities: 30, injects: 300, teams: 17, nations: 41, registrations: 4000, clashes: 3 }
const words = { delegation: 'My delegation', mySchedule: 'My schedule' }
const withGrant = (grant: Grant): Actor => ({
  kind: 'account',
  accountId: 'a1',
  name: 'Liis Kask',
  email: 'liis.kask@example.org',
  locale: null,
  timeZone: null,
  grants: [grant],
})
const staff = (role: 'director' | 'planner' | 'observer') =>
  withGrant({ scope: 'exercise', role, exerciseId: 'e1' })
const contact = (exerciseId: string) =>
  withGrant({ scope: 'delegation', role: 'point_of_contact', exerciseId, participationId: 'p1', teamIds: [] })
const own = { exerciseId: 'e1', participationId: 'p1', registrationId: 'r1', teamId: null, teamKindId: null }
const expert = withGrant({ scope: 'own', role: 'expert', ...own })
const names = (actor: Actor) =>
  sectionsOf(actor, exercise, counts, words).map(({ key, label }) => key ?? label)

test('each role finds the sections it has a use for', () => {
  const plan = ['overview', 'timeline', 'schedule']
  const writing = ['overview', 'timeline', 'scenario', 'schedule']
  expect(names(staff('director'))).toEqual([
    ...writing,
    'teams',
    'nations',
    'registrations',
    'clashes',
    'history',
    'settings',
  ])
  expect(names(staff('planner'))).toEqual([
    ...writing,
    'teams',
    'nations',
    'registrations',
    'clashes',
    'history',
  ])
  expect(names(staff('observer'))).toEqual([...plan, 'teams', 'nations'])
  expect(names(contact('e1'))).toEqual([...plan, 'My delegation'])
  expect(names(expert)).toEqual([...plan, 'My schedule'])
  expect(names(visitor)).toEqual(plan)
})

test('a delegation to another exercise is no section of this one', () => {
  expect(names(contact('e2'))).not.toContain('My delegation')
})
