import { expect, test } from 'vitest'
import { countsOf, totalOf } from './rules'

test('injects are counted for their storyline and for their incident, by how far they are agreed on', () => {
  const { storylines, incidents } = countsOf([
    { storylineId: 'grid', incidentId: 'blackout', state: 'draft', count: 3 },
    { storylineId: 'grid', incidentId: 'blackout', state: 'approved', count: 2 },
    { storylineId: 'grid', incidentId: null, state: 'draft', count: 1 },
    { storylineId: null, incidentId: null, state: 'review', count: 4 },
  ])
  expect(storylines.get('grid')).toEqual({ draft: 4, review: 0, approved: 2, synchronised: 0 })
  expect(incidents.get('blackout')).toEqual({ draft: 3, review: 0, approved: 2, synchronised: 0 })
  expect(storylines.get('')).toMatchObject({ review: 4 })
  expect([...storylines.values()].map(totalOf)).toEqual([6, 4])
})
