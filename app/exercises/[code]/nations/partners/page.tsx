import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { AddPartner } from '@/components/nations/partner-form'
import { PartnerTable } from '@/components/nations/partner-table'
import { PageHeader } from '@/components/ui/page-header'
import { partnerName } from '@/lib/countries/rules'
import { listPartners } from '@/lib/nations/queries'
import { can } from '@/lib/policy'
import { calendarDateAt } from '@/lib/time-calendar'

type Props = PageProps<'/exercises/[code]/nations/partners'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('nations')
  return { title: t('partnersTitle') }
}

export default async function PartnersPage({ params }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const { programmeId, programme } = exercise
  if (!can(actor, 'programme.read', { programmeId })) notFound()
  const [t, locale, partners] = await Promise.all([
    getTranslations('nations'),
    getLocale(),
    listPartners(actor, programmeId),
  ])
  const mayEdit = can(actor, 'programme.edit', { programmeId })
  return (
    <>
      <PageHeader
        title={t('partnersTitle')}
        lead={t('partnersLead', { programme: programme.name })}
        breadcrumbs={[
          { label: t('title'), href: `/exercises/${exercise.code}/nations` },
          { label: t('partnersTitle') },
        ]}
        actions={mayEdit ? <AddPartner programmeId={programmeId} /> : undefined}
      />
      <PartnerTable
        programmeId={programmeId}
        partners={partners.map(partner => ({ ...partner, name: partnerName(partner, locale) }))}
        today={calendarDateAt(now, exercise.timeZone)}
        mayEdit={mayEdit}
      />
    </>
  )
}
