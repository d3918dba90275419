'use client'

import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { begun, moved, type Position } from '../grids/moves'
import type { Onward } from './cell-editor'
import type { Column, ColumnId } from './columns'
import { type GridLine, isWritable } from './lines'
import { type Draft, draftOf, type useCellWrites } from './use-cell-writes'

/** The cells before the columns: the box that chooses the row, and the way to the person. */
export const leading = 2

/** A cell by who and what, never by its place: while it is written in, a save may bring the rows in another order. */
type Cell = { id: string; column: ColumnId }

export type RowActs = {
  onEdit: (cell: Cell, text?: string) => void
  onDone: (cell: Cell, key: string, onward: Onward) => void
  onCancel: (cell: Cell) => void
  onTheirs: (cell: Cell) => void
  onMine: (cell: Cell) => void
}

export type Editing = Cell & { text?: string }
type Rows = { lines: readonly GridLine[]; columns: readonly Column[]; open: boolean }
type Writes = ReturnType<typeof useCellWrites>

const steps: Record<Onward, readonly [down: number, right: number] | null> = {
  down: [1, 0],
  right: [0, 1],
  left: [0, -1],
  here: [0, 0],
  stay: null,
}

/** Where the keyboard stands in the grid and which cell is written in. Rows and columns are counted from 0. */
export function useGrid({ lines, columns, open }: Rows, { drafts, save, drop }: Writes) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [at, setAt] = useState<Position>({ row: 0, column: 0 })
  const [begunIn, setEditing] = useState<Editing | null>(null)
  // Whom the list no longer shows nobody writes to: the keys are the grid's again.
  const editing = lines.some(({ id }) => id === begunIn?.id) ? begunIn : null
  const size = { rows: lines.length, columns: columns.length + leading }
  // The rows' acts stay the same from one drawing to the next, or a key would draw all of them anew.
  const latest = useRef({ lines, columns, drafts, size })
  useEffect(() => {
    latest.current = { lines, columns, drafts, size }
  })

  const acts: RowActs = useMemo(() => {
    const within = ({ id, column }: Cell, use: (line: GridLine, draft?: Draft) => void) => {
      const line = latest.current.lines.find(one => one.id === id)
      if (line) use(line, draftOf(latest.current.drafts, line, column))
    }
    const leave = ({ id, column }: Cell, onward: Onward) => {
      setEditing(null)
      const step = steps[onward]
      if (!step) return
      const { lines: rows, columns: of, size: now } = latest.current
      const from = rows.findIndex(one => one.id === id)
      if (from === -1) return
      const to = {
        row: Math.min(now.rows - 1, from + step[0]),
        column: Math.min(now.columns - 1, of.findIndex(one => one.id === column) + leading + step[1]),
      }
      const within = { ...to, column: Math.max(leading, to.column) }
      setAt(within)
      // The editor stands in the cell until this has been drawn.
      requestAnimationFrame(() => cellAt(body, within)?.focus())
    }
    return {
      onEdit: (cell, text) => setEditing({ ...cell, ...(text === undefined ? {} : { text }) }),
      onDone: (cell, key, onward) => {
        leave(cell, onward)
        within(cell, line => save(line, cell.column, key))
      },
      onCancel: cell => leave(cell, 'here'),
      onTheirs: cell => within(cell, line => drop(line, cell.column)),
      onMine: cell => within(cell, (line, draft) => draft && save(line, cell.column, draft.key)),
    }
  }, [save, drop])

  const onKeyDown = (event: KeyboardEvent) => {
    const here = positionOf(event.target)
    if (editing || !here || isForControl(event)) return
    const to = moved(here, event, size)
    const line = lines[here.row]
    const column = columns[here.column - leading]
    const writable = open && line && column && isWritable(line, column)
    const start = writable ? begun(event) : null
    if (to) {
      setAt(to)
      cellAt(body, to)?.focus()
    } else if (event.key === ' ' && event.shiftKey) cellAt(body, { ...here, column: 0 })?.click()
    else if (writable && event.key === 'Escape') drop(line, column.id)
    else if (start && line && column) {
      const text = column.kind === 'text' ? start.text : undefined
      // At once: the next key must find the editor, however fast it comes.
      flushSync(() => acts.onEdit({ id: line.id, column: column.id }, text))
    } else return
    event.preventDefault()
  }
  const onFocus = ({ target }: { target: EventTarget }) => {
    const to = positionOf(target)
    if (to && (to.row !== at.row || to.column !== at.column)) setAt(to)
  }
  return { body, at, editing, acts, onKeyDown, onFocus }
}

/** From the document, not from what was remembered: an edit may have moved the row to another place. */
function positionOf(target: EventTarget): Position | null {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-cell]') : null
  const [row, column] = cell?.dataset.cell?.split(':').map(Number) ?? []
  return row === undefined || column === undefined ? null : { row, column }
}

const cellAt = (body: RefObject<HTMLElement | null>, { row, column }: Position) =>
  body.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)

/** Whether a key on the grid was meant for a control inside a cell. */
function isForControl({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return true
  if (target.closest('button, select')) return true
  const acting = target instanceof HTMLInputElement || target instanceof HTMLAnchorElement
  return acting && (key === 'Enter' || key === ' ')
}
