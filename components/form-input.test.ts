import { expect, test } from 'vitest'
import { inputOf } from './form-input'

test('dotted names nest, and numbers between dots make lists', () => {
  const entries = [
    ['name', 'Blue team 3'],
    ['start.day', '-28'],
    ['start.timeZone', 'Asia/Tokyo'],
    ['seats.0.role', 'legal'],
    ['seats.0.most', '2'],
    ['seats.1.role', 'media'],
  ] as const
  expect(inputOf({ entries })).toEqual({
    name: 'Blue team 3',
    start: { day: '-28', timeZone: 'Asia/Tokyo' },
    seats: [{ role: 'legal', most: '2' }, { role: 'media' }],
  })
})

test('a tick box is true or false, never missing', () => {
  const entries = [['late', 'on']] as const
  const ticks = new Map([
    ['late', true],
    ['publicPage', false],
  ])
  expect(inputOf({ entries, ticks })).toEqual({ late: true, publicPage: false })
})

test('a list of ticks is a list even when one or none is ticked', () => {
  expect(inputOf({ entries: [['ids[]', 'a']], lists: ['ids[]', 'teams[]'] })).toEqual({
    ids: ['a'],
    teams: [],
  })
})

test('an emptied number is no value, an emptied text is an empty text', () => {
  const entries = [
    ['quota', ''],
    ['note', ''],
  ] as const
  expect(inputOf({ entries, nullable: new Set(['quota']) })).toEqual({ quota: null, note: '' })
})

test('a name cannot reach the prototype', () => {
  inputOf({ entries: [['__proto__.admin', 'yes']] })
  expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
})
