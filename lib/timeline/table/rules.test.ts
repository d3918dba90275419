import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanesOf } from '@/lib/timeline/lanes/rules'
import type { TimelineSource } from '@/lib/timeline/rules'
import { DAY } from '@/lib/timeline/wall/rules'
import { choiceSearch, ROW_KINDS, tableChoiceFrom, tableRows } from './rules'

const STARTEX = 1_808_200_800_000
const activity = (
  id: string,
  kind: 'conference' | 'workshop',
  title: string,
  day: number,
  place: string | null,
) => ({
  ...{ id, kind, title, place, startAt: STARTEX + day * DAY, endAt: null, wholeDays: false },
  ...{ audience: 'nations' as const, anchorText: null },
})
const source: TimelineSource = {
  home: 'Europe/Tallinn',
  startexAt: STARTEX,
  endexAt: STARTEX + 4 * DAY,
  phases: [{ id: 'p', name: 'Planning', startAt: STARTEX - 90 * DAY, endAt: STARTEX, tone: 'accent' }],
  activities: [
    activity('w', 'workshop', 'Scripting', -60, 'Tallinn'),
    activity('c2', 'conference', 'Final', -28, 'Zürich'),
    activity('c1', 'conference', 'Initial', -240, null),
  ],
  teams: [
    {
      ...{
        id: 't',
        label: 'BT 01',
        name: 'Blue 1',
        swatch: 'blue',
        letter: 'B',
        nations: ['EST'],
        seatsFilled: 1,
      },
      ...{ seatsMost: 2, registrationFrom: STARTEX - 50 * DAY, registrationTo: STARTEX - 29 * DAY },
      ...{ playFrom: STARTEX, playTo: STARTEX + 4 * DAY },
    },
  ],
}
const ids = (parameters: Record<string, string>) =>
  tableRows(source, tableChoiceFrom(parameters)).map(row => row.id)

describe('the table', () => {
  it('holds exactly what the drawing holds', () => {
    const drawn = lanesOf(source, 'phases').flatMap(lane => lane.items.map(item => item.id))
    expect(ids({}).sort()).toEqual(drawn.sort())
  })

  it('is grouped as the lanes are, each group in order of time', () => {
    expect(ids({})).toEqual(['phase:p', 'activity:c1', 'activity:c2', 'activity:w', 'team:t', 'play:t'])
  })

  it('sorts by start, title and place, up and down', () => {
    expect(ids({ sort: 'start' })[0]).toBe('activity:c1')
    expect(ids({ sort: 'start', order: 'down' })[0]).toBe('play:t')
    expect(ids({ sort: 'title', kind: 'conference', order: 'down' })).toEqual(['activity:c1', 'activity:c2'])
    expect(ids({ sort: 'place', order: 'down' })[0]).toBe('activity:c2')
  })

  it('filters by kind and by words', () => {
    expect(ids({ kind: 'conference' })).toEqual(['activity:c1', 'activity:c2'])
    expect(ids({ find: 'zurich' })).toEqual(['activity:c2'])
    expect(ids({ kind: 'phase', find: 'nothing' })).toEqual([])
  })

  it('takes nonsense for the default', () => {
    expect(tableChoiceFrom({ sort: 'drop', order: 'x', kind: ['conference'], find: ['a'] })).toEqual({
      sort: 'kind',
      down: false,
      kind: null,
      text: '',
    })
  })

  it('keeps order and filter in the address', () => {
    const choice = fc.record({
      sort: fc.constantFrom<'kind' | 'title' | 'start' | 'place'>('kind', 'title', 'start', 'place'),
      down: fc.boolean(),
      kind: fc.option(fc.constantFrom(...ROW_KINDS)),
      text: fc.string({ maxLength: 100, unit: 'grapheme' }).filter(text => text.length <= 100),
    })
    fc.assert(
      fc.property(choice, chosen => {
        const back = Object.fromEntries(new URLSearchParams(choiceSearch(chosen)))
        expect(tableChoiceFrom(back)).toEqual(chosen)
      }),
    )
  })
})
