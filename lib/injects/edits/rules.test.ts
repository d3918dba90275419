import fc from 'fast-check'
import { expect, it } from 'vitest'
import { injectNumbered, knowing } from '../judging/known.fixture'
import { type FieldValue, fieldValue, type InjectField, type InjectRow } from '../rules'
import { type Edit, judgeEdits } from './rules'

const fields = ['title', 'notes', 'start', 'waits', 'duration', 'tlp', 'scoreMost', 'techniques'] as const

/** Values of each field, sound and otherwise. */
const anyValue: Record<(typeof fields)[number], fc.Arbitrary<FieldValue>> = {
  title: fc.constantFrom('', 'Cranes', 'Trains'),
  notes: fc.constantFrom('', 'Ask'),
  start: fc.constantFrom('', 'T+1h', 'T+2h', 'after 3.1', 'after 3.2 + 1h', 'after any of 3.1, 3.2', 'soon'),
  waits: fc.constantFrom('', 'after 3.1', 'after 3.2 + 1h', 'after any of 3.1, 3.2', 'soon'),
  duration: fc.constantFrom('', '30m', '1 h', 'long'),
  tlp: fc.constantFrom(null, 'red', 'green', 'white'),
  scoreMost: fc.constantFrom(null, 3, -1),
  techniques: fc.constantFrom<FieldValue>([], ['T1566'], ['nonsense']),
}

const anyEdit = (rows: readonly InjectRow[]): fc.Arbitrary<Edit> =>
  fc
    .tuple(fc.constantFrom(...rows.map(row => row.id)), fc.constantFrom(...fields), fc.boolean())
    .chain(([injectId, field, fresh]) =>
      fc.tuple(anyValue[field], anyValue[field]).map(([value, guess]) => {
        const row = rows.find(one => one.id === injectId)
        const seen = fresh && row ? fieldValue(row, field, knowing(...rows)) : guess
        return { injectId, field, seen, value }
      }),
    )

const three = () => [1, 2, 3].map(n => injectNumbered(n, n === 1 ? { state: 'approved' } : {}))

it('each edit is either applied or refused, and what nobody saw is never overwritten', () => {
  fc.assert(
    fc.property(fc.array(anyEdit(three()), { maxLength: 12 }), edits => {
      const rows = three()
      const known = knowing(...rows)
      const before = new Map(rows.map(row => [row.id, row]))
      const judged = judgeEdits(rows, edits, known, false)
      expect(judged.applied.length + judged.refused.length).toBe(edits.length)
      const touched = new Set(judged.applied.map(({ injectId, field }) => `${injectId} ${field}`))
      // What it waits for shows in its time, and the other way round.
      for (const { injectId, field } of judged.applied)
        if (field === 'start' || field === 'waits')
          for (const one of ['start', 'waits']) touched.add(`${injectId} ${one}`)
      for (const row of judged.rows.values())
        for (const field of fields) {
          if (touched.has(`${row.id} ${field}`)) continue
          const was = before.get(row.id)
          expect(fieldValue(row, field, known)).toEqual(was && fieldValue(was, field, known))
        }
    }),
  )
})

it('carries out an undo as it carries out the edit: the same with seen and value swapped', () => {
  fc.assert(
    fc.property(fc.array(anyEdit(three()), { maxLength: 8 }), edits => {
      const rows = three().map(row => ({ ...row, state: 'draft' as const }))
      let now = rows
      const done: Edit[][] = []
      for (const edit of edits) {
        const known = knowing(...now)
        const row = now.find(({ id }) => id === edit.injectId)
        if (!row) continue
        const from = fieldValue(row, edit.field, known)
        const judged = judgeEdits(now, [{ ...edit, seen: from }], known, false)
        if (judged.applied.length === 0 || judged.gates.size > 0) continue
        now = [...judged.rows.values()].map(one => ({ ...one, state: 'draft' as const }))
        const after = now.find(({ id }) => id === edit.injectId)
        if (!after) continue
        const back = (field: InjectField) => ({
          ...{ injectId: edit.injectId, field, seen: fieldValue(after, field, knowing(...now)) },
          value: fieldValue(row, field, known),
        })
        // A time of its own does not say what it waits for besides.
        done.push([back(edit.field), ...(edit.field === 'start' ? [back('waits')] : [])])
      }
      for (const undo of done.reverse().flat()) {
        const judged = judgeEdits(now, [undo], knowing(...now), false)
        expect(judged.refused).toEqual([])
        now = [...judged.rows.values()].map(one => ({ ...one, state: 'draft' as const }))
      }
      const said = (row: InjectRow, field: InjectField) => fieldValue(row, field, knowing(...now))
      for (const [n, row] of rows.entries())
        for (const field of fields) expect(said(now[n] ?? row, field)).toEqual(said(row, field))
    }),
  )
})

it('what was approved goes back to review with the first change of substance', () => {
  const rows = three()
  const [first] = rows
  const edit = { injectId: first?.id ?? '', field: 'title', seen: '', value: 'Cranes' } as const
  const stateAfter = (edits: Edit[], editorial = false) =>
    judgeEdits(rows, edits, knowing(...rows), editorial).rows.get(edit.injectId)?.state
  expect(stateAfter([edit])).toBe('review')
  expect(stateAfter([edit], true)).toBe('approved')
  expect(stateAfter([{ ...edit, field: 'notes' }])).toBe('approved')
  expect(stateAfter([{ ...edit, value: '' }])).toBe('approved')
})
