import { useTranslations } from 'next-intl'
import { formatDuration } from '@/lib/time-format'
import type { TimeLocale } from '@/lib/time-names'

type Length = { durationSeconds: number | null; days: number | null }

/** A length in words: whole days, or hours and minutes; empty for a point in time. */
export function useLengthWords(locale: TimeLocale): (length: Length) => string {
  const t = useTranslations('schedule')
  return ({ durationSeconds, days }) => {
    if (days !== null) return t('days', { count: days })
    return durationSeconds === null ? '' : formatDuration(durationSeconds, locale)
  }
}
