import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import type { Instant } from '@/lib/time'
import { formatInstant, type TimeLocale } from '@/lib/time-format'
import { zoneCity } from '@/lib/time-zones'
import type { NeedsValues } from './needs-fields'

type Props = { needs: NeedsValues; timeZone: string; locale: TimeLocale }

/** What somebody needs, where it can no longer be changed. */
export function NeedsFacts({ needs, timeZone, locale }: Props) {
  const t = useTranslations('ownPart.needs')
  const text = (value: string | null) => (
    <bdi className="wrap-anywhere whitespace-pre-line">{value ?? '–'}</bdi>
  )
  const moment = (at: Instant | null) =>
    at === null
      ? '–'
      : t('at', {
          time: formatInstant(at, { timeZone, locale, style: 'dateTime' }),
          city: zoneCity(timeZone),
        })
  return (
    <Facts
      items={[
        { term: t('diet'), value: text(needs.diet) },
        { term: t('access'), value: text(needs.accessNeeds) },
        { term: t('arrival'), value: moment(needs.arrivalAt) },
        { term: t('departure'), value: moment(needs.departureAt) },
        { term: t('travelNote'), value: text(needs.travelNote) },
      ]}
    />
  )
}
