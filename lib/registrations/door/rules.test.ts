import { describe, expect, it } from 'vitest'
import { type Door, editProblem, nominateProblem, submitProblem } from './rules'

const door: Door = {
  status: 'registration',
  accession: 'confirmed',
  lateRegistration: false,
  window: { opensAt: 1000, closesAt: 2000, editUntil: 3000 },
}

describe('a nation that submits', () => {
  it('is let in from the instant the window opens to the one before it closes', () => {
    expect(submitProblem(door, 'nation', 999, null)).toBe('registration_not_open')
    expect(submitProblem(door, 'nation', 1000, null)).toBeNull()
    expect(submitProblem(door, 'nation', 1999, null)).toBeNull()
    expect(submitProblem(door, 'nation', 2000, null)).toBe('registration_closed')
  })
  it('waits for the organisers to open registration, whatever the dates say', () => {
    expect(submitProblem({ ...door, status: 'planning' }, 'nation', 1500, null)).toBe('registration_not_open')
  })
  it('comes late only where the organisers take late ones, and says why', () => {
    const late = { ...door, lateRegistration: true }
    expect(submitProblem(late, 'nation', 2000, null)).toBe('late_reason_required')
    expect(submitProblem(late, 'nation', 2000, 'Posted yesterday')).toBeNull()
  })
  it('is not bound where no dates are set', () => {
    const open = { ...door, window: { opensAt: null, closesAt: null, editUntil: null } }
    expect(submitProblem(open, 'nation', 5000, null)).toBeNull()
    expect(editProblem(open, 'nation', 5000)).toBeNull()
  })
  it('has to take part, in an exercise that is not over', () => {
    expect(submitProblem({ ...door, accession: 'withdrew' }, 'nation', 1500, null)).toBe(
      'delegation_not_taking_part',
    )
    expect(submitProblem({ ...door, status: 'closed' }, 'organiser', 1500, null)).toBe('exercise_closed')
  })
})

describe('an organiser', () => {
  it('lets people in before the window opens, and after it with a reason', () => {
    expect(submitProblem(door, 'organiser', 500, null)).toBeNull()
    expect(submitProblem(door, 'organiser', 2500, null)).toBe('late_reason_required')
    expect(submitProblem(door, 'organiser', 2500, 'By telephone')).toBeNull()
  })
  it('may change what is written after the nation no longer may', () => {
    expect(editProblem(door, 'nation', 2999)).toBeNull()
    expect(editProblem(door, 'nation', 3000)).toBe('edit_deadline_passed')
    expect(editProblem(door, 'organiser', 3000)).toBeNull()
  })
})

describe('a nation that nominates', () => {
  it('may prepare its list before the window opens, and not after it has closed', () => {
    expect(nominateProblem({ ...door, status: 'planning' }, 'nation', 0)).toBeNull()
    expect(nominateProblem(door, 'nation', 2000)).toBe('registration_closed')
    expect(nominateProblem({ ...door, lateRegistration: true }, 'nation', 2000)).toBeNull()
  })
})
