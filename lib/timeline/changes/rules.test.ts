import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { someItems, someLinks, someLists } from '@/lib/timeline/columns/columns.fixture'
import { columnsOf, type ItemGroup, type TimelineItem } from '@/lib/timeline/columns/rules'
import { groupOf, itemsOf, withChanges } from './rules'

const frame = { home: 'Europe/Tallinn', startexAt: 0, endexAt: 5, lists: someLists }
const silence = {
  ...{ cursor: '2:2:', all: false as const, frame },
  ...{ items: [], groups: [], removed: [], links: [] },
}
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
const sorted = (items: readonly TimelineItem[]) => [...items].sort(byId)
const texts = (links: readonly { id: string; after: string }[]) =>
  links.map(one => `${one.id} ${one.after}`).sort()

describe('columns of a timeline', () => {
  it('hold every item as it was, in order of time, and every link', () => {
    const made = someItems.chain(items => someLinks(items).map(links => ({ items, links })))
    fc.assert(
      fc.property(made, ({ items, links }) => {
        const { shapes, words } = columnsOf({ ...frame, cursor: '1:1:' }, items, links)
        const back = itemsOf(shapes, words)
        expect(sorted(back.items)).toEqual(sorted(items))
        expect(back.items.map(({ startAt }) => startAt)).toEqual(
          items.map(({ startAt }) => startAt).sort((a, b) => a - b),
        )
        expect(texts(back.links)).toEqual(texts(links))
      }),
    )
  })

  it('name nobody who is in no list', () => {
    const [item] = fc.sample(someItems, { numRuns: 20, seed: 7 }).flat()
    if (!item) throw new Error('no item')
    const unknown = { ...item, personIds: ['registration:unknown'], storylineId: 'gone' }
    const { shapes, words } = columnsOf({ ...frame, cursor: '1:1:' }, [unknown], [])
    expect(itemsOf(shapes, words).items).toMatchObject([{ personIds: [], storylineId: null }])
    expect(JSON.stringify([shapes, words])).not.toContain('unknown')
  })
})

describe('a timeline that hears of changes', () => {
  it('knows what a new reader is told', () => {
    const groups = fc.constantFrom<ItemGroup[]>(['plan', 'shifts'], ['plan'])
    const linked = fc
      .tuple(someItems, someItems)
      .chain(([before, after]) =>
        fc.tuple(fc.constant({ before, after }), someLinks(before), someLinks(after), groups),
      )
    fc.assert(
      fc.property(linked, ([{ before, after }, linksBefore, linksAfter, groups]) => {
        const there = new Set(after.map(({ id }) => id))
        const removed = before
          .filter(item => !groups.some(group => group === groupOf(item)) && !there.has(item.id))
          .map(({ id }) => id)
        const told = { ...silence, items: after, groups, removed, links: linksAfter }
        const known = withChanges({ lists: someLists, items: before, links: linksBefore }, told)
        expect(sorted(known.items)).toEqual(sorted(after))
        expect(texts(known.links)).toEqual(texts(linksAfter))
      }),
    )
  })

  it('leaves alone what nothing was said of', () => {
    fc.assert(
      fc.property(someItems, items => {
        expect(withChanges({ lists: someLists, items, links: [] }, silence)).toEqual({
          lists: someLists,
          items,
          links: [],
        })
      }),
    )
  })

  it('keeps a person of before in the nation of before, wherever that stands now', () => {
    const nations = [{ id: 'FRA', code: 'FRA', name: 'France' }, ...someLists.nations]
    const lists = { ...someLists, nations, people: [] }
    const told = { ...silence, frame: { ...frame, lists } }
    const { people } = withChanges({ lists: someLists, items: [], links: [] }, told).lists
    expect(people.map(({ nation }) => nations[nation]?.code ?? null)).toEqual([null, 'JPN'])
  })
})
