import { expect, it } from 'vitest'
import { readDocument } from '../document/rules'
import type { Place } from '../plan/rules'
import { remainderOf } from './rules'

const nothing: Place = {
  ...{ teams: [], roles: [], personas: [], modes: [], storylines: [], incidents: [] },
  ...{ objectives: [], columns: [], phases: [], members: [] },
}

const scenario = {
  storylines: [{ id: 's1', number: 7, name: 'Harbour', summary: 'The port stands still' }],
  incidents: [{ id: 'n1', storyline: 's1', number: 1, name: 'Cranes' }],
  objectives: [
    { id: 'o1', number: '1', title: 'Detect', criteria: ['Within an hour'] },
    { id: 'o2', number: '1.1', title: 'See', parent: 'o1' },
    { id: 'o3', number: '2', title: 'Report', leastInjects: 0 },
    { id: 'o4', number: '3', title: 'Recover' },
  ],
  personas: [
    { id: 'p1', name: 'Gazette', affiliation: 'The press' },
    { id: 'p2', name: 'Mayor' },
    { id: 'p3', name: 'Nobody' },
  ],
  columns: [
    { id: 'c1', name: 'Weather', kind: 'choice', choices: ['rain'] },
    { id: 'c2', name: 'Secret', audience: 'planners' },
    { id: 'c3', name: 'Link', kind: 'url' },
  ],
  injects: [
    {
      ...{ id: 'i1', title: 'Call' },
      from: [
        { kind: 'persona', id: 'p1' },
        { kind: 'persona', id: 'p2' },
      ],
    },
  ],
}

function remainder(place: Place) {
  const read = readDocument({ format: 'startex-exercise', version: 2, scenario })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return remainderOf(read.document, place, 0)
}

it('says of which new storylines, objectives, actors and columns only a part is taken', () => {
  expect(remainder(nothing)).toEqual([
    { what: 'storylines', count: 1 },
    { what: 'incidents', count: 1 },
    { what: 'objectives', count: 3 },
    { what: 'personas', count: 1 },
    { what: 'unnamed', count: 1 },
    { what: 'columns', count: 2 },
  ])
})

it('says nothing of those that are there already under their names: they stay as they are', () => {
  const named = (...names: string[]) => names.map(name => ({ id: name, name }))
  const place = {
    ...nothing,
    storylines: named('HARBOUR'),
    incidents: [{ id: 'n', storylineId: 'HARBOUR', name: 'cranes' }],
    objectives: ['1', '1.1', '2'].map(number => ({ id: number, number })),
    personas: named('gazette', 'nobody'),
    columns: named('weather', 'secret'),
  }
  expect(remainder(place)).toEqual([])
})
