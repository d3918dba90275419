import { describe, expect, test } from 'vitest'
import { type ColumnForm, fits, isOfChoices, misfits } from './rules'
import { addedBy, columnSets, isColumnSet } from './sets/rules'

const form = (kind: ColumnForm['kind'], choices: string[] = []): ColumnForm => ({ kind, choices })

describe('a value in a column', () => {
  test.each([
    ['number', '12.5', '12,5'],
    ['date', '2027-04-13', '13.04.2027'],
    ['yes_no', 'yes', 'maybe'],
    ['url', 'https://example.org/a', 'javascript:alert(1)'],
    ['text', 'whatever', null],
  ] as const)('of kind %s is kept in one form only', (kind, good, bad) => {
    expect(fits(form(kind), good)).toBe(true)
    expect(fits(form(kind), bad)).toBe(false)
  })

  test('of a choice is one of it, of several choices each of its lines is', () => {
    expect(fits(form('choice', ['High', 'Low']), 'High')).toBe(true)
    expect(fits(form('choice', ['High', 'Low']), 'high')).toBe(false)
    expect(fits(form('choices', ['High', 'Low']), 'High\nLow')).toBe(true)
    expect(fits(form('choices', ['High', 'Low']), 'High\nMedium')).toBe(false)
  })
})

describe('a column that has values', () => {
  const text = (value: string, count = 1) => ({ value, teamId: null, registrationId: null, count })

  test('takes another form where all of them fit it', () => {
    expect(misfits(form('text'), form('number'), [text('3'), text('4.5', 7)])).toBe(null)
    expect(misfits(form('choice', ['A']), form('choices', ['A', 'B']), [text('A', 9)])).toBe(null)
    expect(misfits(form('choice', ['A', 'B']), form('choice', ['A']), [text('A')])).toBe(null)
  })

  test('is told how many do not, and one of those', () => {
    const stored = [text('3'), text('many', 4), text('some', 2)]
    expect(misfits(form('text'), form('number'), stored)).toEqual({ count: 6, example: 'many' })
    expect(misfits(form('choice', ['A', 'B']), form('choice', ['A']), [text('B', 2)])).toEqual({
      ...{ count: 2, example: 'B' },
    })
  })

  test('never makes text of a team, nor a team of text', () => {
    const team = { value: null, teamId: 'x', registrationId: null, count: 3 }
    expect(misfits(form('team'), form('text'), [team])).toMatchObject({ count: 3 })
    expect(misfits(form('text'), form('team'), [text('BT 01')])).toMatchObject({ count: 1 })
    expect(misfits(form('team'), form('team'), [team])).toBe(null)
  })
})

test('a set names each of its columns once, with choices exactly where it offers some', () => {
  for (const set of Object.keys(columnSets).filter(isColumnSet)) {
    const names = columnSets[set].columns.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, kind, choices } of addedBy(set))
      expect(choices.length >= 2, name).toBe(isOfChoices(kind))
  }
})
