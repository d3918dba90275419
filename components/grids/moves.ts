/** A cell of the grid: rows and columns from 0. */
export type Position = { row: number; column: number }
/** `page`: rows that a page up or down goes past. */
type Size = { rows: number; columns: number; page?: number }
type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean }

/** Where a key leads from a cell, after the ARIA practices for grids; null where it does not move. */
export function moved(
  { row, column }: Position,
  key: Key,
  { rows, columns, page = 10 }: Size,
): Position | null {
  if (key.altKey || key.shiftKey) return null
  const far = key.ctrlKey || key.metaKey
  const to = (wantedRow: number, wantedColumn: number) => ({
    row: Math.max(0, Math.min(rows - 1, wantedRow)),
    column: Math.max(0, Math.min(columns - 1, wantedColumn)),
  })
  switch (key.key) {
    case 'ArrowUp':
      return to(far ? 0 : row - 1, column)
    case 'ArrowDown':
      return to(far ? rows - 1 : row + 1, column)
    case 'ArrowLeft':
      return to(row, far ? 0 : column - 1)
    case 'ArrowRight':
      return to(row, far ? columns - 1 : column + 1)
    case 'Home':
      return to(far ? 0 : row, 0)
    case 'End':
      return to(far ? rows - 1 : row, columns - 1)
    case 'PageUp':
      return to(row - page, column)
    case 'PageDown':
      return to(row + page, column)
    default:
      return null
  }
}

/** What a key begins in a cell that can be written in: null for nothing, else the text to begin with (undefined: the
 * cell's own). Space is for choosing rows. */
export function begun(key: Key): { text?: string } | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null
  if (key.key === 'Enter' || key.key === 'F2') return {}
  if (key.key === 'Delete' || key.key === 'Backspace') return { text: '' }
  // One user-perceived sign, so no name of a key such as `Escape`.
  return [...key.key].length === 1 && key.key !== ' ' ? { text: key.key } : null
}
