import { useCallback, useEffect, useState } from 'react'
import { type Position, searchOf } from '@/lib/timeline/position/rules'

export type SetPosition = (part: Partial<Position> | ((now: Position) => Partial<Position>)) => void

/** Where one stands on the timeline, as the address says it too; the window a moment after it has settled. */
export function usePosition(initial: Position): { position: Position; set: SetPosition } {
  const [position, setPosition] = useState(initial)
  const set = useCallback<SetPosition>(
    part => setPosition(now => ({ ...now, ...(typeof part === 'function' ? part(now) : part) })),
    [],
  )
  useEffect(() => {
    const { pathname, search, hash } = window.location
    const next = searchOf(position, search)
    // Browsers throttle this call; a search that is typed and a fold that is turned come one by one.
    if (next !== search) window.history.replaceState(null, '', pathname + next + hash)
  }, [position])
  return { position, set }
}
