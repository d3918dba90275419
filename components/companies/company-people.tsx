import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import type { getCompanyDesk } from '@/lib/registrations/delegation/queries'
import type { ListedRegistration } from '@/lib/registrations/queries'
import { delegationPage, type ListFilter } from '@/lib/registrations/schema'
import type { TimeLocale } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { ColumnChoice } from '../people-grid/column-choice'
import type { Column } from '../people-grid/columns'
import { DelegationGrid } from '../people-grid/delegation-grid'
import { listAddress } from '../registrations/list-address'
import { CompanyChoice } from './company-choice'

type Props = {
  desk: NonNullable<Awaited<ReturnType<typeof getCompanyDesk>>>
  nation: string
  filter: ListFilter
  list: { people: ListedRegistration[]; total: number }
  path: string
  mayAdd: boolean
  mayEdit: boolean
  columns: readonly Column[]
  now: Instant
  timeZone: string
  locale: TimeLocale
}

/** A company's people: written in where they stand, and drafts taken off again. */
export function CompanyPeople(props: Props) {
  const { desk, nation, filter, list, path, mayAdd, mayEdit, columns, now, timeZone, locale } = props
  const t = useTranslations('company')
  const words = useTranslations('registrations')
  const add = mayAdd ? (
    <LinkButton href={`${path}/people/new`} variant="primary">
      {t('add')}
    </LinkButton>
  ) : undefined
  if (list.total === 0) {
    return (
      <EmptyState title={t('emptyTitle')} action={add}>
        {t('emptyText', { nation })}
      </EmptyState>
    )
  }
  const { owner, company, roles, sites } = desk
  const choices = {
    roles,
    companies: [{ id: company.id, name: company.name }],
    teams: desk.teams.map(({ id, name, kind }) => ({ id, name, colour: kind.colour })),
    sites: sites.map(({ id, name, remote }) => ({ id, name, remote })),
  }
  return (
    <Panel title={t('people')} note={String(list.total)} actions={add} flush>
      <div className="flex justify-end px-4">
        <ColumnChoice chosen={columns} />
      </div>
      <CompanyChoice owner={owner}>
        <DelegationGrid
          people={list.people}
          open={mayEdit}
          // Every row is of the one company.
          columns={columns.filter(({ id }) => id !== 'company')}
          {...{ owner, choices, path, filter, now, timeZone, locale }}
        />
      </CompanyChoice>
      <Pagination
        label={words('pages')}
        page={filter.page}
        pages={Math.ceil(list.total / delegationPage)}
        hrefFor={page => listAddress(path, filter, { page })}
      />
    </Panel>
  )
}
