import { expect, test } from 'vitest'
import { type FieldEdit, noPast, redo, undo, withOutcome, withoutEdit, withStep } from './undo'

const edit = (injectId: string, seen: string, value: string): FieldEdit => ({
  injectId,
  field: 'title',
  seen,
  value,
})
const two = withStep(withStep(noPast, { id: 1, edits: [edit('a', '', 'x'), edit('b', '', 'x')] }), {
  id: 2,
  edits: [edit('a', 'x', 'y')],
})

test('steps are taken back one by one, newest first, and seen as they were left', () => {
  const first = undo(two)
  expect(first?.edits).toEqual([edit('a', 'y', 'x')])
  expect(undo(first?.past ?? noPast)?.edits).toEqual([edit('b', 'x', ''), edit('a', 'x', '')])
})

test('what was taken back is done again', () => {
  const back = undo(two)?.past ?? noPast
  expect(redo(back)?.edits).toEqual([edit('a', 'x', 'y')])
  expect(redo(redo(back)?.past ?? noPast)).toBeNull()
})

test('writing anew ends what could be done again, and an empty step is none', () => {
  const back = undo(two)?.past ?? noPast
  expect(redo(withStep(back, { id: 3, edits: [] }))).not.toBeNull()
  expect(redo(withStep(back, { id: 3, edits: [edit('c', '', 'z')] }))).toBeNull()
})

test('a refused edit is forgotten, and a step of nothing else with it', () => {
  expect(undo(withoutEdit(two, 2, 'a', 'title'))?.edits).toHaveLength(2)
  expect(undo(withoutEdit(two, 1, 'a', 'title'))?.edits).toEqual([edit('a', 'y', 'x')])
})

test('what the database made of an edit is what is seen when it is taken back', () => {
  expect(undo(withOutcome(two, edit('a', 'x', 'y'), 'Y'))?.edits).toEqual([edit('a', 'Y', 'x')])
})
