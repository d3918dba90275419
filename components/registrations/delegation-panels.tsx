import { useLocale, useTranslations } from 'next-intl'
import { Meter, Meters } from '@/components/ui/meter'
import { Panel } from '@/components/ui/panel'
import { Status } from '@/components/ui/status'
import { Swatch } from '@/components/ui/swatch'
import { partnerName } from '@/lib/countries/rules'
import type { Delegation } from '@/lib/registrations/delegation/queries'
import { registrationStates } from '@/lib/registrations/rules'
import { stateTones } from './state-status'

/** Places as bars: the whole delegation, then where the organisers limit a role or a site. */
export function PlacesPanel({
  quotas,
  states,
  path,
}: Pick<Delegation, 'quotas' | 'states'> & { path: string }) {
  const t = useTranslations('delegation')
  const waiting = states.waitlisted ?? 0
  const rank = (quota: Delegation['quotas'][number]) => (quota.role ? 1 : quota.site ? 2 : 0)
  const sorted = [...quotas].sort((a, b) => rank(a) - rank(b))
  const whole = sorted.find(quota => rank(quota) === 0)
  return (
    <Panel
      title={t('quota')}
      note={whole ? t('quotaNote', { used: whole.used, size: whole.size, waiting }) : undefined}
    >
      {sorted.length === 0 ? <p className="text-muted">{t('noQuota')}</p> : null}
      <Meters>
        {sorted.map(quota => (
          <Meter
            key={quota.id}
            label={quota.role?.name ?? (quota.site ? t('at', { site: quota.site.name }) : t('whole'))}
            value={quota.used}
            max={quota.size}
            tone={quota.used >= quota.size || quota.cut ? 'warn' : 'good'}
            {...(quota.cut
              ? { status: { word: t('cutTo', { to: quota.cut.to }), tone: 'warn' as const } }
              : quota.used >= quota.size
                ? { status: { word: t('full'), tone: 'warn' as const } }
                : {})}
          />
        ))}
      </Meters>
      <StateCounts states={states} path={path} />
    </Panel>
  )
}

/** How many stand where; each leads to those people. */
function StateCounts({ states, path }: Pick<Delegation, 'states'> & { path: string }) {
  const words = useTranslations('registrations.state')
  const there = registrationStates.filter(state => (states[state] ?? 0) > 0)
  if (there.length === 0) return null
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-line border-t pt-2.5">
      {there.map(state => (
        <li key={state}>
          <a
            href={`${path}?state=${state}`}
            className="inline-flex min-h-target items-center gap-1.5 hover:underline"
          >
            <Status tone={stateTones[state]}>{words(state)}</Status>
            <span className="font-mono text-note tabular">{states[state]}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The delegation's teams: who else is in them, and how far the seats are filled. */
export function TeamsPanel({ teams }: { teams: Delegation['teams'] }) {
  const t = useTranslations('delegation')
  const locale = useLocale()
  return (
    <Panel title={t('teams')}>
      {teams.length === 0 ? <p className="text-muted">{t('noTeams')}</p> : null}
      <ul>
        {teams.map(team => {
          const used = team.seats.reduce((sum, seat) => sum + seat.used, 0)
          const most = team.seats.reduce((sum, seat) => sum + seat.most, 0)
          const others = team.others.map(({ partner }) => partnerName(partner, locale))
          return (
            <li key={team.id} className="grid gap-1 border-line border-b py-1.5 last:border-b-0">
              <span className="flex items-baseline gap-2">
                <Swatch colour={team.kind.colour} />
                <span className="font-medium">{team.name}</span>
                <span className="min-w-0 text-muted text-note">
                  {others.length > 0
                    ? t('teamWith', {
                        nations: others.slice(0, 2).join(', '),
                        more: Math.max(0, others.length - 2),
                      })
                    : t('teamAlone')}
                </span>
              </span>
              <Meter
                bare
                label={t('teamSeatsOf', { team: team.name })}
                value={used}
                max={most}
                text={t('teamSeats', { used, most })}
                tone="accent"
              />
              <SeatsByRole team={team} />
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

/** Whose turn it would be to find somebody: the roles that are short come first. */
function SeatsByRole({ team: { name, seats } }: { team: Delegation['teams'][number] }) {
  const t = useTranslations('delegation')
  if (seats.length === 0) return null
  const missing = (seat: (typeof seats)[number]) => Math.max(0, seat.least - seat.used)
  const short = seats.reduce((sum, seat) => sum + missing(seat), 0)
  return (
    <details>
      <summary className="inline-flex min-h-target cursor-pointer items-center gap-2 text-muted text-note hover:text-ink">
        <span aria-hidden="true">▸</span>
        {t('byRole')}
        <span className="sr-only">{t('byRoleOf', { team: name })}</span>
        {short > 0 ? <Status tone="warn">{t('short', { count: short })}</Status> : null}
      </summary>
      <ul className="mb-1 text-note">
        {[...seats]
          .sort((a, b) => missing(b) - missing(a))
          .map(seat => (
            <li key={seat.roleId} className="flex flex-wrap justify-between gap-x-3">
              <span>{seat.role.name}</span>
              <span className="flex gap-3 tabular">
                {missing(seat) > 0 ? (
                  <Status tone="warn">{t('short', { count: missing(seat) })}</Status>
                ) : null}
                <span className="font-mono">{t('teamSeats', { used: seat.used, most: seat.most })}</span>
              </span>
            </li>
          ))}
      </ul>
    </details>
  )
}
