import { machineTimeZone } from '@/lib/time-zones'
import { limitsOf, type Window } from '@/lib/timeline/axis/rules'
import type { WallZone } from '@/lib/timeline/wall/rules'
import { wallZoneOf } from '@/lib/timeline/zones/rules'

/** The zone of this device, as far as a timeline reaches. */
export function deviceZone(extent: Window): WallZone {
  const { from, to, most } = limitsOf(extent)
  return wallZoneOf(machineTimeZone(), from - most, to + most)
}
