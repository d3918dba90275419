import { expect, it } from 'vitest'
import { itemsOf, withChanges } from '@/lib/timeline/changes/rules'
import { columnsOf, tableOf } from '@/lib/timeline/columns/rules'
import { planOf } from '@/lib/timeline/plan.fixture'
import { duplicateOf, operationOf } from './moving'
import { keyOf } from './names'
import { carried, type Items, itemNow, keyIn } from './same-item'

const plan = planOf({ injects: 6, shifts: 0, people: 0 })
const itemsIn = ({ shapes, words }: typeof plan): Items => {
  const table = tableOf(shapes)
  return {
    table,
    said: words,
    places: new Map(words.id.map((id, at) => [keyOf(table.kind[at] ?? 0, id), at])),
  }
}
/** The plan after somebody has put an inject before everything else, or taken it out. */
function edited(id: string, how: 'first' | 'gone') {
  const { lists, home, startexAt, endexAt } = plan.shapes
  const { items, links } = itemsOf(plan.shapes, plan.words)
  const found = items.find(item => item.id === id)
  const told = found && how === 'first' ? [{ ...found, startAt: 0, endAt: null }] : []
  const frame = { lists, home, startexAt, endexAt }
  const whole = withChanges(
    { lists, items, links },
    {
      ...{ cursor: '2', all: false, frame, items: told, groups: [], links: [] },
      removed: how === 'gone' ? [id] : [],
    },
  )
  return itemsIn(columnsOf({ ...frame, cursor: '2' }, whole.items, whole.links))
}
const before = itemsIn(plan)
const placeIn = (items: Items, id: string) => items.said?.id.indexOf(id) ?? -1
const injects = plan.words.id.filter(id => id.startsWith('i'))
const [one = '', last = ''] = [injects[0], injects.at(-1)]

it('an item stays itself where another edit puts something before it', () => {
  const now = edited(last, 'first')
  const item = placeIn(before, one)
  expect(placeIn(now, one)).not.toBe(item)
  expect(itemNow({ item, of: before }, now)).toBe(placeIn(now, one))
  expect(keyIn(now, itemNow({ item, of: before }, now) ?? -1)).toBe(`inject:${one}`)
  expect(carried({ item, of: before, lane: 'kind:inject' }, now)).toEqual({
    ...{ item: placeIn(now, one), of: now, lane: 'kind:inject' },
  })
})

it('an item that is gone is nowhere', () => {
  const now = edited(one, 'gone')
  expect(itemNow({ item: placeIn(before, one), of: before }, now)).toBeNull()
  expect(carried({ item: placeIn(before, one), of: before }, now)).toBeNull()
})

it('a drop moves what was taken by as far as it was carried, and nothing where it came back', () => {
  const held = { of: before, items: [placeIn(before, one)], grip: 'whole', by: 3_600_000 } as const
  const start = before.table.startAt[placeIn(before, one)] ?? 0
  expect(operationOf(held)).toEqual({
    ...{ kind: 'items', items: [{ kind: 'inject', id: one }], bySeconds: 3600, pinTo: start + 3_600_000 },
  })
  expect(operationOf({ ...held, by: 86_400_000 })).toMatchObject({ bySeconds: 86_400 })
  expect(operationOf({ ...held, by: 0 })).toBeNull()
  expect(duplicateOf(held)).toEqual({
    ...{ kind: 'duplicate', items: [{ kind: 'inject', id: one }], bySeconds: 3600 },
  })
})
