'use client'

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { InjectField } from '@/lib/injects/rules'
import { begun, moved, type Position } from '../grids/moves'
import type { Column, ColumnId } from './columns'
import { type Lines, rowFrom, rowsBetween } from './lines'
import { type Box, boxOf } from './ranges'

/** The cell before the columns: the box that chooses the row. */
export const leading = 1

/** Where the keyboard goes on once a cell is written. */
export type Onward = 'down' | 'up' | 'right' | 'left' | 'here' | 'stay'

/** A line by what stands on it, since an edit may have moved it; by its number where that has gone. */
type Spot = { key: string; row: number; column: number }
export type Editing = { id: string; field: ColumnId; text?: string }

export type GridActs = {
  onEdit: (id: string, field: ColumnId, text?: string) => void
  onDone: (id: string, field: InjectField, text: string, onward: Onward) => void
  onCancel: () => void
}

/** What keys beyond moving and writing do; true where they did something. */
type Commands = {
  begin: (id: string, field: InjectField) => void
  save: (id: string, field: InjectField, text: string) => void
  clear: (box: Box) => void
  fillDown: (box: Box) => void
  insert: (id: string | null) => void
  takeBack: () => void
  doAgain: () => void
  choose: (ids: readonly string[]) => void
  open: (id: string) => void
  toggle: (group: string, open?: boolean) => void
  giveUp: (id: string, field: ColumnId) => void
}

type Given = {
  scroller: RefObject<HTMLElement | null>
  lines: Lines
  columns: readonly Column[]
  isWritable: (id: ColumnId) => boolean
  reveal: (line: number, cell: HTMLElement | null) => void
  pageLines: () => number
  commands: Commands
}

const steps: Record<Onward, readonly [down: 1 | 0 | -1, right: number] | null> = {
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
  here: [0, 0],
  stay: null,
}

/** Where the keyboard stands in the list, which cells are chosen, and which is written in. */
export function useGrid(given: Given) {
  const [at, setAt] = useState<Spot>({ key: '', row: 0, column: leading })
  const [anchor, setAnchor] = useState<Spot | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const { lines, columns } = given
  const here = positionOf(at, lines)
  const box = boxOf(anchor ? positionOf(anchor, lines) : here, here)
  const open = editing && lines.at.has(editing.id) ? editing : null
  const latest = useRef({ given, here, box, editing: open })
  useEffect(() => {
    latest.current = { given, here, box, editing: open }
  })

  const go = useCallback((to: Position, extend = false) => {
    const { given: now, here: from } = latest.current
    const line = now.lines.all[to.row]
    if (!line) return
    flushSync(() => {
      if (!extend) setAnchor(null)
      else setAnchor(before => before ?? spotOf(from, now.lines))
      setAt({ key: line.key, ...to })
    })
    const cell = cellAt(now.scroller, to)
    now.reveal(to.row, cell)
    cell?.focus({ preventScroll: true })
  }, [])

  const acts: GridActs = useMemo(
    () => ({
      onEdit: (id, field, text) => {
        if (field !== 'serial' && field !== 'state') latest.current.given.commands.begin(id, field)
        setEditing({ id, field, ...(text === undefined ? {} : { text }) })
      },
      onDone: (id, field, text, onward) => {
        const { given: now } = latest.current
        const from = now.lines.at.get(id)
        const step = steps[onward]
        // Where to go is known before the edit moves the row.
        const next =
          step && from !== undefined ? (rowFrom(now.lines, from + step[0], step[0] || 1) ?? from) : null
        const column = now.columns.findIndex(one => one.id === field) + leading + (step?.[1] ?? 0)
        flushSync(() => setEditing(null))
        if (next !== null) {
          go({ row: next, column: Math.max(leading, Math.min(now.columns.length - 1 + leading, column)) })
        }
        now.commands.save(id, field, text)
      },
      onCancel: () => {
        flushSync(() => setEditing(null))
        cellAt(latest.current.given.scroller, latest.current.here)?.focus({ preventScroll: true })
      },
    }),
    [go],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    if (open || event.nativeEvent.isComposing || isForControl(event)) return
    const size = { rows: lines.all.length, columns: columns.length + leading, page: given.pageLines() }
    const spot = { ...given, here, box }
    if (commanded(event, spot, go) || opened(event, spot)) return event.preventDefault()
    const to = moved(here, { ...keyOf(event), shiftKey: false }, size)
    if (to) go(to, event.shiftKey)
    else {
      const line = lines.all[here.row]
      const column = columns[here.column - leading]
      const start = begun(event)
      if (line?.kind !== 'row' || !column || !start || !given.isWritable(column.id)) return
      // At once: the next key must find the editor, however fast it comes.
      flushSync(() => acts.onEdit(line.key, column.id, start.text))
    }
    event.preventDefault()
  }
  return { at: here, box: anchor ? box : null, selection: box, editing: open, acts, go, onKeyDown }
}

export type Grid = ReturnType<typeof useGrid>

const keyOf = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) => ({
  ...{ key, ctrlKey, metaKey, shiftKey, altKey },
})

function positionOf(spot: Spot, lines: Lines): Position {
  const row = lines.at.get(spot.key) ?? Math.max(0, Math.min(lines.all.length - 1, spot.row))
  return { row, column: spot.column }
}

const spotOf = ({ row, column }: Position, lines: Lines): Spot => ({
  key: lines.all[row]?.key ?? '',
  row,
  column,
})

/** The head of a group is one cell, whichever column the keyboard came along. */
function cellAt(scroller: RefObject<HTMLElement | null>, { row, column }: Position): HTMLElement | null {
  const line = scroller.current?.querySelector(`[data-line="${row}"]`)
  const cell = line?.querySelector<HTMLElement>(`[aria-colindex="${column + 1}"]`)
  return cell ?? line?.querySelector<HTMLElement>('[aria-colindex]') ?? null
}

type Now = Given & { here: Position; box: Box }

/** Keys that do something with the chosen cells or rows. */
function commanded(event: KeyboardEvent, now: Now, go: (to: Position, extend?: boolean) => void): boolean {
  const { commands, box, here, lines, columns } = now
  const line = lines.all[here.row]
  const id = line?.kind === 'row' ? line.key : null
  const command = (event.ctrlKey || event.metaKey) && !event.altKey
  const key = event.key.toLowerCase()
  if (command && key === 'z') event.shiftKey ? commands.doAgain() : commands.takeBack()
  else if (command && key === 'y') commands.doAgain()
  else if (command && key === 'd') commands.fillDown(box)
  else if (command && key === 'enter') commands.insert(id)
  else if (command && key === 'a') {
    go({ row: 0, column: leading })
    go({ row: lines.all.length - 1, column: columns.length - 1 + leading }, true)
  } else if (command || event.altKey) return false
  else if (key === 'delete' || key === 'backspace') commands.clear(box)
  else if (key === ' ' && id !== null && (event.shiftKey || here.column < leading))
    commands.choose(rowsBetween(lines, box.top, box.bottom))
  else if (key === ' ' && id !== null) commands.open(id)
  else if (key === 'escape' && id !== null) {
    const column = columns[here.column - leading]
    if (column) commands.giveUp(id, column.id)
    go(here)
  } else return false
  return true
}

/** Keys on the head of a group. */
function opened(event: KeyboardEvent, { here, lines, commands }: Now): boolean {
  const line = lines.all[here.row]
  if (line?.kind !== 'group' || event.ctrlKey || event.metaKey || event.altKey) return false
  const wanted = { ArrowRight: true, ArrowLeft: false, Enter: !line.open, ' ': !line.open }[event.key]
  if (wanted === undefined) return false
  commands.toggle(line.key, wanted)
  return true
}

/** Whether a key on the list was meant for a control inside a cell. */
function isForControl({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return true
  if (target.closest('input:not([type=checkbox]), textarea, select')) return true
  return target.closest('button, a') !== null && (key === 'Enter' || key === ' ')
}
