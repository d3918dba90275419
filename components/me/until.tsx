'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { formatDuration, type TimeLocale } from '@/lib/time-format'
import { currentInstant } from '@/lib/time-now'
import { roundedWait } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'

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
  return t('in', { duration: formatDuration(roundedWait(seconds), locale) })
}
