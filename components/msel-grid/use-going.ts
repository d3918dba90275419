'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { fieldToMend, injectsIn, type Placed } from '@/lib/clashes/places/rules'
import type { Finding } from '@/lib/clashes/plan/rules'
import type { InjectField } from '@/lib/injects/rules'
import type { Position } from '../grids/moves'
import type { Column } from './columns'
import type { Lines } from './lines'
import { leading } from './use-grid'
import type { Rows } from './use-rows'

type Given = {
  rows: Rows
  lines: Lines
  columns: readonly Column[]
  at: Position
  go: (to: Position) => void
  open: (id: string) => void
  foundAt: (id: string) => readonly Placed[]
}

/** The columns of a row where something was found, from left to right; what stands in no column is at its serial. */
function placesIn(found: readonly Placed[], columns: readonly Column[]): number[] {
  const places = found.map(({ field }) => {
    const at = columns.findIndex(({ id }) => id === field)
    return leading + Math.max(0, at)
  })
  return [...new Set(places)].sort((a, b) => a - b)
}

/** Ways to a cell: by inject, by finding, to the next finding. Where the list does not show it, the panel does. */
export function useGoing(given: Given) {
  const latest = useRef(given)
  latest.current = given
  const [wanted, setWanted] = useState<{ id: string; field: InjectField } | null>(null)
  /** Rows that have just been added are gone to once they stand in the list. */
  const [awaited, setAwaited] = useState<string | null>(null)

  const toInject = useCallback((id: string, field: InjectField | null = null): void => {
    const { lines, columns, at, go, open } = latest.current
    const row = lines.at.get(id)
    const column = field === null ? at.column - leading : columns.findIndex(one => one.id === field)
    const narrow = window.matchMedia('(width < 48rem)').matches
    if (row !== undefined) go({ row, column: leading + Math.max(0, column) })
    if (field === null || (row !== undefined && column >= 0 && !narrow)) return
    open(id)
    setWanted({ id, field })
  }, [])

  const toFinding = useCallback(
    (finding: Finding): void => {
      const id = injectsIn(finding)[0] ?? beforeGap(finding, latest.current.rows)
      if (id !== undefined) toInject(id, fieldToMend(finding))
    },
    [toInject],
  )

  const toNext = useCallback((step: 1 | -1): void => {
    const { lines, columns, at, go, foundAt } = latest.current
    const count = lines.all.length
    for (let n = 0; n <= count; n++) {
      const row = (at.row + step * n + count * 2) % count
      const line = lines.all[row]
      if (line?.kind !== 'row') continue
      const places = placesIn(foundAt(line.key), columns)
      const ahead = n > 0 ? places : places.filter(column => (column - at.column) * step > 0)
      const column = step === 1 ? ahead[0] : ahead.at(-1)
      if (column === undefined) continue
      go({ row, column })
      return
    }
  }, [])

  // The panel's field is there a drawing later.
  useEffect(() => {
    if (!wanted) return
    const field = document.querySelector(
      `[data-panel="${CSS.escape(wanted.id)}"] [data-field="${CSS.escape(wanted.field)}"]`,
    )
    if (!(field instanceof HTMLElement)) return
    setWanted(null)
    field.focus()
  })
  const line = awaited === null ? undefined : given.lines.at.get(awaited)
  const { go } = given
  useEffect(() => {
    if (line === undefined) return
    setAwaited(null)
    go({ row: line, column: leading + 1 })
  }, [line, go])
  return { toInject, toFinding, toNext, toAdded: setAwaited }
}

/** The inject whose serial comes before the first that is missing. */
function beforeGap({ evidence }: Finding, rows: Rows): string | undefined {
  if (typeof evidence.prefix !== 'string' || typeof evidence.first !== 'number') return undefined
  const serial = `${evidence.prefix}${evidence.first - 1}`
  return [...rows.values()].find(row => row.serial.toLowerCase() === serial)?.id
}
