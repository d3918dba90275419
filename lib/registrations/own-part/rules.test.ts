import { describe, expect, it } from 'vitest'
import type { Door } from '../door/rules'
import { linkProblem, sendProblem } from '../links/rules'
import { conflictsTyped, ownPartProblem, progressOf, stayProblem } from './rules'

const deadline = Date.UTC(2027, 1, 12)
const door: Door = {
  status: 'registration',
  accession: 'confirmed',
  lateRegistration: false,
  window: { opensAt: null, closesAt: deadline - 1000, editUntil: deadline },
}

describe('the own part', () => {
  it.each(['draft', 'submitted', 'endorsed', 'confirmed', 'waitlisted', 'checked_in'] as const)(
    'of somebody %s can be changed until the nation’s last day for changes, and not a moment longer',
    state => {
      expect(ownPartProblem(door, state, deadline - 1)).toBeNull()
      expect(ownPartProblem(door, state, deadline)).toBe('edit_deadline_passed')
    },
  )
  it.each(['declined', 'withdrawn'] as const)('of somebody %s is asked of nobody', state => {
    expect(ownPartProblem(door, state, 0)).toBe('registration_ended')
    expect(sendProblem(door, state, 0)).toBe('ended_get_no_link')
  })
  it('is shut with the exercise and with the delegation', () => {
    expect(ownPartProblem({ ...door, status: 'closed' }, 'draft', 0)).toBe('exercise_closed')
    expect(ownPartProblem({ ...door, accession: 'withdrew' }, 'draft', 0)).toBe('delegation_not_taking_part')
  })
  it('is finished only without missing answers and with the present agreement', () => {
    const sent = { sentAt: 1, openedAt: null }
    const filled = { link: sent, filledAt: 3, missing: 0, agreement: 'present' as const }
    expect(progressOf({ ...filled, link: null, filledAt: null })).toBe('not_asked')
    expect(progressOf({ ...filled, filledAt: null })).toBe('asked')
    expect(progressOf({ ...filled, filledAt: null, link: { ...sent, openedAt: 2 } })).toBe('opened')
    expect(progressOf({ ...filled, missing: 1 })).toBe('begun')
    expect(progressOf({ ...filled, agreement: 'older' })).toBe('begun')
    expect(progressOf({ ...filled, agreement: 'not_asked' })).toBe('finished')
    expect(progressOf(filled)).toBe('finished')
  })
})

describe('a personal link', () => {
  const use = { revokedAt: null, endexAt: 1000, status: 'registration' as const }
  it('opens until the exercise is over, so that what was said can be looked up', () => {
    expect(linkProblem(use, 999)).toBeNull()
    expect(linkProblem(use, 1000)).toBe('own_link_expired')
    expect(linkProblem({ ...use, status: 'closed' }, 0)).toBe('own_link_expired')
  })
  it('says that it was taken back before it says that it is over', () => {
    expect(linkProblem({ ...use, revokedAt: 1 }, 2000)).toBe('own_link_revoked')
    expect(linkProblem(null, 0)).toBe('own_link_unknown')
  })
})

describe('arrival and departure', () => {
  const at = (hour: number) => new Date(Date.UTC(2027, 3, 12, hour))
  it('go together where the departure comes later, and where one is not known', () => {
    expect(stayProblem(at(9), at(10))).toBeNull()
    expect(stayProblem(at(9), null)).toBeNull()
    expect(stayProblem(at(9), at(9))).toBe('departure_before_arrival')
  })
  it('stand in a conflict as they are typed', () => {
    const theirs = { field: 'arrivalAt', theirs: '2027-04-12T09:00:00+00:00', by: 'Nao' }
    const other = { field: 'diet', theirs: 'vegan', by: 'Nao' }
    expect(conflictsTyped([theirs, other], at => `typed ${at}`)).toEqual([
      { ...theirs, theirs: `typed ${at(9).getTime()}` },
      other,
    ])
  })
})
