import { expect, test } from 'vitest'
import { chosenColumns, columnsWith } from './columns'

const all = columnsWith([{ id: 'c1', name: 'Network' }])
const ids = (cookie?: string) => chosenColumns(all, cookie).map(({ id }) => id)

test('whoever has chosen nothing sees the usual columns and those of the exercise', () => {
  expect(ids()).toContain('start')
  expect(ids()).toContain('column:c1')
  expect(ids()).not.toContain('notes')
})

test('chosen columns stand in the order chosen, behind serial and title', () => {
  expect(ids('notes.column:c1.start')).toEqual(['serial', 'title', 'notes', 'column:c1', 'start'])
})

test('columns that are gone, named twice or fixed anyway are left out', () => {
  expect(ids('column:gone.title.start.start')).toEqual(['serial', 'title', 'start'])
})
