import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openDelegation } from '@/app/delegation/open-delegation'
import { CompanyPanel } from '@/components/companies/company-panel'
import { PageHeader } from '@/components/ui/page-header'
import { listCompanies } from '@/lib/companies/queries'
import { can } from '@/lib/policy'

type Props = PageProps<'/delegation/[participationId]/companies'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('companies')
  return { title: t('title') }
}

export default async function CompaniesPage({ params }: Props) {
  const { actor, delegation, owner, name } = await openDelegation(params)
  const [t, companies] = await Promise.all([
    getTranslations('companies'),
    listCompanies(actor, owner.exerciseId, owner.participationId),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ label: name, href: `/delegation/${delegation.id}` }, { label: t('title') }]}
      />
      <CompanyPanel owner={owner} companies={companies} mayEdit={can(actor, 'delegation.edit', owner)} />
    </>
  )
}
