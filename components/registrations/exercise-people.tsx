import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import { TextLink } from '@/components/ui/text-link'
import { partnerName } from '@/lib/countries/rules'
import type { RegistrationOverview } from '@/lib/registrations/overview/queries'
import type { ListedRegistration } from '@/lib/registrations/queries'
import { type ListFilter, pageSize } from '@/lib/registrations/schema'
import type { TimeLocale } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { FileLinks } from './file-links'
import { FilterForm } from './filter-form'
import { listAddress } from './list-address'
import { PeopleTable } from './people-table'
import { RegistrarChoice } from './registrar-acts'

type Props = {
  exerciseId: string
  overview: RegistrationOverview
  /** what the address says of the numbers above */
  kept: { by: string; rank: string | null }
  filter: ListFilter
  list: { people: ListedRegistration[]; total: number }
  mayDecide: boolean
  path: string
  now: Instant
  timeZone: string
  locale: TimeLocale
}

/** The exercise's people, found and decided on several at a time. */
export function ExercisePeople(props: Props) {
  const { exerciseId, overview, kept, filter, list, mayDecide, path, now, timeZone, locale } = props
  const t = useTranslations('registrations')
  const { people, total } = list
  const nations = overview.nations.map(nation => ({ id: nation.id, name: partnerName(nation, locale) }))
  const teams = [...overview.teams, { id: 'none', name: t('noTeam') }]
  const from = (filter.page - 1) * pageSize
  const table = (
    <PeopleTable
      choosable={mayDecide}
      linked={person => `/delegation/${person.participationId}/people/${person.id}`}
      {...{ people, path, filter, kept, now, timeZone, locale }}
    />
  )
  return (
    <Panel
      title={<span id="people">{t('people')}</span>}
      note={total > 0 ? t('shown', { from: from + 1, to: from + people.length, total }) : undefined}
      actions={
        filter.nation ? (
          <LinkButton href={`/delegation/${filter.nation}`}>{t('openDelegation')}</LinkButton>
        ) : undefined
      }
      flush
    >
      <div className="mb-2 grid gap-2 px-4">
        <Queues {...{ filter, kept, path }} late={overview.late} />
        <FilterForm {...{ filter, kept, nations, teams }} roles={overview.roles} />
      </div>
      {people.length === 0 ? (
        <div className="px-4">
          <NobodyHere path={path} anybody={Object.keys(overview.all).some(state => state !== 'draft')} />
        </div>
      ) : mayDecide ? (
        <RegistrarChoice exerciseId={exerciseId} teams={seatingTeams(overview)}>
          {table}
        </RegistrarChoice>
      ) : (
        table
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 px-4">
        <Pagination
          label={t('pages')}
          page={filter.page}
          pages={Math.ceil(total / pageSize)}
          hrefFor={page => `${listAddress(path, filter, { ...kept, page })}#people`}
        />
        {total > 0 ? (
          <span className="flex flex-wrap items-center gap-x-4">
            {mayDecide ? (
              <TextLink
                href={listAddress(`${path}/badges`, { ...filter, queue: null }, {})}
                className="inline-flex min-h-target items-center"
              >
                {t('badges')}
              </TextLink>
            ) : null}
            <FileLinks {...{ exerciseId, filter }} />
          </span>
        ) : null}
      </div>
    </Panel>
  )
}

/** Everybody, or those of whom something special is to be decided. */
function Queues({ filter, kept, path, late }: Pick<Props, 'filter' | 'kept' | 'path'> & { late: number }) {
  const t = useTranslations('registrations')
  const leadTo = (queue: ListFilter['queue']) => `${listAddress(path, filter, { ...kept, queue })}#people`
  return (
    <SegmentedLinks
      label={t('queues')}
      items={[
        { href: leadTo(null), label: t('queue.all'), current: filter.queue === null },
        { href: leadTo('late'), label: t('queue.late', { count: late }), current: filter.queue === 'late' },
      ]}
    />
  )
}

function NobodyHere({ path, anybody }: { path: string; anybody: boolean }) {
  const t = useTranslations('registrations')
  if (!anybody) return <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
  return (
    <EmptyState title={t('nobodyTitle')} action={<LinkButton href={path}>{t('showAll')}</LinkButton>}>
      {t('nobodyText')}
    </EmptyState>
  )
}

/** Teams that have seats at all, under the letter of their kind. */
function seatingTeams({ teams }: RegistrationOverview) {
  const withSeats = teams.filter(team => team.most > 0)
  return [...new Set(withSeats.map(team => team.letter))].map(letter => ({
    label: letter,
    options: withSeats
      .filter(team => team.letter === letter)
      .map(({ id, name, used, most }) => ({ value: id, label: `${name} (${used}/${most})` })),
  }))
}
