import { expect, test } from 'vitest'
import { changeKind, grouped, idsIn, masked, nameInImage, namingIds, pageNumber, valueKind } from './rules'

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`

test('a row is made, removed or edited', () => {
  const field = { table: 'Team', row: id(1), field: '*', from: null, to: { name: 'BT 01' } }
  expect(changeKind(field)).toBe('made')
  expect(changeKind({ ...field, from: field.to, to: null })).toBe('removed')
  expect(changeKind({ ...field, field: 'name', from: null, to: 'BT 02' })).toBe('edited')
})

test('a change speaks of its own row and of those that its values name', () => {
  const fields = [
    { table: 'Activity', row: id(1), field: 'phaseId', from: id(2), to: null },
    {
      table: 'TeamNation',
      row: `${id(3)}/${id(4)}`,
      field: '*',
      from: null,
      to: { teamId: id(3), note: id(9) },
    },
    { table: 'ParticipationGate', row: `${id(5)}/registration_opens`, field: 'startDay', from: -50, to: -40 },
  ]
  expect(idsIn(fields)).toEqual([id(1), id(2), `${id(3)}`, id(4), id(5)])
})

test('a row without a name of its own is named by those it joins', () => {
  const seat = { teamId: id(1), roleId: id(2), most: 4 }
  expect(namingIds({ table: 'Seat', row: id(9), field: '*', from: seat, to: null })).toEqual([id(1), id(2)])
  expect(namingIds({ table: 'Seat', row: id(9), field: 'most', from: 4, to: 2 })).toEqual([id(9)])
})

test('what is gone is called what it was called last', () => {
  expect(nameInImage({ title: 'Hotwash', name: 'x' })).toBe('Hotwash')
  expect(nameInImage({ givenName: 'Aiko', familyName: 'Mori', email: 'a@b.c' })).toBe('Aiko Mori')
  expect(nameInImage({ email: 'a@example.org' })).toBe('a@example.org')
  expect(nameInImage('text')).toBeNull()
  expect(nameInImage(null)).toBeNull()
})

test('the name of a column says what it holds', () => {
  const kinds = [
    'startexAt',
    'endexOffset',
    'startDay',
    'startMinute',
    'durationSeconds',
    'phaseId',
    'changedOn',
  ]
  expect(kinds.map(valueKind)).toEqual(['instant', 'offset', 'day', 'minute', 'seconds', 'reference', 'date'])
  expect(valueKind('title')).toBe('plain')
})

test('an address that asks for no page gets the first', () => {
  expect([undefined, '3', '0', '-1', '1.5', 'x', ['2', '9'], '99999999'].map(pageNumber)).toEqual([
    1, 3, 1, 1, 1, 1, 2, 1,
  ])
})

test('rows made together are one line, and so are the fields of one row', () => {
  const field = (table: string, row: string, kind: 'made' | 'removed' | 'edited') => ({ table, row, kind })
  const fields = [
    field('Team', '1', 'made'),
    field('Phase', '2', 'edited'),
    field('Team', '3', 'made'),
    field('Phase', '4', 'edited'),
    field('Phase', '2', 'edited'),
    field('Team', '5', 'removed'),
  ]
  expect(grouped(fields).map(group => group.map(({ row }) => row).join())).toEqual(['1,3', '2,2', '4', '5'])
})

test('of people’s needs whoever may not see them learns only whose have changed', () => {
  const change = { changeId: id(1), total: 4 }
  const needs = { ...change, table: 'RegistrationNeeds', row: id(2), from: null }
  const fields = [
    { ...change, table: 'Registration', row: id(2), field: 'givenName', from: 'Sora', to: '空' },
    { ...needs, field: '*', to: { registrationId: id(2), diet: 'vegan' } },
    { ...needs, field: 'diet', to: 'halal' },
    { ...needs, row: id(3), field: 'accessNeeds', to: 'wheelchair' },
  ]
  const read = masked(fields)
  expect(read.map(({ row, field }) => [row, field])).toEqual([
    [id(2), 'givenName'],
    [id(2), 'needs'],
    [id(3), 'needs'],
  ])
  expect(JSON.stringify(read)).not.toMatch(/vegan|halal|wheelchair|diet|accessNeeds/)
  expect(read.map(({ total }) => total)).toEqual([3, 3, 3])
})
