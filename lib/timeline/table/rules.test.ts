import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { someItems } from '@/lib/timeline/columns/columns.fixture'
import type { TimelineItem } from '@/lib/timeline/columns/rules'
import { DAY } from '@/lib/timeline/wall/rules'
import { choiceSearch, kindsIn, PAGE, pageOf, tableChoiceFrom, tableRows } from './rules'

const STARTEX = 1_808_200_800_000
const item = (
  id: string,
  kind: TimelineItem['kind'],
  label: string,
  day: number,
  place = '',
): TimelineItem => ({
  ...{ id, kind, label, place, code: '', startAt: STARTEX + day * DAY, endAt: null, wholeDays: false },
  ...{ pinned: true, movable: false, phaseId: null, storylineId: null, controllerId: null, teamIds: [] },
  ...{ roleIds: [], personIds: [], places: 0, filled: 0, beganAt: null, endedAt: null, tone: null },
  ...{ moment: '', timeZone: null, audience: null },
})
const items = [
  item('i', 'inject', 'The cranes stop', 0),
  item('w', 'workshop', 'Scripting', -60, 'Tallinn'),
  item('c2', 'conference', 'Final', -28, 'Zürich'),
  item('c1', 'conference', 'Initial', -240),
  item('p', 'phase', 'Planning', -90),
]
const ids = (parameters: Record<string, string>) =>
  tableRows(items, tableChoiceFrom(parameters)).map(row => row.id)

describe('the table', () => {
  it('holds exactly what there is, however it is sorted', () => {
    fc.assert(
      fc.property(someItems, fc.constantFrom('kind', 'title', 'start', 'place'), (all, sort) => {
        const rows = tableRows(all, tableChoiceFrom({ sort }))
        expect(rows.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
      }),
    )
  })

  it('is grouped by kind, the play last, each group in order of time', () => {
    expect(ids({})).toEqual(['p', 'c1', 'c2', 'w', 'i'])
    expect(kindsIn(items)).toEqual(['phase', 'conference', 'workshop', 'inject'])
  })

  it('sorts by start, title and place, up and down', () => {
    expect(ids({ sort: 'start' })).toEqual(['c1', 'p', 'w', 'c2', 'i'])
    expect(ids({ sort: 'start', order: 'down' })[0]).toBe('i')
    expect(ids({ sort: 'title', kind: 'conference', order: 'down' })).toEqual(['c1', 'c2'])
    expect(ids({ sort: 'place', order: 'down' })[0]).toBe('c2')
  })

  it('finds words without their accents, in any order', () => {
    expect(ids({ find: 'zurich' })).toEqual(['c2'])
    expect(ids({ find: 'stop CRANES' })).toEqual(['i'])
    expect(ids({ find: 'nothing like it' })).toEqual([])
  })

  it('opens at the page of what is chosen, unless another is asked for', () => {
    const rows = Array.from({ length: 2 * PAGE + 1 }, (_, n) => item(`i${n}`, 'inject', '', n))
    const page = (chosen: string, asked: Record<string, string> = {}) =>
      pageOf(rows, tableChoiceFrom(asked), ({ id }) => id === chosen)
    expect(page('i0')).toBe(1)
    expect(page(`i${PAGE}`)).toBe(2)
    expect(page(`i${2 * PAGE}`)).toBe(3)
    expect(page('gone')).toBe(1)
    expect(page(`i${2 * PAGE}`, { page: '1' })).toBe(1)
    expect(page('i0', { page: '9' })).toBe(3)
  })

  it('reads its choice out of an address and writes it back; nonsense is the default', () => {
    const choice = tableChoiceFrom({ sort: 'place', order: 'down', kind: 'visit', find: 'hall', page: '3' })
    expect(tableChoiceFrom(Object.fromEntries(new URLSearchParams(choiceSearch(choice))))).toEqual(choice)
    const none = tableChoiceFrom({ sort: 'secret', kind: 'nothing', find: ['a', 'b'], page: '-7' })
    expect(none).toEqual({ sort: 'kind', down: false, kind: null, text: '', page: null })
    expect(choiceSearch(none)).toBe('')
  })
})
