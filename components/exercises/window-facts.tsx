import { useLocale, useTranslations } from 'next-intl'
import type { RegistrationWindow } from '@/lib/schedule/rules'
import { wallAt } from '@/lib/time-calendar'
import { formatInstant, zoneAbbreviation } from '@/lib/time-format'
import type { TimeLocale } from '@/lib/time-names'
import type { Instant } from '@/lib/time-zones'
import { Facts } from '../ui/facts'

/** A closing at midnight belongs to the day that ends: people read 00:00 of the next as a day more. */
function closing(at: Instant, timeZone: string, locale: TimeLocale): string {
  const midnight = wallAt(at, timeZone).minute === 0
  if (!midnight) return formatInstant(at, { timeZone, locale, style: 'dateTime' })
  return `${formatInstant(at - 1, { timeZone, locale, style: 'date' })} 24:00 ${zoneAbbreviation(at - 1, timeZone)}`
}

/** When registration opens, closes and no longer changes, at home. */
export function WindowFacts({ window, home }: { window: RegistrationWindow; home: string }) {
  const t = useTranslations('exercises')
  const locale = useLocale()
  const { opensAt, closesAt, editUntil } = window
  const unset = <span className="font-sans text-muted">{t('notSet')}</span>
  const opening = (at: Instant) => formatInstant(at, { timeZone: home, locale, style: 'dateTime' })
  const ends = (at: Instant | null) => (at === null ? unset : closing(at, home, locale))
  return (
    <Facts
      items={[
        { term: t('opens'), value: opensAt === null ? unset : opening(opensAt), mono: true },
        { term: t('closes'), value: ends(closesAt), mono: true },
        { term: t('edits'), value: ends(editUntil), mono: true },
      ]}
    />
  )
}
