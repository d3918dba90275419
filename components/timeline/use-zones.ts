import { useEffect, useMemo, useState } from 'react'
import type { Window } from '@/lib/timeline/axis/rules'
import type { ZoneChoice } from '@/lib/timeline/position/rules'
import type { WallZone } from '@/lib/timeline/wall/rules'

type Zones = Readonly<Record<ZoneChoice, WallZone>>

/**
 * The zones as the server made them, until the device of a viewer whose zone nobody knew has said its own. What that
 * takes is fetched only then.
 */
export function useZones(given: Zones, viewerKnown: boolean, startexAt: number, endexAt: number): Zones {
  const [own, setOwn] = useState<WallZone | null>(null)
  useEffect(() => {
    if (viewerKnown) return
    let current = true
    const extent: Window = { from: startexAt, to: endexAt }
    import('./device').then(({ deviceZone }) => {
      const zone = deviceZone(extent)
      if (current && zone.timeZone !== given.home.timeZone) setOwn(zone)
    })
    return () => {
      current = false
    }
  }, [given, viewerKnown, startexAt, endexAt])
  return useMemo(() => (own ? { ...given, viewer: own } : given), [given, own])
}

/** Whose days stand beside those of the axis: one's own where they are others than at home, else Zulu; else home's. */
export function otherZone({ home, viewer, zulu }: Zones, shown: ZoneChoice): WallZone {
  if (shown !== 'home') return home
  return viewer.timeZone === home.timeZone ? zulu : viewer
}
