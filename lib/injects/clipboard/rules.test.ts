import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBlock, writeBlock } from './rules'

test('a block from a spreadsheet is read by tabs and lines', () => {
  expect(readBlock('Alarm\tD+2 09:30\r\nMail\tT+45m\r\n')).toEqual([
    ['Alarm', 'D+2 09:30'],
    ['Mail', 'T+45m'],
  ])
})

test('one value is a block of one cell', () => {
  expect(readBlock('Alarm')).toEqual([['Alarm']])
})

test('quotes hold tabs, line breaks and quotes', () => {
  expect(readBlock('"Call ""the"" desk\nthen write"\tBlue')).toEqual([
    ['Call "the" desk\nthen write', 'Blue'],
  ])
})

test('a quotation at the start of a sentence stays what it is', () => {
  expect(readBlock('"Lights out" is the headline\tPress')).toEqual([
    ['"Lights out" is the headline', 'Press'],
  ])
})

test('empty cells and empty rows keep their places', () => {
  expect(readBlock('\t\tx\n\ny')).toEqual([['', '', 'x'], [''], ['y']])
})

test('what a spreadsheet would take for a formula leaves as text and comes back as it was', () => {
  expect(writeBlock([['=1+1']])).toBe("'=1+1")
  expect(readBlock("'=1+1")).toEqual([['=1+1']])
})

const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', "'", '=', ' ', 'é'), maxLength: 8 })
const block = fc
  .integer({ min: 1, max: 4 })
  .chain(width =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
  )

test('whatever is written is read back as the same', () => {
  fc.assert(
    fc.property(block, rows => {
      // A last row of one empty cell is the line break at the end.
      fc.pre(rows.length === 1 || rows.at(-1)?.join('') !== '' || (rows.at(-1)?.length ?? 0) > 1)
      expect(readBlock(writeBlock(rows))).toEqual(rows)
    }),
  )
})
