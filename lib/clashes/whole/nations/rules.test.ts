import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyPlan } from '@/lib/clashes/whole/plan.fixture'
import { clashesOf } from '@/lib/clashes/whole/rules'
import { nationClash } from './rules'

test('a nation is told of nobody but its own people, and of no delegation but itself', () => {
  let told = 0
  fc.assert(
    fc.property(anyPlan, plan => {
      const [own, ...others] = [...new Set(plan.people.flatMap(({ delegationId }) => delegationId ?? []))]
      if (own === undefined) return
      const people = plan.people.filter(({ delegationId }) => delegationId === own).map(({ id }) => id)
      const foreign = [...others, ...plan.people.map(({ id }) => id).filter(id => !people.includes(id))]
      for (const clash of clashesOf(plan)) {
        const known = nationClash(clash, own, people)
        if (!known) continue
        told++
        const ids = known.about
          .filter(({ kind }) => kind === 'person' || kind === 'delegation')
          .map(({ id }) => id)
        for (const id of ids) expect([own, ...people]).toContain(id)
        for (const value of Object.values(known.evidence)) expect(foreign).not.toContain(value)
      }
    }),
  )
  expect(told).toBeGreaterThan(0)
})

test('who joins at night is counted and named as far as they are its own', () => {
  const clash = {
    ...{ key: 'k', kind: 'night_invitation' as const, startAt: 0, endAt: 1, mend: 'move_to_day' as const },
    about: [{ kind: 'activity' as const, id: 'hotwash' }],
    evidence: { people: 9, delegations: 0, timeZone: 'Asia/Tokyo' },
  }
  expect(nationClash(clash, 'jpn', ['mori', 'ota'])).toMatchObject({
    about: [{ id: 'hotwash' }, { id: 'mori' }, { id: 'ota' }],
    evidence: { people: 2 },
  })
  const invited = {
    ...clash,
    about: [...clash.about, ...['jpn', 'est'].map(id => ({ kind: 'delegation' as const, id }))],
  }
  expect(nationClash(invited, 'jpn', [])?.about.map(({ id }) => id)).toEqual(['hotwash', 'jpn'])
})

test('rooms and seats are the organisers’ affair', () => {
  const clash = { key: 'k', about: [], startAt: null, endAt: null, evidence: {}, mend: 'fill_seats' as const }
  for (const kind of ['seat_short', 'place_twice', 'shift_short', 'activity_outside_phases'] as const)
    expect(nationClash({ ...clash, kind }, 'jpn', ['mori'])).toBeNull()
})
