import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asTree, numberedName, parentProblem, seatState } from './rules'

const team = (id: string, parentId: string | null) => ({ id, parentId })

describe('the tree of teams', () => {
  it('refuses a team under itself and under its own branches', () => {
    const teams = [team('a', null), team('b', 'a'), team('c', 'b')]
    expect(parentProblem('a', 'a', teams)).toBe('team_circle')
    expect(parentProblem('a', 'c', teams)).toBe('team_circle')
    expect(parentProblem('c', 'a', teams)).toBeNull()
    expect(parentProblem('b', null, teams)).toBeNull()
  })
  it('shows every team of a forest once, each parent before its children', () => {
    const forest = fc
      .array(fc.nat(), { minLength: 1, maxLength: 40 })
      .map(picks => picks.map((pick, i) => team(`t${i}`, i === 0 || pick % 5 === 0 ? null : `t${pick % i}`)))
    fc.assert(
      fc.property(forest, teams => {
        const shown = asTree(teams).map(branch => branch.team)
        expect(shown).toHaveLength(teams.length)
        for (const { id, parentId } of shown) {
          const above = shown.findIndex(other => other.id === parentId)
          expect(above).toBeLessThan(shown.findIndex(other => other.id === id))
        }
      }),
    )
  })
  it('grows only by parents that make no circle', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 60 }), moves => {
        let teams = Array.from({ length: 10 }, (_, i) => team(`t${i}`, null))
        for (const [child, parent] of moves) {
          if (parentProblem(`t${child}`, `t${parent}`, teams) !== null) continue
          teams = teams.map(one => (one.id === `t${child}` ? team(one.id, `t${parent}`) : one))
        }
        expect(asTree(teams)).toHaveLength(10)
      }),
    )
  })
})

it('numbered teams sort by name as by number', () => {
  expect(numberedName('BT', 3)).toBe('BT 03')
  expect(numberedName('BT', 104)).toBe('BT 104')
})

it('a team is short before it is full', () => {
  expect(seatState({ least: 2, most: 4, used: 1 })).toBe('short')
  expect(seatState({ least: 2, most: 4, used: 3 })).toBe('room')
  expect(seatState({ least: 2, most: 4, used: 4 })).toBe('full')
  expect(seatState({ least: 0, most: 0, used: 0 })).toBe('full')
})
