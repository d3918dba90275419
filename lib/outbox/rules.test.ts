import { describe, expect, it } from 'vitest'
import { letterState, sendAgainProblem, whyOf } from './rules'

const at = Date.UTC(2027, 0, 15, 12)
const fresh = { sentAt: null, nextAttemptAt: at, givenUpAt: null, attempts: 0, failure: null }
const given = { ...fresh, nextAttemptAt: null, givenUpAt: at, attempts: 9, failure: 'EENVELOPE 452' }

describe('a letter', () => {
  it('waits, is tried again, has gone, is given up, or gave way to a newer one', () => {
    expect(letterState(fresh)).toEqual({ kind: 'waiting' })
    expect(letterState({ ...fresh, nextAttemptAt: null })).toEqual({ kind: 'waiting' })
    expect(letterState({ ...fresh, attempts: 2, failure: 'EENVELOPE 450' })).toEqual({
      kind: 'again',
      at,
      attempts: 2,
      why: { reason: 'busy', code: 'EENVELOPE 450' },
    })
    expect(letterState({ ...fresh, nextAttemptAt: null, sentAt: at }).kind).toBe('sent')
    expect(letterState(given)).toMatchObject({ kind: 'given_up', attempts: 9 })
    expect(letterState({ ...given, failure: 'superseded' })).toEqual({ kind: 'replaced' })
    expect(letterState({ ...given, failure: 'withdrawn' })).toEqual({ kind: 'withdrawn' })
  })
  it('tells why it did not go', () => {
    const told = (failure: string | null) => whyOf(failure).reason
    expect(told('expired')).toBe('expired')
    expect(told('EENVELOPE 550')).toBe('no_such_reader')
    expect(told('EENVELOPE 552')).toBe('refused')
    expect(told('EMESSAGE 554')).toBe('refused')
    expect(told('EAUTH 535')).toBe('password')
    expect(told('ETLS')).toBe('encryption')
    expect(told('ETIMEDOUT')).toBe('silent')
    expect(told('ESOCKET')).toBe('unreachable')
    expect(told('EPROTOCOL 554')).toBe('refused')
    expect(told(null)).toBe('other')
  })
  it('goes again only where nobody sends it any more', () => {
    const problem = (letter: object) =>
      sendAgainProblem({ ...given, expiresAt: null, erased: false, ...letter }, at)
    expect(problem({})).toBeNull()
    expect(problem({ givenUpAt: null, failure: null })).toBeNull()
    expect(problem({ expiresAt: at + 1 })).toBeNull()
    expect(problem({ expiresAt: at - 1 })).toBe('letter_expired')
    expect(problem({ sentAt: at })).toBe('letter_sent')
    expect(problem({ erased: true })).toBe('letter_erased')
    expect(problem({ failure: 'superseded' })).toBe('letter_replaced')
    expect(problem({ failure: 'withdrawn' })).toBe('letter_withdrawn')
    expect(problem({ nextAttemptAt: at })).toBe('letter_under_way')
  })
})
