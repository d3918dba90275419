import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { someItems, someLists } from '@/lib/timeline/columns/columns.fixture'
import { columnsOf, itemKinds, tableOf } from '@/lib/timeline/columns/rules'
import { tableFor } from '@/lib/timeline/plan.fixture'
import { everything, groupings, type Lane, lanesOf, openLanes, union } from './rules'

const frame = { cursor: '', home: 'Asia/Kathmandu', startexAt: 0, endexAt: 1, lists: someLists }
const tables = someItems.map(items => tableOf(columnsOf(frame, items, []).shapes))
const by = fc.constantFrom(...groupings)
const ascending = (items: Int32Array) => items.every((item, at) => at === 0 || item > (items[at - 1] ?? 0))

describe('lanes', () => {
  it('show everything, whatever they are made by, and nothing twice in one lane', () => {
    fc.assert(
      fc.property(tables, by, (table, grouping) => {
        const lanes = lanesOf(table, grouping)
        expect(new Set(lanes.flatMap(({ whole }) => [...whole])).size).toBe(table.count)
        for (const { items, whole } of lanes) {
          expect(ascending(items)).toBe(true)
          expect(ascending(whole)).toBe(true)
        }
      }),
    )
  })

  it('show everything however they are folded', () => {
    fc.assert(
      fc.property(tables, by, fc.infiniteStream(fc.boolean()), (table, grouping, turns) => {
        const lanes = lanesOf(table, grouping)
        const turned = new Set(lanes.filter(() => turns.next().value).map(({ id }) => id))
        const seen = openLanes(lanes, turned).flatMap(({ drawn }) => [...drawn])
        expect(new Set(seen).size).toBe(table.count)
      }),
    )
  })

  it('have names of their own, and none that is empty', () => {
    fc.assert(
      fc.property(tables, by, (table, grouping) => {
        const lanes = lanesOf(table, grouping)
        expect(new Set(lanes.map(({ id }) => id)).size).toBe(lanes.length)
        for (const lane of lanes) expect(lane.whole.length).toBeGreaterThan(0)
      }),
    )
  })

  it('hold all of the lanes within them, each item once', () => {
    const table = tableFor({ injects: 200, shifts: 100, people: 50 })
    for (const grouping of groupings) {
      const lanes = lanesOf(table, grouping)
      for (const [place, lane] of lanes.entries()) {
        const within = lanes.filter(({ parent }) => parent === place).flatMap(({ whole }) => [...whole])
        expect(new Set([...lane.items, ...within])).toEqual(new Set(lane.whole))
        expect(lane.folds).toBe(lanes.some(({ parent }) => parent === place))
      }
    }
  })

  it('by team nest kinds of team, teams under their parents, and roles', () => {
    const lanes = lanesOf(tableFor({ injects: 300, shifts: 120, people: 10 }), 'team')
    const path = (lane: Lane): string =>
      lane.parent < 0 ? lane.of : `${path(lanes[lane.parent] ?? lane)} ${lane.of}`
    const paths = new Set(lanes.map(path))
    expect(paths).toContain('group team role')
    expect(paths).toContain('group team team')
  })

  it('by nation have what its teams get, and its people within', () => {
    const table = tableFor({ injects: 100, shifts: 60, people: 80 })
    const lanes = lanesOf(table, 'nation')
    const nation = lanes.findIndex(({ id }) => id === 'nation:N3')
    const people = lanes.filter(({ parent }) => parent === nation)
    expect(people.length).toBeGreaterThan(0)
    for (const { of, at } of people) {
      expect(of).toBe('person')
      expect(table.lists.people[at]?.nation).toBe(3)
    }
    for (const item of lanes[nation]?.items ?? [])
      expect(
        (table.sets[table.teams[item] ?? -1] ?? []).flatMap(at => table.lists.teams[at]?.nations ?? []),
      ).toContain(3)
  })

  it('show only what is asked for', () => {
    const table = tableFor({ injects: 50, shifts: 50, people: 10 })
    const shift = itemKinds.indexOf('shift')
    const shown = everything(table).filter(item => table.kind[item] === shift)
    for (const grouping of groupings)
      for (const { whole } of lanesOf(table, grouping, shown))
        for (const item of whole) expect(table.kind[item]).toBe(shift)
  })
})

it('unites two ascending lists', () => {
  const lists = fc.uniqueArray(fc.integer({ min: 0, max: 30 })).map(list => Int32Array.from(list).sort())
  fc.assert(
    fc.property(lists, lists, (a, b) => {
      expect([...union(a, b)]).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y))
    }),
  )
})
