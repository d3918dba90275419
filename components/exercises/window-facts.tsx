import { useLocale, useTranslations } from 'next-intl'
import type { RegistrationWindow } from '@/lib/schedule/rules'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { Facts } from '../ui/facts'

/** When registration opens, closes and no longer changes, at home. */
export function WindowFacts({ window, home }: { window: RegistrationWindow; home: string }) {
  const t = useTranslations('exercises')
  const locale = useLocale()
  const say = (at: Instant | null) =>
    at === null ? (
      <span className="font-sans text-muted">{t('notSet')}</span>
    ) : (
      formatInstant(at, { timeZone: home, locale, style: 'dateTime' })
    )
  return (
    <Facts
      items={[
        { term: t('opens'), value: say(window.opensAt), mono: true },
        { term: t('closes'), value: say(window.closesAt), mono: true },
        { term: t('edits'), value: say(window.editUntil), mono: true },
      ]}
    />
  )
}
