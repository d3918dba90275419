import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChangesMessage } from '@/lib/stream-messages'
import { follower } from './follower'

type Row = { id: string; value: number }
const at = (n: number) => `${n}:${n}:`

test('a message that follows on is taken, one after a gap is taken too but leaves the cursor', () => {
  const tab = follower<Row>(at(10))
  const message = { rows: [{ id: 'a', value: 1 }], removed: ['b'], reload: [] }
  expect(tab.take({ from: at(10), to: at(12), ...message })).toEqual({ ...message, gap: false })
  expect(tab.cursor()).toBe(at(12))
  expect(tab.take({ from: at(14), to: at(16), ...message }).gap).toBe(true)
  expect(tab.cursor()).toBe(at(12))
  expect(tab.take({ from: at(12), to: at(18), ...message }).gap).toBe(false)
  expect(tab.take({ from: at(16), to: at(17), ...message })).toMatchObject({
    rows: [],
    removed: [],
    gap: false,
  })
  expect(tab.cursor()).toBe(at(18))
})

/** What a server says of its log between two points: rows as they are at the second one or later. */
function said(log: readonly Row[], from: number, to: number, readAt: number): ChangesMessage<Row> {
  const ids = [...new Set(log.slice(from, to).map(({ id }) => id))]
  const last = (id: string) => log.slice(0, readAt).findLast(row => row.id === id)
  const rows = ids.flatMap(id => last(id) ?? [])
  const isGone = ({ value }: Row) => value === 0
  return {
    ...{ from: at(from), to: at(to), reload: [] },
    ...{ rows: rows.filter(row => !isGone(row)), removed: rows.filter(isGone).map(({ id }) => id) },
  }
}

const event = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  value: fc.nat(5),
  lost: fc.boolean(),
  late: fc.nat(3),
})

test('whatever is lost, late or told twice, a tab that asks after each gap ends with what is', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 30 }), events => {
      const log: Row[] = []
      const tab = follower<Row>(at(0))
      const shown = new Map<string, number>()
      const hear = (message: ChangesMessage<Row>): void => {
        const { rows, removed, gap } = tab.take(message)
        for (const { id, value } of rows) shown.set(id, value)
        for (const id of removed) shown.delete(id)
        if (gap) hear(said(log, Number(tab.cursor().split(':')[0]), log.length, log.length))
      }
      const waiting: { due: number; message: ChangesMessage<Row> }[] = []
      for (const [n, { id, value, lost, late }] of events.entries()) {
        log.push({ id, value })
        if (!lost) waiting.push({ due: n + late, message: said(log, n, n + 1, log.length) })
        for (const one of waiting.filter(({ due }) => due === n)) hear(one.message)
      }
      // The beat that follows sooner or later is not lost, and shows whether anything was.
      hear({ from: at(log.length), to: at(log.length), rows: [], removed: [], reload: [] })
      const truth = new Map(log.map(({ id, value }) => [id, value]))
      for (const [id, value] of truth) if (value === 0) truth.delete(id)
      expect(shown).toEqual(truth)
    }),
  )
})
