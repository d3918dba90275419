import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { AccessionStatus } from '@/components/nations/accession-status'
import { chosenColumns, columnsCookie } from '@/components/people-grid/columns'
import { PlacesPanel, TeamsPanel } from '@/components/registrations/delegation-panels'
import { DelegationPeople } from '@/components/registrations/delegation-people'
import { listAddress } from '@/components/registrations/list-address'
import { TodoPanel } from '@/components/registrations/todo-panel'
import { DelegationDuties } from '@/components/shifts/delegation-duties'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { listCompanies } from '@/lib/companies/queries'
import { editProblem } from '@/lib/registrations/door/rules'
import { listRegistrations } from '@/lib/registrations/queries'
import { delegationPage, listFilterSchema } from '@/lib/registrations/schema'
import { listDelegationDuties } from '@/lib/shifts/own/queries'
import { openDelegation } from '../open-delegation'
import { OpenClashes } from './open-clashes'

type Props = PageProps<'/delegation/[participationId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { name, delegation }] = await Promise.all([getTranslations('delegation'), openDelegation(params)])
  return { title: `${name} · ${t('title')} ${delegation.exercise.code}` }
}

/** A nation's own workplace: what is to do, the places, the teams, the people. */
export default async function DelegationPage({ params, searchParams }: Props) {
  const { actor, delegation, owner, now, name, party, mayNominate, timeZone } = await openDelegation(params)
  const { exercise } = delegation
  const filter = listFilterSchema.parse(await searchParams)
  const [t, locale, list, companies, duties] = await Promise.all([
    getTranslations('delegation'),
    getLocale(),
    listRegistrations(actor, owner, filter, {
      limit: delegationPage,
      offset: (filter.page - 1) * delegationPage,
    }),
    listCompanies(actor, owner.exerciseId, owner.participationId),
    listDelegationDuties(actor, owner, now),
  ])
  const path = `/delegation/${delegation.id}`
  const columns = chosenColumns((await cookies()).get(columnsCookie)?.value)
  const { accession, window } = delegation
  const mayEdit = editProblem({ ...exercise, accession, window }, party, now) === null
  if (list.people.length === 0 && filter.page > 1) redirect(listAddress(path, filter, {}))
  return (
    <Words namespaces={['decisions', 'peopleGrid']}>
      <PageHeader
        title={name}
        lead={
          <>
            <AccessionStatus state={accession} />{' '}
            {t('subtitle', { code: exercise.code, name: exercise.name })}
          </>
        }
      />
      {mayNominate ? null : <Callout>{t('readOnly')}</Callout>}
      <div className="mb-4 grid items-start gap-4 md:grid-cols-2 xl:grid-cols-[5fr_6fr_5fr]">
        <TodoPanel standing={delegation} now={now} timeZone={timeZone} homeTimeZone={exercise.timeZone} />
        <PlacesPanel quotas={delegation.quotas} states={delegation.states} path={path} />
        <TeamsPanel teams={delegation.teams} />
      </div>
      <Suspense>
        <OpenClashes actor={actor} owner={owner} now={now} />
      </Suspense>
      <DelegationDuties duties={duties} timeZone={timeZone} />
      <DelegationPeople
        {...{
          owner,
          party,
          mayNominate,
          mayEdit,
          columns,
          filter,
          list,
          companies,
          path,
          now,
          timeZone,
          locale,
        }}
        delegation={delegation}
      />
    </Words>
  )
}
