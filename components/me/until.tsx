'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { formatDuration, type TimeLocale } from '@/lib/time-format'
import { currentInstant } from '@/lib/time-now'
import type { Instant } from '@/lib/time-zones'

/** As exact as it helps: minutes up to a day, hours up to a week, then days. */
function rounded(seconds: number): number {
  const unit = seconds > 7 * 86_400 ? 86_400 : seconds > 86_400 ? 3600 : 60
  return Math.max(60, Math.ceil(seconds / unit) * unit)
}

/** How long until something begins, counting on while the page lies open. `now` is the server's. */
export function Until({ at, now: first, locale }: { at: Instant; now: Instant; locale: TimeLocale }) {
  const t = useTranslations('me')
  const [now, setNow] = useState(first)
  useEffect(() => {
    const ahead = first - currentInstant()
    const timer = setInterval(() => setNow(currentInstant() + ahead), 15_000)
    return () => clearInterval(timer)
  }, [first])
  const seconds = (at - now) / 1000
  if (seconds <= 0) return t('started')
  return t('in', { duration: formatDuration(rounded(seconds), locale) })
}
