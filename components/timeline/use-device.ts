import { useEffect, useState } from 'react'
import type { Window } from '@/lib/timeline/axis/rules'
import type { BoardData, BoardProps } from './board-data'
import type { ItemText } from './item-text'

type Zoned = Pick<BoardData, 'zones' | 'texts'>
type Known = Pick<BoardProps, 'locale' | 'viewerKnown'>

/**
 * Zones and texts as the server made them, until the device of a viewer whose zone nobody knew has said its own. What
 * that takes is fetched only then.
 */
export function useDevice({ locale, viewerKnown }: Known, data: BoardData, extent: Window): Zoned {
  const { source, zones, texts } = data
  const [own, setOwn] = useState<Zoned | null>(null)
  useEffect(() => {
    if (viewerKnown) return
    let current = true
    import('./device').then(({ deviceZone, deviceTimes }) => {
      const zone = deviceZone(extent)
      if (!current || zone.timeZone === source.home) return
      const times = deviceTimes(source, locale, zone.timeZone)
      const told = Object.entries(texts).map(([id, text]): [string, ItemText] => [
        id,
        { ...text, times: times.get(id) ?? text.times },
      ])
      setOwn({ zones: { ...zones, viewer: zone }, texts: Object.fromEntries(told) })
    })
    return () => {
      current = false
    }
  }, [source, zones, texts, locale, viewerKnown, extent])
  return own ?? { zones, texts }
}
