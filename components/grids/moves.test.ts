import { describe, expect, it } from 'vitest'
import { begun, moved } from './moves'

const key = (name: string, held: 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey' | null = null) => ({
  ...{ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...(held ? { [held]: true } : {}),
})
const size = { rows: 30, columns: 5 }

describe('keys in a grid', () => {
  it('lead to the neighbour, and stop at the edges', () => {
    const middle = { row: 3, column: 2 }
    expect(moved(middle, key('ArrowUp'), size)).toEqual({ row: 2, column: 2 })
    expect(moved(middle, key('ArrowDown'), size)).toEqual({ row: 4, column: 2 })
    expect(moved(middle, key('ArrowLeft'), size)).toEqual({ row: 3, column: 1 })
    expect(moved(middle, key('ArrowRight'), size)).toEqual({ row: 3, column: 3 })
    expect(moved({ row: 0, column: 0 }, key('ArrowUp'), size)).toEqual({ row: 0, column: 0 })
    expect(moved({ row: 29, column: 4 }, key('ArrowRight'), size)).toEqual({ row: 29, column: 4 })
  })
  it('lead to the ends of the row, and with Ctrl to those of the grid', () => {
    const middle = { row: 15, column: 2 }
    expect(moved(middle, key('Home'), size)).toEqual({ row: 15, column: 0 })
    expect(moved(middle, key('End'), size)).toEqual({ row: 15, column: 4 })
    expect(moved(middle, key('Home', 'ctrlKey'), size)).toEqual({ row: 0, column: 0 })
    expect(moved(middle, key('End', 'ctrlKey'), size)).toEqual({ row: 29, column: 4 })
    expect(moved(middle, key('ArrowDown', 'metaKey'), size)).toEqual({ row: 29, column: 2 })
    expect(moved(middle, key('PageDown'), size)).toEqual({ row: 25, column: 2 })
    expect(moved(middle, key('PageUp'), size)).toEqual({ row: 5, column: 2 })
  })
  it('stay the browser’s own where Alt or Shift is held, or nothing is meant', () => {
    expect(moved({ row: 0, column: 0 }, key('ArrowLeft', 'altKey'), size)).toBeNull()
    expect(moved({ row: 0, column: 0 }, key('ArrowDown', 'shiftKey'), size)).toBeNull()
    expect(moved({ row: 0, column: 0 }, key('Tab'), size)).toBeNull()
  })
  it('begin to write: Enter and F2 in what stands there, a sign of any script over it, Delete with nothing', () => {
    expect(begun(key('Enter'))).toEqual({})
    expect(begun(key('F2'))).toEqual({})
    expect(begun(key('佐'))).toEqual({ text: '佐' })
    expect(begun(key('𠮷'))).toEqual({ text: '𠮷' })
    expect(begun(key('Delete'))).toEqual({ text: '' })
    for (const other of ['Escape', 'Tab', ' ', 'Shift', 'F5']) expect(begun(key(other))).toBeNull()
    expect(begun(key('c', 'ctrlKey'))).toBeNull()
  })
})
