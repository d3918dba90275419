import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageOf, criteriaIn, inTree, nextNumber, withAncestors } from './rules'

const tree = [
  { id: 'defend', parentId: null, leastInjects: 3 },
  { id: 'detect', parentId: 'defend', leastInjects: 1 },
  { id: 'respond', parentId: 'defend', leastInjects: 2 },
  { id: 'inform', parentId: null, leastInjects: 1 },
]

test('criteria stand one a line, without empty ones and repetitions', () => {
  expect(criteriaIn(' Found within an hour \r\n\n Told to control\nFound within an hour')).toEqual([
    'Found within an hour',
    'Told to control',
  ])
})

test('the next number follows the last of its siblings, below its parent', () => {
  expect(nextNumber(null, [])).toBe('1')
  expect(nextNumber(null, [{ number: '1' }, { number: 'TO 4' }])).toBe('5')
  expect(nextNumber({ number: '2' }, [{ number: '2.1' }, { number: '2.10' }])).toBe('2.11')
})

describe('the tree', () => {
  test('has each below its parent, with its depth', () => {
    const shuffled = [3, 1, 0, 2].flatMap(at => tree[at] ?? [])
    expect(inTree(shuffled).map(({ id, depth }) => [id, depth])).toEqual([
      ['inform', 0],
      ['defend', 0],
      ['detect', 1],
      ['respond', 1],
    ])
  })

  test('shows every objective once, whatever hangs on what is gone', () => {
    const rows = fc.uniqueArray(fc.nat(12), { minLength: 1 }).chain(ids =>
      fc.tuple(
        ...ids.map((id, at) =>
          fc.option(fc.nat(14), { nil: null }).map(parent => ({
            id: `${id}`,
            // Only earlier ones or unknown ones: circles are refused before they are stored.
            parentId:
              parent === null ? null : ids.slice(0, at).includes(parent) ? `${parent}` : `gone ${parent}`,
          })),
        ),
      ),
    )
    fc.assert(
      fc.property(rows, given => {
        expect(
          inTree(given)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(given.map(({ id }) => id).sort())
      }),
    )
  })

  test('is read from a branch up to its root', () => {
    expect([...withAncestors(tree, new Set(['detect']))].sort()).toEqual(['defend', 'detect'])
  })
})

describe('coverage', () => {
  const covered = coverageOf(
    tree,
    [
      { objectiveIds: ['detect'], teamIds: ['BT 01', 'BT 02'], day: 0 },
      { objectiveIds: ['detect', 'respond'], teamIds: ['BT 01'], day: 2 },
      { objectiveIds: ['respond'], teamIds: [], day: null },
      { objectiveIds: [], teamIds: ['BT 03'], day: 1 },
      { objectiveIds: ['inform', 'respond'], teamIds: ['EXCON'], day: null },
    ],
    new Set(['BT 01', 'BT 02', 'BT 03']),
  )

  test('counts an inject once for an objective, also where it serves two of its parts', () => {
    expect(covered.get('defend')).toMatchObject({ injects: 4, missing: 0 })
    expect(covered.get('inform')).toMatchObject({ injects: 1, teamsWith: 0 })
  })

  test('names the teams of the audience that get none of this, and counts nobody else', () => {
    expect(covered.get('detect')).toMatchObject({ teamsWith: 2, teamsWithout: ['BT 03'] })
    expect(covered.get('respond')?.teamsWithout).toEqual(['BT 02', 'BT 03'])
  })

  test('says on which days it is served, and on which it is not', () => {
    expect(covered.get('defend')?.days).toEqual([
      { day: 0, injects: 1 },
      { day: 1, injects: 0 },
      { day: 2, injects: 1 },
    ])
    expect(covered.get('respond')).toMatchObject({ undated: 2 })
  })
})
