import { useTranslations } from 'next-intl'
import { stateTones } from '@/components/registrations/state-status'
import { Status } from '@/components/ui/status'
import { Swatch } from '@/components/ui/swatch'
import { TextLink } from '@/components/ui/text-link'
import type { OwnRegistration } from '@/lib/registrations/own/queries'
import { hasEnded } from '@/lib/registrations/own-part/rules'
import { zoneCity } from '@/lib/time-zones'

/** Who one is in this exercise, and where the own registration stands. */
export function OwnHead({ registration }: { registration: OwnRegistration }) {
  const t = useTranslations('me')
  const { id, familyName, givenName, team, role, site, presence, homeTimeZone, state, waiting, exercise } =
    registration
  const where =
    presence === 'remote'
      ? t('where.remote', { city: zoneCity(homeTimeZone) })
      : (site?.name ?? t('where.on_site'))
  return (
    <header className="grid gap-1">
      <h1 className="font-semibold text-title">
        {familyName} {givenName}
      </h1>
      <p className="flex flex-wrap items-baseline gap-x-2 text-muted">
        {team ? (
          <span className="inline-flex items-baseline gap-1.5">
            <Swatch colour={team.kind.colour} />
            {team.name}
          </span>
        ) : null}
        <span>{[exercise.code, role.name, where].join(' · ')}</span>
      </p>
      {hasEnded(state) ? null : (
        <p>
          <TextLink href={`/me/registrations/${id}`}>{t('ownPart')}</TextLink>
        </p>
      )}
      {state === 'draft' ? null : (
        <p>
          <Status tone={stateTones[state]}>{waiting ? t('waitingAt', waiting) : t(`state.${state}`)}</Status>
        </p>
      )}
    </header>
  )
}
