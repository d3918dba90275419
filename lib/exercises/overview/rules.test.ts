import { expect, test } from 'vitest'
import { gapsOf, type OverviewFacts } from './rules'

const startexAt = Date.UTC(2027, 3, 20, 6)
const exercise = { status: 'planning' as const, startexAt, endexAt: startexAt + 4 * 86_400_000 }
const window = {
  opensAt: startexAt - 50 * 86_400_000,
  closesAt: startexAt - 29 * 86_400_000,
  editUntil: null,
}
const now = Date.UTC(2026, 10, 22)
const facts: OverviewFacts = {
  phases: 6,
  teams: 17,
  teamsWithoutSeats: 0,
  seats: 680,
  seatsUsed: 300,
  places: 1000,
  placesUsed: 700,
  nations: 41,
  nationsConfirmed: 38,
  nationsWithoutContact: 0,
  registrations: { confirmed: 300 },
}
const keys = (...args: Parameters<typeof gapsOf>) => gapsOf(...args).map(({ key }) => key)

test('an exercise that is well planned lacks nothing', () => {
  expect(gapsOf(exercise, facts, window, now)).toEqual([])
})

test('what is missing is named, with how many it concerns', () => {
  const bare = { ...facts, phases: 0, teams: 0, nations: 0 }
  const unset = { opensAt: null, closesAt: null, editUntil: null }
  expect(keys(exercise, bare, unset, now)).toEqual(['phases', 'opening', 'closing', 'teams', 'nations'])
  expect(gapsOf(exercise, { ...facts, nationsWithoutContact: 5 }, window, now)).toEqual([
    { key: 'contacts', page: 'nations', count: 5 },
  ])
})

test('a status that lags behind the calendar comes first', () => {
  expect(keys(exercise, { ...facts, phases: 0 }, window, window.opensAt)).toEqual(['openLate', 'phases'])
  expect(keys({ ...exercise, status: 'registration' }, facts, window, window.opensAt)).toEqual([])
  expect(keys({ ...exercise, status: 'registration' }, facts, window, startexAt)).toEqual(['startLate'])
  expect(keys({ ...exercise, status: 'conduct' }, facts, window, startexAt)).toEqual([])
  expect(keys({ ...exercise, status: 'conduct' }, facts, window, exercise.endexAt)).toEqual(['closeLate'])
})

test('a closed exercise has nothing left to do', () => {
  expect(gapsOf({ ...exercise, status: 'closed' }, { ...facts, teams: 0 }, window, exercise.endexAt)).toEqual(
    [],
  )
})
