import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Edit, type Image, keyOf, rewind } from './rules'

type Step = { row: string; deed: 'make' | 'remove' | 'edit'; field: string; value: number; later: number }

/** Plays random edits on rows as the database would, and keeps what stood after each. */
function play(steps: readonly Step[]) {
  const rows = new Map<string, Image>()
  const edits: Edit[] = []
  const moments: { at: number; behind: number; rows: Map<string, Image> }[] = []
  let at = 0
  moments.push({ at, behind: 0, rows: new Map(rows) })
  for (const { row, deed, field, value, later } of steps) {
    at += later + 1
    const key = keyOf({ table: 'Inject', row })
    const before = rows.get(key) ?? null
    const note = (edit: Pick<Edit, 'field' | 'from' | 'to'>) =>
      edits.push({ id: edits.length + 1, table: 'Inject', row, at, ...edit })
    if (deed === 'make' && before === null) {
      const image = { id: row, title: value, notes: null }
      rows.set(key, image)
      note({ field: '*', from: null, to: image })
    } else if (deed === 'remove' && before !== null) {
      rows.delete(key)
      note({ field: '*', from: before, to: null })
    } else if (deed === 'edit' && before !== null && before[field] !== value) {
      rows.set(key, { ...before, [field]: value })
      note({ field, from: before[field] ?? null, to: value })
    }
    moments.push({ at, behind: edits.length, rows: new Map(rows) })
  }
  return { rows, edits, moments }
}

const step: fc.Arbitrary<Step> = fc.record({
  row: fc.constantFrom('a', 'b', 'c'),
  deed: fc.constantFrom('make' as const, 'edit' as const, 'edit' as const, 'remove' as const),
  field: fc.constantFrom('title', 'notes'),
  value: fc.nat(4),
  later: fc.nat(2),
})

test('taking back every edit since gives what was, at any moment, whatever was made, edited and removed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const { rows, edits, moments } = play(steps)
      for (const moment of moments) {
        expect(rewind(rows, edits, { at: moment.at })).toEqual(moment.rows)
        expect(rewind(rows, edits, { behind: moment.behind })).toEqual(moment.rows)
      }
    }),
  )
})

test('two edits of a row that began in one order and were written in the other are taken back together', () => {
  const now = new Map([['Inject a', { id: 'a', title: 'late writer' }]])
  const edit = (id: number, at: number, from: string, to: string) => ({
    ...{ id, table: 'Inject', row: 'a', field: 'title', from, to, at },
  })
  // Who began at 10 waited for who began at 11: at 10 nothing of either stood.
  const edits = [edit(1, 11, 'first', 'early writer'), edit(2, 10, 'early writer', 'late writer')]
  expect(rewind(now, edits, { at: 10 }).get('Inject a')).toEqual({ id: 'a', title: 'first' })
  expect(rewind(now, edits, { at: 11 }).get('Inject a')).toEqual({ id: 'a', title: 'late writer' })
})

test('a row whose past was erased stays away', () => {
  const edits = [
    { id: 1, table: 'InjectValue', row: 'a/b', field: '*', from: { erased: true }, to: null, at: 5 },
  ]
  expect(rewind(new Map(), edits, { at: 1 })).toEqual(new Map())
})
