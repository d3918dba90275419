import type { Instant } from '@/lib/time'
import { limitsOf } from '@/lib/timeline/axis/rules'
import type { ZoneChoice } from '@/lib/timeline/position/rules'
import { type WallZone, ZULU } from '@/lib/timeline/wall/rules'
import { wallZoneOf } from '@/lib/timeline/zones/rules'
import type { Translate } from './board-words'

type Given = { home: string; viewer: string; play: { startexAt: Instant; endexAt: Instant } }

/** The zones of a board, over as long as it can show. Made by the server once a page. */
export function boardZones(t: Translate, { home, viewer, play }: Given): Record<ZoneChoice, WallZone> {
  const { from, to, most } = limitsOf({ from: play.startexAt, to: play.endexAt })
  const zone = (timeZone: string) => wallZoneOf(timeZone, from - most, to + most)
  return { home: zone(home), viewer: zone(viewer), zulu: { ...ZULU, city: t('zulu') } }
}
