import { useLocale, useTranslations } from 'next-intl'
import type { OwnOffer } from '@/lib/attendance/own/queries'
import { freePlaces, presences } from '@/lib/attendance/rules'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { Panel } from '../ui/panel'
import { DoorStatus } from './door-status'
import { SignUpSelf } from './sign-up-self'

type Props = { offers: readonly OwnOffer[]; now: Instant; timeZone: string }

/** What people sign up for themselves. */
export function OwnOffers({ offers, now, timeZone }: Props) {
  const t = useTranslations('attendance')
  const locale = useLocale()
  if (offers.length === 0) return null
  return (
    <Panel title={t('offersTitle')}>
      <ul>
        {offers.map(offer => {
          const { startAt, endAt, wholeDays } = offer
          const zone = wholeDays ? offer.timeZone : timeZone
          const ways = presences
            .filter(presence => offer.places[presence].size !== 0)
            .map(presence => {
              const free = freePlaces(offer.places[presence])
              const left = free === null ? '' : `, ${t('freePlaces', { count: free })}`
              return { presence, label: `${t(`presence.${presence}`)}${left}` }
            })
          return (
            <li key={offer.id} className="grid gap-1 border-line border-t py-2 first:border-t-0 first:pt-0">
              <span className="font-medium">{offer.title}</span>
              <span className="font-mono text-note tabular">
                {formatSpan(startAt, endAt ?? startAt, { timeZone: zone, locale, wholeDays })}
              </span>
              <span className="flex flex-wrap gap-x-3 text-note">
                <DoorStatus window={offer.window} now={now} timeZone={timeZone} />
                <span className="text-muted">{offer.place}</span>
              </span>
              <span className="flex flex-wrap gap-2">
                {ways.map(({ presence, label }) => (
                  <SignUpSelf key={presence} ids={offer.ids} title={offer.title} {...{ presence, label }} />
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
