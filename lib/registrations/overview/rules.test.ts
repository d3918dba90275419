import { describe, expect, it } from 'vitest'
import { missingOf, type NationStanding, overdueOf } from './rules'

const japan: NationStanding = {
  accession: 'confirmed',
  size: 20,
  used: 17,
  seatsShort: 2,
  states: { draft: 4, submitted: 3, endorsed: 5, confirmed: 9, waitlisted: 2 },
  closesAt: 1000,
  cuts: [],
}

describe('what a nation is missing', () => {
  it('is its unused places, or its short seats where those are more', () => {
    expect(missingOf(japan)).toBe(3)
    expect(missingOf({ ...japan, seatsShort: 5 })).toBe(5)
    expect(missingOf({ ...japan, used: 20, seatsShort: 0 })).toBe(0)
  })
})

describe('what is overdue', () => {
  it('are drafts and people not endorsed, from the moment registration closes', () => {
    expect(overdueOf(japan, 999, 'UTC')).toBe(0)
    expect(overdueOf(japan, 1000, 'UTC')).toBe(7)
    expect(overdueOf({ ...japan, states: { endorsed: 5 } }, 1000, 'UTC')).toBe(0)
  })
  it('are people who had to go by a day that is over at home', () => {
    const cut = { ...japan, closesAt: null, cuts: [{ toGo: 3, on: '2027-02-01' }] }
    const evening = Date.parse('2027-02-01T23:00Z')
    expect([overdueOf(cut, evening, 'UTC'), overdueOf(cut, evening, 'Asia/Tokyo')]).toEqual([0, 3])
  })
  it('is nothing where no date is set', () => {
    expect(overdueOf({ ...japan, closesAt: null }, 9_000, 'UTC')).toBe(0)
  })
})

it('a nation that does not take part misses nobody and owes nothing', () => {
  for (const accession of ['declined', 'withdrew'] as const) {
    expect(missingOf({ ...japan, accession })).toBe(0)
    expect(overdueOf({ ...japan, accession }, 2000, 'UTC')).toBe(0)
  }
})
