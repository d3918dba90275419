import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, Grant } from '@/lib/policy'
import {
  holdsPlace,
  holdsSeat,
  languagesIn,
  partyOf,
  presenceProblem,
  registrationStates,
  statesBefore,
  transitionProblem,
} from './rules'

describe('the way of a registration', () => {
  it('leads over submission and endorsement to a seat, each step by its own party', () => {
    expect(transitionProblem('draft', 'submitted', 'nation')).toBeNull()
    expect(transitionProblem('submitted', 'endorsed', 'nation')).toBeNull()
    expect(transitionProblem('endorsed', 'confirmed', 'organiser')).toBeNull()
    expect(transitionProblem('confirmed', 'checked_in', 'organiser')).toBeNull()
  })
  it('keeps each party to its own word', () => {
    expect(transitionProblem('submitted', 'endorsed', 'organiser')).toBe('nation_decides')
    expect(transitionProblem('endorsed', 'confirmed', 'nation')).toBe('organiser_decides')
    expect(transitionProblem('declined', 'draft', 'nation')).toBe('organiser_decides')
  })
  it('leaves out no step: nobody is confirmed without the nation, nobody waits who was not endorsed', () => {
    expect(statesBefore('confirmed', 'organiser')).toEqual(['endorsed', 'checked_in', 'waitlisted'])
    expect(statesBefore('waitlisted', 'organiser')).toEqual(['endorsed'])
  })
  it('lets a nation withdraw whoever is not a draft, not there already and not turned down', () => {
    expect(statesBefore('withdrawn', 'nation')).toEqual(['submitted', 'endorsed', 'confirmed', 'waitlisted'])
  })
  it('never goes from a state to itself', () => {
    for (const state of registrationStates) {
      for (const party of ['nation', 'organiser'] as const) {
        expect(transitionProblem(state, state, party)).toBe('state_already')
      }
    }
  })
  it('reaches every state from a draft', () => {
    const reached = new Set<string>(['draft'])
    for (let more = true; more; ) {
      const before = reached.size
      for (const from of registrationStates) {
        for (const to of registrationStates) {
          const open = (['nation', 'organiser'] as const).some(party => !transitionProblem(from, to, party))
          if (reached.has(from) && open) reached.add(to)
        }
      }
      more = reached.size > before
    }
    expect(reached).toEqual(new Set(registrationStates))
  })
  it('holds a seat only with a place', () => {
    for (const state of registrationStates)
      expect(holdsSeat(state)).toBe(holdsSeat(state) && holdsPlace(state))
    expect(registrationStates.filter(holdsPlace)).toEqual([
      'submitted',
      'endorsed',
      'confirmed',
      'checked_in',
    ])
  })
})

describe('the party of an actor', () => {
  const inExercise = { exerciseId: 'LS27' }
  const actor = (...grants: Grant[]): Actor => ({
    kind: 'account',
    ...{ accountId: 'a', name: 'Liis Kask', email: 'liis.kask@example.org', locale: null, timeZone: null },
    grants,
  })
  const contactOf = (participationId: string): Grant => ({
    ...{ scope: 'delegation', role: 'point_of_contact', participationId, teamIds: [] },
    ...inExercise,
  })
  it('is the nation for its own contact only', () => {
    expect(partyOf(actor(contactOf('JPN')), 'JPN')).toBe('nation')
    const company = {
      scope: 'company',
      role: 'company_contact',
      companyId: 'K',
      participationId: 'JPN',
    } as const
    expect(partyOf(actor({ ...company, ...inExercise }), 'JPN')).toBe('nation')
    expect(partyOf(actor(contactOf('EST')), 'JPN')).toBe('organiser')
    expect(partyOf(actor({ scope: 'exercise', role: 'registrar', ...inExercise }), 'JPN')).toBe('organiser')
    expect(partyOf({ kind: 'job', name: 'reminder' }, 'JPN')).toBe('organiser')
  })
})

describe('where somebody works', () => {
  it('fits the site', () => {
    expect(presenceProblem('on_site', { remote: false })).toBeNull()
    expect(presenceProblem('remote', { remote: true })).toBeNull()
    expect(presenceProblem('remote', null)).toBeNull()
    expect(presenceProblem('on_site', { remote: true })).toBe('site_is_remote')
    expect(presenceProblem('remote', { remote: false })).toBe('site_is_a_place')
  })
})

describe('languages in a line', () => {
  it('are split at the commas of several scripts, each once', () => {
    expect(languagesIn('English, français; 日本語、 english,, ')).toEqual(['English', 'français', '日本語'])
    expect(languagesIn('  ')).toEqual([])
  })
  it('survive being joined and split again', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), parts => {
        const once = languagesIn(parts.join(','))
        expect(languagesIn(once.join(', '))).toEqual(once)
      }),
    )
  })
})
