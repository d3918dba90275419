import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ContactPanel } from '@/app/delegation/contact-panel'
import { openDelegation } from '@/app/delegation/open-delegation'
import { PageHeader } from '@/components/ui/page-header'

type Props = PageProps<'/delegation/[participationId]/contacts'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.contacts')
  return { title: t('title') }
}

/** Who speaks for the delegation, and for its lead the way to share the work. */
export default async function ContactsPage({ params }: Props) {
  const { actor, delegation, owner, name, now, timeZone } = await openDelegation(params)
  const t = await getTranslations('accounts.contacts')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ label: name, href: `/delegation/${delegation.id}` }, { label: t('title') }]}
      />
      <ContactPanel owner={owner} actor={actor} now={now} timeZone={timeZone} />
    </>
  )
}
