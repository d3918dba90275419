import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CompanyPeople } from '@/components/companies/company-people'
import { chosenColumns, columnsCookie } from '@/components/people-grid/columns'
import { listAddress } from '@/components/registrations/list-address'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { listRegistrations } from '@/lib/registrations/queries'
import { delegationPage, listFilterSchema } from '@/lib/registrations/schema'
import { openCompany } from '../open-company'

type Props = PageProps<'/company/[companyId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { desk } = await openCompany(params)
  return { title: `${desk.company.name} · ${desk.exercise.code}` }
}

/** A company's own people in its nation's delegation, and nobody else's. */
export default async function CompanyPage({ params, searchParams }: Props) {
  const { actor, desk, nation, now, path, mayAdd, mayEdit, timeZone } = await openCompany(params)
  const { company, exercise } = desk
  const filter = { ...listFilterSchema.parse(await searchParams), company: company.id }
  const offset = (filter.page - 1) * delegationPage
  const [t, locale, list, jar] = await Promise.all([
    getTranslations('company'),
    getLocale(),
    listRegistrations(actor, desk.owner, filter, { limit: delegationPage, offset }),
    cookies(),
  ])
  if (list.people.length === 0 && filter.page > 1) redirect(listAddress(path, filter, {}))
  const { code, name } = exercise
  return (
    <Words namespaces={['company', 'peopleGrid']}>
      <PageHeader title={company.name} lead={t('lead', { kind: company.kind, nation, code, name })} />
      <p className="mb-4 max-w-prose">{mayAdd ? t('how', { nation }) : t('closed', { nation })}</p>
      <CompanyPeople
        {...{ desk, nation, filter, list, path, mayAdd, mayEdit, now, timeZone, locale }}
        columns={chosenColumns(jar.get(columnsCookie)?.value)}
      />
    </Words>
  )
}
