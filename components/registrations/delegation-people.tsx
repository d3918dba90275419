import { useTranslations } from 'next-intl'
import { ColumnChoice } from '@/components/people-grid/column-choice'
import type { Column } from '@/components/people-grid/columns'
import { DelegationGrid } from '@/components/people-grid/delegation-grid'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import type { Delegation } from '@/lib/registrations/delegation/queries'
import type { ListedRegistration } from '@/lib/registrations/queries'
import type { Party } from '@/lib/registrations/rules'
import { delegationPage, type ListFilter } from '@/lib/registrations/schema'
import { windowStateAt } from '@/lib/schedule/rules'
import type { TimeLocale } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { FileLinks } from './file-links'
import { FilterForm } from './filter-form'
import { listAddress } from './list-address'
import { NationChoice } from './nation-acts'

type Props = {
  delegation: Delegation
  owner: { exerciseId: string; participationId: string }
  party: Party
  mayNominate: boolean
  /** the delegation's door is open for changes */
  mayEdit: boolean
  columns: readonly Column[]
  filter: ListFilter
  list: { people: ListedRegistration[]; total: number }
  companies: readonly { id: string; name: string }[]
  path: string
  now: Instant
  timeZone: string
  locale: TimeLocale
}

/** The delegation's people: found, chosen, and moved on several at a time. */
export function DelegationPeople(props: Props) {
  const { delegation, owner, party, mayNominate, mayEdit, columns, filter, list, companies } = props
  const { path, now, timeZone, locale } = props
  const t = useTranslations('delegation')
  const words = useTranslations('registrations')
  const all = Object.values(delegation.states).reduce((sum, count) => sum + count, 0)
  const add = (
    <>
      <LinkButton href={`${path}/people/import`}>{t('import')}</LinkButton>
      <LinkButton href={`${path}/people/new`} variant="primary">
        {t('add')}
      </LinkButton>
    </>
  )
  if (all === 0) {
    return (
      <EmptyState title={t('emptyTitle')} action={mayNominate ? add : undefined}>
        {t('emptyText')}
      </EmptyState>
    )
  }
  const quotas = delegation.quotas.map(({ role, site, roleId, siteId, size, used, cut }) => ({
    ...{ roleId, siteId, size, used, cut },
    name: role?.name ?? site?.name ?? '',
  }))
  const table = (
    <DelegationGrid
      people={list.people}
      choices={choicesOf(delegation, companies)}
      open={mayNominate && mayEdit}
      {...{ owner, columns, path, filter, now, timeZone, locale }}
    />
  )
  return (
    <Panel title={t('list')} note={String(all)} actions={mayNominate ? add : undefined} flush>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2 px-4">
        <FilterForm filter={filter} roles={delegation.roles} teams={delegation.teams} companies={companies} />
        <ColumnChoice chosen={columns} />
      </div>
      {list.people.length === 0 ? (
        <div className="px-4">
          <EmptyState
            title={words('nobodyTitle')}
            action={<LinkButton href={path}>{words('showAll')}</LinkButton>}
          >
            {words('nobodyText')}
          </EmptyState>
        </div>
      ) : mayNominate ? (
        <NationChoice
          {...{ owner, party, quotas }}
          line={delegation.line}
          teams={delegation.teams.map(({ id, name }) => ({ id, name }))}
          late={windowStateAt(delegation.window, now) === 'closed'}
        >
          {table}
        </NationChoice>
      ) : (
        table
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6 px-4">
        <Pagination
          label={words('pages')}
          page={filter.page}
          pages={Math.ceil(list.total / delegationPage)}
          hrefFor={page => listAddress(path, filter, { page })}
        />
        <TextLink href={`${path}/roll`} className="inline-flex min-h-target items-center">
          {words('roll')}
        </TextLink>
        <FileLinks {...owner} filter={filter} />
      </div>
    </Panel>
  )
}

function choicesOf({ roles, teams, sites }: Delegation, companies: Props['companies']) {
  return {
    roles,
    teams: teams.map(({ id, name, kind }) => ({ id, name, colour: kind.colour })),
    sites: sites.map(({ id, name, remote }) => ({ id, name, remote })),
    companies: companies.map(({ id, name }) => ({ id, name })),
  }
}
