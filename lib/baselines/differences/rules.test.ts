import { expect, test } from 'vitest'
import type { Image } from '../rewind/rules'
import { injectDifferences, listDifferences } from './rules'

const inject = (id: string, given: Image = {}): [string, Image] => [
  `Inject ${id}`,
  { id, serial: `1.${id}`, title: 'Mail', startAnchor: null, version: 1, ...given },
]
const party = (id: string, injectId: string, given: Image): [string, Image] => [
  `InjectParty ${injectId}/${id}`,
  { id, injectId, side: 'to', position: 0, teamId: null, roleId: null, ...given },
]

test('injects come in the order of their serials, told as added, removed and changed, and equal ones not at all', () => {
  const before = new Map([inject('2'), inject('12', { title: 'Call' }), inject('3')])
  const after = new Map([inject('2', { version: 9 }), inject('12', { title: 'Radio' }), inject('1')])
  expect(injectDifferences(before, after)).toEqual([
    { id: '1', serial: '1.1', title: 'Mail', kind: 'added', fields: [] },
    { id: '3', serial: '1.3', title: 'Mail', kind: 'removed', fields: [] },
    {
      id: '12',
      serial: '1.12',
      title: 'Radio',
      kind: 'changed',
      fields: [{ field: 'title', from: 'Call', to: 'Radio' }],
    },
  ])
})

test('the time of an inject is one field, and so are its recipients, its objectives and its waits', () => {
  const fixed = { startAnchor: 'fixed', startAt: '2027-04-13T06:00:00+00:00', startTimeZone: 'Asia/Tokyo' }
  const before = new Map([
    inject('1', { startAnchor: 'ttime', startOffset: 2700 }),
    party('a', '1', { teamId: 'blue' }),
  ])
  const after = new Map([
    inject('1', fixed),
    party('a', '1', { teamId: 'blue', position: 1 }),
    party('b', '1', { personaId: 'press' }),
    ['InjectObjective 1/o', { injectId: '1', objectiveId: 'o' }] as const,
    ['InjectValue 1/c', { injectId: '1', columnId: 'c', value: 'high' }] as const,
    [
      'Wait 1/w',
      { id: 'w', injectId: '1', afterInjectId: '7', condition: 'released', delaySeconds: 60 },
    ] as const,
  ])
  const [found] = injectDifferences(before, after)
  expect(found?.fields).toEqual([
    {
      field: 'start',
      from: { anchor: 'ttime', offset: 2700 },
      to: { anchor: 'fixed', at: Date.UTC(2027, 3, 13, 6), timeZone: 'Asia/Tokyo' },
    },
    { field: 'to', from: ['blue'], to: ['press', 'blue'] },
    { field: 'objectives', from: [], to: ['o'] },
    {
      field: 'waits',
      from: [],
      to: [{ afterInjectId: '7', afterGateId: null, condition: 'released', delaySeconds: 60 }],
    },
    { field: 'column:c', from: null, to: 'high' },
  ])
  expect(listDifferences(before, after)).toEqual([])
})

test('lists are told by their names; counters and versions are nobody’s change', () => {
  const storyline = (given: Image): [string, Image] => [
    'Storyline s',
    { id: 's', number: 3, name: 'Port', nextInject: 4, version: 1, ...given },
  ]
  const before = new Map([storyline({}), ['Persona p', { id: 'p', name: 'A journalist' }] as const])
  expect(listDifferences(before, new Map([storyline({ nextInject: 9, version: 7 })]))).toEqual([
    { table: 'Persona', row: 'p', name: 'A journalist', kind: 'removed', fields: [] },
  ])
  const renamed = listDifferences(before, new Map([...before, storyline({ name: 'Harbour' })]))
  expect(renamed).toMatchObject([
    { name: '3 Harbour', fields: [{ field: 'name', from: 'Port', to: 'Harbour' }] },
  ])
})

test('a file that was put in another’s place under its name is told by its size and its sum', () => {
  const file = (sha256: string): [string, Image] => [
    'Attachment 1/f',
    { id: 'f', injectId: '1', name: 'map.pdf', mime: 'application/pdf', size: 1200, sha256 },
  ]
  const [found] = injectDifferences(new Map([inject('1'), file('aa')]), new Map([inject('1'), file('bb')]))
  const told = (sha256: string) => [{ name: 'map.pdf', size: 1200, sha256 }]
  expect(found?.fields).toEqual([{ field: 'files', from: told('aa'), to: told('bb') }])
})
