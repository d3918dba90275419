import { describe, expect, it } from 'vitest'
import { lanesOf, shareFilled } from '@/lib/timeline/lanes/rules'
import { DAY, HOUR } from '@/lib/timeline/wall/rules'
import {
  drawnSource,
  extentOf,
  filterSource,
  type TimelineActivity,
  type TimelineSource,
  type TimelineTeam,
} from './rules'

const STARTEX = 1_808_200_800_000
const activity = (id: string, over: Partial<TimelineActivity> = {}): TimelineActivity => ({
  id,
  title: 'Final planning conference',
  kind: 'conference',
  startAt: STARTEX - 28 * DAY,
  endAt: STARTEX - 25 * DAY,
  wholeDays: false,
  audience: 'nations',
  place: 'Tallinn',
  anchorText: 'D-28 09:00',
  ...over,
})
const team = (id: string, over: Partial<TimelineTeam> = {}): TimelineTeam => ({
  id,
  label: `BT ${id}`,
  name: 'Blue team',
  swatch: 'blue',
  letter: 'B',
  nations: ['EST', 'USA'],
  seatsFilled: 25,
  seatsMost: 40,
  registrationFrom: STARTEX - 50 * DAY,
  registrationTo: STARTEX - 29 * DAY,
  playFrom: STARTEX,
  playTo: STARTEX + 4 * DAY,
  ...over,
})
const source: TimelineSource = {
  home: 'Europe/Tallinn',
  startexAt: STARTEX,
  endexAt: STARTEX + 4 * DAY,
  phases: [
    { id: 'p', name: 'Évaluation', startAt: STARTEX + 5 * DAY, endAt: STARTEX + 90 * DAY, tone: 'accent' },
  ],
  activities: [
    activity('fpc'),
    activity('ipc', {
      title: 'Initial planning conference',
      startAt: STARTEX - 240 * DAY,
      endAt: null,
      place: 'Zürich',
    }),
    activity('call', {
      title: 'National call',
      kind: 'deadline',
      endAt: null,
      audience: 'staff',
      place: null,
    }),
  ],
  teams: [team('01'), team('02', { nations: ['JPN', 'AUS'] })],
}

describe('the lanes', () => {
  it('are phases, one for each kind that has something, and the teams nested in theirs', () => {
    const lanes = lanesOf(source, 'phases')
    expect(lanes.map(({ id, parent }) => [id, parent])).toEqual([
      ['phases', null],
      ['conference', null],
      ['deadline', null],
      ['teams', null],
      ['team:01', 'teams'],
      ['team:02', 'teams'],
    ])
  })

  it('put the teams first and all activities in one lane when asked by teams', () => {
    const lanes = lanesOf(source, 'teams')
    expect(lanes.map(lane => lane.id)).toEqual(['phases', 'teams', 'team:01', 'team:02', 'activities'])
    expect(lanes.at(-1)?.items.map(item => item.id)).toEqual([
      'activity:ipc',
      'activity:fpc',
      'activity:call',
    ])
  })

  it('show every phase, activity and team exactly once, whichever way', () => {
    for (const by of ['phases', 'teams'] as const) {
      const ids = lanesOf(source, by).flatMap(lane => lane.items.map(item => item.id))
      expect([...ids].sort()).toEqual([
        'activity:call',
        'activity:fpc',
        'activity:ipc',
        'phase:p',
        'play:01',
        'play:02',
        'team:01',
        'team:02',
      ])
    }
  })

  it('draw conferences as diamonds, deadlines as flags and an end before its start as a moment', () => {
    const odd = {
      ...source,
      activities: [activity('x', { endAt: STARTEX - 40 * DAY }), activity('y', { kind: 'deadline' })],
    }
    const items = lanesOf(odd, 'phases').flatMap(lane =>
      lane.parent || lane.id === 'phases' ? [] : lane.items,
    )
    expect(items.map(item => item.shape)).toEqual(['diamond', 'flag'])
    expect(items[0]?.endAt).toBe(items[0]?.startAt)
  })

  it('fill a team by its seats, never past full, and leave one without seats empty', () => {
    expect(shareFilled(team('01'))).toBe(0.625)
    expect(shareFilled(team('01', { seatsFilled: 44 }))).toBe(1)
    expect(shareFilled(team('01', { seatsFilled: 3, seatsMost: 0 }))).toBe(0)
  })
})

describe('the extent', () => {
  it('reaches from the first conference to the final report', () => {
    expect(extentOf(source)).toEqual({ from: STARTEX - 240 * DAY, to: STARTEX + 90 * DAY })
  })

  it('is the play alone when nothing else is planned', () => {
    const bare = { ...source, phases: [], activities: [], teams: [] }
    expect(extentOf(bare)).toEqual({ from: STARTEX, to: STARTEX + 4 * DAY })
    expect(extentOf({ ...bare, endexAt: STARTEX - HOUR })).toEqual({ from: STARTEX, to: STARTEX })
  })
})

describe('what travels to the browser', () => {
  it('draws the same lanes as the whole source, without names of nations, places and notations', () => {
    const drawn = drawnSource(source)
    for (const by of ['phases', 'teams'] as const) {
      const lanes = lanesOf(source, by).map(({ team: _, ...lane }) => lane)
      expect(lanesOf(drawn, by).map(({ team: _, ...lane }) => lane)).toEqual(lanes)
    }
    expect(extentOf(drawn)).toEqual(extentOf(source))
    expect(JSON.stringify(drawn)).not.toMatch(/JPN|Zürich|D-28|Blue team/)
  })
})

describe('the filter', () => {
  it('keeps what matches all that is asked, and everything when nothing is', () => {
    expect(filterSource(source, {})).toEqual(source)
    const found = filterSource(source, { kinds: ['conference'], audiences: ['nations'], text: 'initial' })
    expect(found.activities.map(one => one.id)).toEqual(['ipc'])
    expect(filterSource(source, { kinds: [] }).activities).toEqual([])
  })

  it('does not mind case and accents, and looks at places and nations too', () => {
    expect(filterSource(source, { text: 'zurich' }).activities.map(one => one.id)).toEqual(['ipc'])
    expect(filterSource(source, { text: 'EVALUATION' }).phases).toHaveLength(1)
    expect(filterSource(source, { text: 'jpn' }).teams.map(one => one.id)).toEqual(['02'])
  })
})
