import { expect, it } from 'vitest'
import { isUnderLeast } from '../places/rules'
import { type RegistrationState, registrationStates } from '../rules'
import { isMovable, moveProblem, seatsMoved } from './rules'

const person = (state: RegistrationState, teamId: string | null = 'blue') => ({
  state,
  teamId,
  roleId: 'legal',
})

it('another team is for the endorsed, the confirmed and those who are here', () => {
  expect(registrationStates.filter(isMovable)).toEqual(['endorsed', 'confirmed', 'checked_in'])
  expect(moveProblem([person('confirmed'), person('waitlisted')], 'red')).toBe('only_seated_move')
  expect(moveProblem([person('confirmed'), person('endorsed', null)], 'red')).toBeNull()
  expect(moveProblem([person('confirmed', 'red'), person('endorsed', 'red')], 'red')).toBe('team_already')
})

it('only whoever holds a seat leaves one and takes one', () => {
  const people = [person('confirmed'), person('endorsed'), person('checked_in', 'red')]
  expect(seatsMoved(people, 'red')).toEqual([
    { teamId: 'blue', roleId: 'legal', n: -1 },
    { teamId: 'red', roleId: 'legal', n: 1 },
  ])
})

it('a seat is under its least only where somebody leaves it', () => {
  expect(isUnderLeast({ least: 3, used: 3, n: -1 })).toBe(true)
  expect(isUnderLeast({ least: 3, used: 4, n: -1 })).toBe(false)
  expect(isUnderLeast({ least: 3, used: 1, n: 1 })).toBe(false)
  expect(isUnderLeast({ least: null, used: null, n: -1 })).toBe(false)
})
