'use client'

import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { InjectRow } from '@/lib/injects/rules'
import type { Rows } from './use-rows'

type Given = {
  rows: Rows
  serialOf: (id: string) => string | undefined
  /** by its serial, as the address names it; by its id where it has none that is known */
  opened: string | null
  setOpened: (name: string | null) => void
}

/** The inject that stands open beside the list. */
export function useOpened({ rows, serialOf, opened, setOpened }: Given) {
  const row = useMemo(
    (): InjectRow | null =>
      opened === null
        ? null
        : ([...rows.values()].find(({ id, serial }) => id === opened || serial === opened) ?? null),
    [opened, rows],
  )
  const open = useCallback((id: string) => setOpened(serialOf(id) ?? id), [setOpened, serialOf])
  return { row, open }
}

/** The panel follows the keyboard, once it is open. */
export function useFollowing(active: string | undefined, isOpen: boolean, open: (id: string) => void): void {
  const moved = useRef(active)
  useEffect(() => {
    if (moved.current === active) return
    moved.current = active
    if (isOpen && active !== undefined) open(active)
  }, [active, isOpen, open])
}
