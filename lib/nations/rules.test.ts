import { describe, expect, it } from 'vitest'
import { accessionProblem, nextAccessionStates, quotaProblem } from './rules'
import { accessionStates } from './schema'

describe('the way of a partner into an exercise', () => {
  it('goes forward, by leaps if it must', () => {
    expect(accessionProblem('invited', 'in_contact')).toBeNull()
    expect(accessionProblem('invited', 'confirmed')).toBeNull()
    expect(accessionProblem('confirmed', 'coordinating')).toBe('accession_backwards')
    expect(accessionProblem('coordinating', 'coordinating')).toBe('accession_same_state')
  })
  it('is left by declining before confirmation and by withdrawing after contact', () => {
    expect(accessionProblem('coordinating', 'declined')).toBeNull()
    expect(accessionProblem('confirmed', 'declined')).toBe('accession_withdraw_instead')
    expect(accessionProblem('confirmed', 'withdrew')).toBeNull()
    expect(accessionProblem('invited', 'withdrew')).toBe('accession_decline_instead')
  })
  it('begins again with an invitation for whoever left it', () => {
    expect(nextAccessionStates('declined', accessionStates)).toEqual(['invited'])
    expect(nextAccessionStates('withdrew', accessionStates)).toEqual(['invited'])
  })
  it('lets an observer join after all', () => {
    expect(accessionProblem('observer', 'confirmed')).toBeNull()
  })
  it('never leaves a partner without a next step', () => {
    for (const state of accessionStates)
      expect(nextAccessionStates(state, accessionStates)).not.toHaveLength(0)
  })
})

it('a quota may shrink to what is taken and no further', () => {
  expect(quotaProblem(12, 12)).toBeNull()
  expect(quotaProblem(11, 12)).toBe('quota_below_used')
})
