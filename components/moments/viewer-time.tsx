'use client'

import { useLocale } from 'next-intl'
import { formatInstant, formatIso } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { useViewerZone } from './use-viewer-zone'

export type ViewerTimeProps = {
  from: Instant
  /** Null for a point in time. */
  to?: Instant | null
  /** Planned in whole days, as `formatSpan` shows them. */
  wholeDays?: boolean
  /** The viewer's own choice; null takes the zone of this device. */
  timeZone: string | null
  /** Shown nowhere else than where this zone is not the viewer's. */
  home?: string
}

/** The same moment where the reader is. Empty where that is home, which stands beside it. */
export function ViewerTime({ from, to = null, wholeDays = false, timeZone, home }: ViewerTimeProps) {
  const locale = useLocale()
  const zone = useViewerZone(timeZone)
  if (zone === null || zone === home) return null
  return (
    <time dateTime={formatIso(from)}>
      {to === null
        ? formatInstant(from, { timeZone: zone, locale, style: 'dateTime' })
        : formatSpan(from, to, { timeZone: zone, locale, wholeDays })}
    </time>
  )
}
