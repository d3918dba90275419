import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { someItems } from '@/lib/timeline/columns/columns.fixture'
import type { TimelineItem } from '@/lib/timeline/columns/rules'
import { isTheirs, sliceFrom, sliceText, type Whose } from './rules'

const whose: Whose = {
  people: new Set(['registration:b', 'account:c1']),
  teamIds: new Set(['t1']),
  roleIds: new Set(['r1']),
  teamShifts: false,
  signUps: new Set(['course']),
}

const item = (given: Partial<TimelineItem>): TimelineItem => ({
  ...{
    kind: 'briefing',
    id: 'i',
    code: '',
    label: '',
    startAt: 0,
    endAt: null,
    wholeDays: false,
    pinned: true,
  },
  ...{ moment: '', timeZone: null, audience: null },
  ...{ movable: false, phaseId: null, storylineId: null, controllerId: null, teamIds: [], roleIds: [] },
  ...{
    personIds: [],
    place: '',
    moment: '',
    places: 0,
    filled: 0,
    beganAt: null,
    endedAt: null,
    tone: null,
  },
  ...given,
})
const theirs = (given: Partial<TimelineItem>, of: Partial<Whose> = {}) =>
  isTheirs(item(given), { ...whose, ...of })

describe('a part of a plan', () => {
  it('has the activities that are for everybody, and of those that one signs up for where its people go', () => {
    expect(theirs({})).toBe(true)
    expect(theirs({ teamIds: ['t2'] })).toBe(false)
    expect(theirs({ teamIds: ['t1'] })).toBe(true)
    expect(theirs({ id: 'course', kind: 'course' })).toBe(false)
    expect(theirs({ id: 'course', kind: 'course', personIds: ['registration:b'] })).toBe(true)
  })

  it('has the shifts that its people stand, and of a nation those of its teams', () => {
    expect(theirs({ kind: 'shift', teamIds: ['t1'] })).toBe(false)
    expect(theirs({ kind: 'shift', teamIds: ['t1'] }, { teamShifts: true })).toBe(true)
    expect(theirs({ kind: 'shift', teamIds: ['t2'], personIds: ['registration:b'] })).toBe(true)
  })

  it('has the injects in its hands and those for its team, role or people', () => {
    expect(theirs({ kind: 'inject' })).toBe(false)
    for (const own of [
      { controllerId: 'c1' },
      { teamIds: ['t1'] },
      { roleIds: ['r1'] },
      { personIds: ['registration:b'] },
    ])
      expect(theirs({ kind: 'inject', ...own })).toBe(true)
  })

  it('has all phases, and registration of its own teams alone', () => {
    expect(theirs({ kind: 'phase' })).toBe(true)
    expect(theirs({ kind: 'registration', teamIds: ['t2'] })).toBe(false)
  })

  it('holds nothing but phases and what is for everybody where nobody is asked about', () => {
    const nobody: Whose = {
      ...{ people: new Set(), teamIds: new Set(), roleIds: new Set(), teamShifts: true, signUps: new Set() },
    }
    fc.assert(
      fc.property(someItems, items => {
        const wide: TimelineItem['kind'][] = ['inject', 'shift', 'registration']
        expect(items.filter(one => isTheirs(one, nobody)).filter(({ kind }) => wide.includes(kind))).toEqual(
          [],
        )
      }),
    )
  })
})

it('is named by an address, which means nothing else', () => {
  const id = '0197f1a2-0000-7000-8000-000000000000'
  for (const text of ['own', id]) {
    const slice = sliceFrom(text)
    expect(slice && sliceText(slice)).toBe(text)
  }
  for (const text of ['', 'all', 'own ', 'x', '%']) expect(sliceFrom(text)).toBeNull()
})
