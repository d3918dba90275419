import type { TimeLocale } from '@/lib/time-names'
import { machineTimeZone } from '@/lib/time-zones'
import { limitsOf, type Window } from '@/lib/timeline/axis/rules'
import { lanesOf } from '@/lib/timeline/lanes/rules'
import type { DrawnSource } from '@/lib/timeline/rules'
import type { WallZone } from '@/lib/timeline/wall/rules'
import { wallZoneOf } from '@/lib/timeline/zones/rules'
import type { ItemText } from './item-text'
import { isWholeDays, timesOf } from './times'

/** The zone of this device, as far as a timeline reaches. */
export function deviceZone(extent: Window): WallZone {
  const { from, to, most } = limitsOf(extent)
  return wallZoneOf(machineTimeZone(), from - most, to + most)
}

/** The times of all items as this device reads them. */
export function deviceTimes(
  source: DrawnSource,
  locale: TimeLocale,
  viewer: string,
): Map<string, ItemText['times']> {
  const context = { locale, home: source.home, viewer }
  const activities = new Map(source.activities.map(activity => [`activity:${activity.id}`, activity]))
  const items = lanesOf(source, 'phases').flatMap(lane => lane.items)
  return new Map(
    items.map(item => {
      const whole = item.shape === 'phase' && isWholeDays(item, context)
      return [item.id, timesOf(activities.get(item.id) ?? { ...item, wholeDays: whole }, context)]
    }),
  )
}
