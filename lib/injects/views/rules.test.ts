import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InjectRow } from '../rules'
import {
  arrange,
  filterKeys,
  groupings,
  type Looks,
  ordered,
  placedIn,
  plainView,
  printView,
  readView,
  sorts,
  type View,
} from './rules'

const bare: Omit<InjectRow, 'id' | 'serial'> = {
  version: 1,
  kind: 'inject',
  title: '',
  text: '',
  storylineId: null,
  incidentId: null,
  deliveryModeId: null,
  moment: null,
  waits: [],
  durationSeconds: null,
  scenarioAt: null,
  phaseId: null,
  controllerId: null,
  reviewerId: null,
  trigger: '',
  expectedAction: '',
  measure: '',
  scoreLeast: null,
  scoreMost: null,
  notes: '',
  tlp: null,
  releasableTo: '',
  keptToKindId: null,
  techniques: [],
  cves: [],
  cwes: [],
  state: 'draft',
  stateReason: null,
  from: [],
  to: [],
  objectives: [],
  values: {},
}
const row = (serial: string, given: Partial<InjectRow> = {}): InjectRow => ({
  ...bare,
  id: serial,
  serial,
  ...given,
})
const at = (seconds: number): Partial<InjectRow> => ({ moment: { anchor: 'ttime', offset: seconds } })
const rows = [
  row('3.12', { title: 'Lights out', storylineId: 's3', to: ['role:r1', 'team:t2'], ...at(60) }),
  row('3.2', { title: 'Call from the Noël desk', storylineId: 's3', state: 'approved', ...at(120) }),
  row('1.1', { title: 'Weather', text: 'Storm over the sound', storylineId: 's1', to: ['team:t1'] }),
  row('0.1', { title: 'Welcome', kind: 'administrative', objectives: ['o2', 'o1'] }),
]
const looks: Looks = {
  timeOf: ({ moment }) => (moment?.anchor === 'ttime' ? moment.offset : null),
  conflicting: ({ serial }) => serial === '3.2',
  found: ({ serial }) => serial === '3.12',
  order: { storyline: ['s1', 's3'], phase: [], team: ['t1', 't2'], controller: [], objective: ['o1', 'o2'] },
}
const rowOf = (id: string) => rows.find(one => one.id === id)
const arranged = (given: Partial<View>) => {
  const view: View = { ...plainView, sort: 'serial', ...given }
  return arrange(ordered(rows, view, looks), rowOf, view, looks)
}
const shown = (view: Partial<View>) => arranged(view).flatMap(({ ids }) => ids)
const groups = (group: View['group']) => arranged({ group }).map(({ key, ids }) => `${key}: ${ids.join(' ')}`)

test('serials are in the order of their figures', () => {
  expect(shown({})).toEqual(['0.1', '1.1', '3.2', '3.12'])
  expect(shown({ descending: true })).toEqual(['3.12', '3.2', '1.1', '0.1'])
})

test('what has no time comes last, whichever way times run', () => {
  expect(shown({ sort: 'time' })).toEqual(['3.12', '3.2', '0.1', '1.1'])
  expect(shown({ sort: 'time', descending: true })).toEqual(['3.2', '3.12', '0.1', '1.1'])
})

test('all words of a search stand somewhere in serial, title or text, whatever their marks', () => {
  expect(shown({ q: 'noel CALL' })).toEqual(['3.2'])
  expect(shown({ q: 'storm' })).toEqual(['1.1'])
  expect(shown({ q: 'storm call' })).toEqual([])
})

test('filters of several kinds all count, of one kind any', () => {
  expect(shown({ filters: { storyline: ['s1', 's3'], state: ['draft'] } })).toEqual(['1.1', '3.12'])
  expect(shown({ filters: { storyline: ['none'] } })).toEqual(['0.1'])
  expect(shown({ filters: { team: ['t2'] } })).toEqual(['3.12'])
  expect(shown({ only: 'untimed' })).toEqual(['0.1', '1.1'])
  expect(shown({ only: 'conflicts' })).toEqual(['3.2'])
})

test('groups stand in the order of their list, those of none last', () => {
  expect(groups('storyline')).toEqual(['s1: 1.1', 's3: 3.2 3.12', 'none: 0.1'])
  expect(groups('team')).toEqual(['t1: 1.1', 't2: 3.12', 'none: 0.1 3.2'])
  expect(groups('objective')).toEqual(['o2: 0.1', 'none: 1.1 3.2 3.12'])
})

test('an address names what it shows, and nothing of the usual', () => {
  const query = 'q=power+cut&storyline=s3,none&state=draft&only=untimed&sort=-time&group=team'
  expect(printView(readView(new URLSearchParams(query)))).toBe(query)
  expect(printView(plainView)).toBe('')
  expect(readView(new URLSearchParams('sort=colour&group=mood&state=dead&only=me'))).toEqual(plainView)
})

const anyView: fc.Arbitrary<View> = fc.record({
  q: fc.stringMatching(/^[a-z&=,+ ]{0,10}$/).map(text => text.trim()),
  filters: fc.dictionary(
    fc.constantFrom(...filterKeys.filter(key => !['kind', 'state', 'tlp'].includes(key))),
    fc.constant(['a', 'b']),
  ),
  only: fc.constantFrom(null, 'untimed', 'conflicts'),
  sort: fc.constantFrom(...sorts),
  descending: fc.boolean(),
  group: fc.constantFrom(null, ...groupings),
})

test('a view goes through its address and comes back', () => {
  fc.assert(
    fc.property(anyView, view => {
      expect(readView(new URLSearchParams(printView(view)))).toEqual(view)
    }),
  )
})

test('grouping and sorting lose no row and double none', () => {
  fc.assert(
    fc.property(fc.constantFrom(null, ...groupings), fc.constantFrom(...sorts), (group, sort) => {
      expect(shown({ group, sort }).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
    }),
  )
})

test('a row that is written in keeps its place, a new one stands behind the one it was made from', () => {
  const ids = new Set(['a', 'b', 'c', 'd', 'e'])
  const behind = new Map([
    ['d', 'a'],
    ['e', 'd'],
  ])
  expect(placedIn(['a', 'b', 'c'], ids, behind)).toEqual(['a', 'd', 'e', 'b', 'c'])
  expect(placedIn(['a', 'b', 'c'], new Set(['a', 'c', 'x']), new Map())).toEqual(['a', 'c', 'x'])
  expect(placedIn([], new Set(['x', 'y']), new Map([['y', 'gone']]))).toEqual(['x', 'y'])
})
