import { expect, test } from 'vitest'
import { boxOf, filledDown, placed } from './ranges'

const range = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right })
const cells = (all: ReturnType<typeof placed>) =>
  all.map(({ row, column, text }) => `${row}:${column}=${text}`)

test('a range has edges wherever it was begun', () => {
  expect(boxOf({ row: 5, column: 1 }, { row: 2, column: 4 })).toEqual(range(2, 1, 5, 4))
})

test('one value fills the range', () => {
  expect(cells(placed([['x']], range(0, 0, 1, 1), 9))).toEqual(['0:0=x', '0:1=x', '1:0=x', '1:1=x'])
})

test('a block is repeated where it fits several times', () => {
  expect(cells(placed([['a'], ['b']], range(0, 0, 3, 0), 9))).toEqual(['0:0=a', '1:0=b', '2:0=a', '3:0=b'])
})

test('a block goes beyond a range that it does not fit, downwards without end, sideways to the last column', () => {
  expect(
    cells(
      placed(
        [
          ['a', 'b'],
          ['c', 'd'],
          ['e', 'f'],
        ],
        range(8, 1, 8, 1),
        2,
      ),
    ),
  ).toEqual(['8:1=a', '9:1=c', '10:1=e'])
})

test('rows of unlike length leave the cells alone that they do not have', () => {
  expect(cells(placed([['a', 'b'], ['c']], range(0, 0, 0, 0), 9))).toEqual(['0:0=a', '0:1=b', '1:0=c'])
})

test('filling down takes the first row of the range, or the one above a single row', () => {
  expect(filledDown(range(2, 0, 4, 0))).toEqual({ from: 2, rows: [3, 4] })
  expect(filledDown(range(2, 0, 2, 0))).toEqual({ from: 1, rows: [2] })
  expect(filledDown(range(0, 0, 0, 0)).rows).toEqual([])
})
