import { useLocale, useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import { partnerName } from '@/lib/countries/rules'
import type { RegistrationOverview } from '@/lib/registrations/overview/queries'
import { missingOf, overdueOf } from '@/lib/registrations/overview/rules'
import { holdsSeat, registrationStates } from '@/lib/registrations/rules'
import type { ListFilter } from '@/lib/registrations/schema'
import type { Instant } from '@/lib/time-zones'
import { listAddress } from './list-address'
import { type OverviewLine, type Rank, ranked, rankText } from './overview-lines'
import { OverviewTable } from './overview-table'

export const groupings = ['nation', 'role', 'team'] as const
export type Grouping = (typeof groupings)[number]

type Props = {
  overview: RegistrationOverview
  by: Grouping
  rank: Rank | null
  filter: ListFilter
  path: string
  now: Instant
  homeTimeZone: string
}

/** How registrations arrive: per nation, per role or per team. */
export function OverviewPanel(props: Props) {
  const { by, rank, filter, path } = props
  const t = useTranslations('registrations')
  const lines = ranked(useLines(props), rank)
  const words = {
    nation: { title: t('byNation'), head: t('nation') },
    role: { title: t('byRole'), head: t('role') },
    team: { title: t('byTeam'), head: t('team') },
  }
  const bar =
    by === 'nation'
      ? { head: t('places'), of: (name: string) => t('placesOf', { name }) }
      : { head: t('seats'), of: (name: string) => t('seatsOf', { name }) }
  return (
    <Panel
      title={t('numbers')}
      flush
      actions={
        <SegmentedLinks
          label={t('numbers')}
          items={groupings.map(group => ({
            href: listAddress(path, filter, { by: group }),
            label: words[group].title,
            current: group === by,
          }))}
        />
      }
    >
      {lines.length === 0 ? (
        <div className="px-4">
          <EmptyState title={t('noNumbers')} />
        </div>
      ) : (
        <OverviewTable
          caption={words[by].title}
          head={words[by].head}
          {...{ bar, lines, rank }}
          rankedBy={text => listAddress(path, filter, { by, rank: text })}
        />
      )}
    </Panel>
  )
}

function useLines({ overview, by, rank, filter, path, now, homeTimeZone }: Props): OverviewLine[] {
  const t = useTranslations('registrations')
  const locale = useLocale()
  const only = (change: Parameters<typeof listAddress>[2]) =>
    `${listAddress(path, { ...filter, nation: null, role: null, team: null }, { by, rank: rank && rankText(rank), ...change })}#people`
  if (by === 'nation') {
    return overview.nations.map(nation => ({
      id: nation.id,
      code: nation.code,
      name: partnerName(nation, locale),
      href: only({ nation: nation.id }),
      value: nation.used,
      max: nation.size,
      missing: missingOf(nation),
      overdue: overdueOf(nation, now, homeTimeZone),
      states: nation.states,
    }))
  }
  if (by === 'role') {
    return overview.roles.map(({ id, name, most, states }) => ({
      ...{ id, name, max: most, states },
      href: only({ role: id }),
      value: registrationStates.filter(holdsSeat).reduce((sum, state) => sum + (states[state] ?? 0), 0),
    }))
  }
  const teams = overview.teams.map(({ id, name, colour, used, most, missing, states }) => ({
    ...{ id, name, colour, value: used, max: most, missing, states },
    href: only({ team: id }),
  }))
  const without = { id: 'none', name: t('noTeam'), value: 0, max: 0, states: overview.withoutTeam }
  return [...teams, { ...without, href: only({ team: 'none' }) }]
}
