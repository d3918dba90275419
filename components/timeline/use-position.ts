import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Limits, limitsOf, type Window, windowOfAll } from '@/lib/timeline/axis/rules'
import { type Position, searchOf, windowOf } from '@/lib/timeline/position/rules'

const SETTLED = 250

/** How a window is changed: from where one stands, within the limits. */
type Change = (window: Window, limits: Limits) => Window
export type Move = (change: Change) => void

/** Where one stands on the timeline: kept here, and in the address a moment after it has settled. */
export function usePosition(initial: Position, extent: Window) {
  const all = useMemo(() => windowOfAll(extent), [extent])
  const limits = useMemo(() => limitsOf(extent), [extent])
  const [position, setPosition] = useState(initial)
  const move = useCallback<Move>(
    change => setPosition(now => ({ ...now, window: change(windowOf(now, all, limits), limits) })),
    [all, limits],
  )
  const set = useCallback((part: Partial<Position>) => setPosition(now => ({ ...now, ...part })), [])
  useAddress(position)
  return { position, window: windowOf(position, all, limits), all, set, move }
}

function useAddress(position: Position): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const { pathname, search, hash } = window.location
      const next = searchOf(position, search)
      // Browsers throttle this call, and a wheel would make a hundred of them.
      if (next !== search) window.history.replaceState(null, '', pathname + next + hash)
    }, SETTLED)
    return () => clearTimeout(timer)
  }, [position])
}
