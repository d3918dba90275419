import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openDelegation } from '@/app/delegation/open-delegation'
import { OfferPanel, type OfferProps } from '@/components/attendance/offer-panel'
import { PrintButton } from '@/components/attendance/print-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { listDelegationOffers, listSignUpChoices } from '@/lib/attendance/delegation/queries'
import { can } from '@/lib/policy'

type Props = PageProps<'/delegation/[participationId]/conferences'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('attendance')
  return { title: t('conferences') }
}

/** A nation's part in conferences, visits and courses: places left, and who of its people goes. */
export default async function ConferencesPage({ params }: Props) {
  const { actor, delegation, owner, name, now, party, timeZone } = await openDelegation(params)
  const [t, offers, people] = await Promise.all([
    getTranslations('attendance'),
    listDelegationOffers(actor, owner),
    listSignUpChoices(actor, owner),
  ])
  const over = offers.filter(({ startAt, endAt }) => (endAt ?? startAt) <= now)
  const coming = offers.filter(offer => !over.includes(offer))
  const panel = (offer: OfferProps['offer']) => (
    <OfferPanel
      key={offer.id}
      {...{ offer, owner, people, timeZone, now }}
      maySignUp={can(actor, 'attendance.sign_up', owner)}
      organiser={party === 'organiser'}
      countries={delegation.partner.kind !== 'nation'}
      exerciseCode={delegation.exercise.code}
    />
  )
  return (
    <Words namespaces={['attendance']}>
      <PageHeader
        title={t('conferences')}
        lead={t('conferencesLead')}
        breadcrumbs={[{ label: name, href: `/delegation/${delegation.id}` }, { label: t('conferences') }]}
        actions={offers.length > 0 ? <PrintButton label={t('print')} /> : undefined}
      />
      {coming.length === 0 ? (
        <EmptyState title={t('noOffersTitle')}>{t('noOffersText')}</EmptyState>
      ) : (
        <div className="grid gap-4">{coming.map(panel)}</div>
      )}
      {over.length > 0 ? (
        <details className="mt-4">
          <summary className="cursor-pointer py-2 text-muted">{t('over', { count: over.length })}</summary>
          <div className="grid gap-4">{over.map(panel)}</div>
        </details>
      ) : null}
    </Words>
  )
}
