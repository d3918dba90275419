import { describe, expect, it } from 'vitest'
import { daysUntil, deadlinesOf, shortQuota, tasksOf } from './rules'

const at = (text: string) => Date.parse(text)
const quota = (size: number, used: number, scope: { roleId?: string; siteId?: string } = {}) => ({
  ...{ roleId: null, siteId: null, size, used },
  ...scope,
})

describe('the dates ahead of a delegation', () => {
  const window = { opensAt: 100, closesAt: 200, editUntil: 300 }
  it('are those that have not passed, the next one first', () => {
    expect(deadlinesOf(window, 0).map(({ kind }) => kind)).toEqual(['opens', 'closes', 'edit'])
    expect(deadlinesOf(window, 100).map(({ kind }) => kind)).toEqual(['closes', 'edit'])
    expect(deadlinesOf(window, 300)).toEqual([])
  })
  it('name the last day for changes only where it is another than the closing', () => {
    expect(deadlinesOf({ ...window, editUntil: 200 }, 100).map(({ kind }) => kind)).toEqual(['closes'])
    expect(deadlinesOf({ opensAt: null, closesAt: null, editUntil: null }, 0)).toEqual([])
  })
  it('are counted in days of the reader’s own calendar, and a midnight belongs to the day that it ends', () => {
    const closes = at('2027-03-22T22:00Z')
    const now = at('2026-11-22T12:00Z')
    expect(daysUntil(closes, now, 'Europe/Tallinn')).toBe(120)
    expect(daysUntil(closes, now, 'Asia/Tokyo')).toBe(121)
    expect(daysUntil(closes, closes - 1, 'Europe/Tallinn')).toBe(0)
  })
})

describe('what a delegation has to do', () => {
  const nothing = {
    window: { opensAt: null, closesAt: null, editUntil: null },
    states: {},
    quotas: [quota(10, 10)],
    teams: [],
    unanswered: 0,
  }
  const seat = (name: string, least: number, used: number) => ({ role: { name }, least, used })
  it('is nothing where all is done', () => {
    expect(tasksOf(nothing)).toEqual([])
  })
  it('begins with people who wait for it', () => {
    expect(tasksOf({ ...nothing, states: { submitted: 5, draft: 2, confirmed: 9 } })).toEqual([
      { kind: 'endorse', count: 5 },
      { kind: 'submit', count: 2 },
    ])
  })
  it('counts those who have not answered what they must', () => {
    expect(tasksOf({ ...nothing, unanswered: 3 })).toEqual([{ kind: 'answers', count: 3 }])
  })
  it('names places that stay free once nobody is left to submit', () => {
    expect(tasksOf({ ...nothing, quotas: [quota(10, 7)] })).toEqual([{ kind: 'free', count: 3 }])
    expect(tasksOf({ ...nothing, quotas: [quota(10, 7)], states: { draft: 1 } })).toEqual([
      { kind: 'submit', count: 1 },
    ])
  })
  it('says that no places have been given', () => {
    expect(tasksOf({ ...nothing, quotas: [] })).toEqual([{ kind: 'no_quota' }])
  })
  it('names the seats that miss most, of teams that are its own or shared with one', () => {
    const teams = [
      {
        id: '1',
        name: 'BT 03',
        others: ['AUS'],
        seats: [seat('Law', 2, 1), seat('Web', 4, 0), seat('Linux', 1, 1)],
      },
      { id: '2', name: 'WT', others: ['EST', 'FIN'], seats: [seat('Control', 9, 0)] },
    ]
    expect(tasksOf({ ...nothing, teams }, 1)).toEqual([
      { kind: 'seats', team: 'BT 03', role: 'Web', missing: 4 },
    ])
    expect(tasksOf({ ...nothing, teams })).toHaveLength(2)
  })
})

describe('a quota that would be overrun', () => {
  const people = [
    { roleId: 'law', siteId: 'hall' },
    { roleId: 'law', siteId: null },
  ]
  it('is the whole delegation’s before its parts’', () => {
    const [whole, law] = [quota(10, 9), quota(4, 4, { roleId: 'law' })]
    expect(shortQuota([law, whole], people)).toEqual({ quota: whole, wanted: 2, left: 1 })
  })
  it('counts only those whom a limit is about', () => {
    expect(shortQuota([quota(1, 0, { siteId: 'hall' })], people)).toBeNull()
    expect(shortQuota([quota(1, 1, { siteId: 'hall' })], people)).toMatchObject({ wanted: 1, left: 0 })
    expect(shortQuota([quota(0, 0, { roleId: 'web' })], people)).toBeNull()
  })
})
