import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { InviteForm } from '@/components/nations/invite-form'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { listCountries, partnerName } from '@/lib/countries/rules'
import { listInvitable } from '@/lib/nations/queries'
import { can } from '@/lib/policy'
import { calendarDateAt } from '@/lib/time-calendar'

type Props = PageProps<'/exercises/[code]/nations/invite'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('nations')
  return { title: t('inviteTitle') }
}

export default async function InvitePage({ params }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  if (!can(actor, 'nation.edit', { exerciseId: exercise.id })) notFound()
  const [t, locale, { taken, partners }] = await Promise.all([
    getTranslations('nations'),
    getLocale(),
    listInvitable(actor, exercise.id),
  ])
  const known = new Set([...taken, ...partners.map(({ code }) => code)])
  const invitable = [
    ...partners.map(partner => ({ code: partner.code, name: partnerName(partner, locale) })),
    ...listCountries(locale).filter(({ code }) => !known.has(code)),
  ]
  const back = `/exercises/${exercise.code}/nations`
  return (
    <>
      <PageHeader
        title={t('inviteTitle')}
        lead={t('inviteLead')}
        breadcrumbs={[{ label: t('title'), href: back }, { label: t('inviteTitle') }]}
      />
      <Words namespaces={['nations']}>
        <InviteForm
          exerciseId={exercise.id}
          today={calendarDateAt(now, exercise.timeZone)}
          invitable={invitable}
          back={back}
        />
      </Words>
    </>
  )
}
