import type { Position } from '../grids/moves'

/** A block of cells, edges included, counted from 0. */
export type Box = { top: number; left: number; bottom: number; right: number }

export function boxOf(a: Position, b: Position): Box {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  }
}

export type Placed = Position & { text: string }

/**
 * Where a pasted block goes. One value fills the whole range, and so does a block that fits into it several times; any
 * other begins at the upper left of the range and may go beyond its lower right. `columns` beyond the last are dropped.
 */
export function placed(block: readonly (readonly string[])[], range: Box, columns: number): Placed[] {
  const height = block.length
  const width = Math.max(0, ...block.map(row => row.length))
  if (height === 0 || width === 0) return []
  const rangeHeight = range.bottom - range.top + 1
  const rangeWidth = range.right - range.left + 1
  const tall = rangeHeight % height === 0 ? rangeHeight : height
  const wide = rangeWidth % width === 0 ? rangeWidth : width
  const cells: Placed[] = []
  for (let row = 0; row < tall; row++) {
    for (let column = 0; column < wide && range.left + column < columns; column++) {
      const text = block[row % height]?.[column % width]
      if (text !== undefined) cells.push({ row: range.top + row, column: range.left + column, text })
    }
  }
  return cells
}

/** What filling down writes: the first row's texts into all below. Of one row alone, the one above is taken. */
export function filledDown(range: Box): { from: number; rows: readonly number[] } {
  const from = range.bottom > range.top ? range.top : range.top - 1
  const rows = Array.from({ length: range.bottom - from }, (_, at) => from + 1 + at)
  return from < 0 ? { from: 0, rows: [] } : { from, rows }
}
