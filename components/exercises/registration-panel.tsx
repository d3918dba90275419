import { useTranslations } from 'next-intl'
import type { OverviewFacts } from '@/lib/exercises/overview/rules'
import type { ExerciseStatus } from '@/lib/exercises/schema'
import { type RegistrationWindow, windowStateAt } from '@/lib/schedule/rules'
import type { Instant } from '@/lib/time-zones'
import { Meter, Meters } from '../ui/meter'
import { Panel } from '../ui/panel'
import { Status } from '../ui/status'
import { TextLink } from '../ui/text-link'
import { WindowFacts } from './window-facts'

type Props = {
  /** Null for whoever has no overview of registrations: the dates alone. */
  facts: OverviewFacts | null
  window: RegistrationWindow
  status: ExerciseStatus
  home: string
  now: Instant
  base: string
}

const tones = { not_yet: 'empty', open: 'good', closed: 'neutral' } as const

/** How far registration has come: the dates, the places taken, the seats filled. */
export function RegistrationPanel({ facts, window, status, home, now, base }: Props) {
  const t = useTranslations('exercises')
  const state = windowStateAt(window, now)
  const lets = status === 'registration' || status === 'conduct'
  const of = (key: string) => facts?.registrations[key] ?? 0
  const numbers = {
    confirmed: of('confirmed') + of('checked_in'),
    waiting: of('waitlisted'),
    drafts: of('draft'),
  }
  return (
    <Panel
      title={
        facts ? <TextLink href={`${base}/registrations`}>{t('registration')}</TextLink> : t('registration')
      }
      note={facts ? t('registrationNote', numbers) : undefined}
    >
      <div className="grid gap-3">
        {state === 'open' && !lets ? (
          <Status tone="half">{t('windowWaits')}</Status>
        ) : (
          <Status tone={tones[state]}>{t(`windowState.${state}`)}</Status>
        )}
        <WindowFacts window={window} home={home} />
        {facts ? (
          <Meters>
            <Meter label={t('places')} value={facts.placesUsed} max={facts.places} />
            <Meter label={t('seats')} value={facts.seatsUsed} max={facts.seats} />
            <Meter label={t('nations')} value={facts.nationsConfirmed} max={facts.nations} tone="accent" />
          </Meters>
        ) : null}
      </div>
    </Panel>
  )
}
