'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDtg, formatIso } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import { type Instant, zoneCity } from '@/lib/time-zones'
import { Facts } from '../ui/facts'
import { useViewerZone } from './use-viewer-zone'

export type ThreeTimesProps = {
  from: Instant
  /** The first instant after it; null or absent for a point in time. */
  to?: Instant | null
  /** Planned in whole days, as `formatSpan` shows them. */
  wholeDays?: boolean
  home: string
  /** The viewer's own choice; null takes the zone of this device. */
  viewer: string | null
  /** Where it is held, when that is elsewhere. */
  place?: string | null
}

/** The same moment at home, where the reader is, and in Zulu; and where it is held, if elsewhere. */
export function ThreeTimes({
  from,
  to = null,
  wholeDays = false,
  home,
  viewer,
  place = null,
}: ThreeTimesProps) {
  const t = useTranslations('moments')
  const locale = useLocale()
  const own = useViewerZone(viewer)
  const zones = [...new Set([place ?? home, home, ...(own === null ? [] : [own])])]
  const say = (timeZone: string) => formatSpan(from, to ?? from, { timeZone, locale, wholeDays })
  const zulu = to === null || to <= from ? formatDtg(from) : `${formatDtg(from)} – ${formatDtg(to)}`
  const items = zones.map(timeZone => ({
    term: timeZone === own && timeZone !== home ? t('you', { city: zoneCity(timeZone) }) : zoneCity(timeZone),
    value: <time dateTime={formatIso(from)}>{say(timeZone)}</time>,
    mono: true,
  }))
  return <Facts items={[...items, { term: t('zulu'), value: zulu, mono: true }]} />
}
