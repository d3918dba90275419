import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { accountWrites } from '@/components/accounts/account-writes'
import { OwnPartPanel } from '@/components/erasure/own-part-panel'
import { PlainFrame } from '@/components/frame/plain-frame'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { listOwnParts } from '@/lib/accounts/data/queries'
import { currentActor } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('personalData')
  return { title: t('own.title') }
}

/** What is kept about the reader: to look at, to take along, to have corrected or erased. */
export default async function OwnDataPage() {
  const [t, actor] = await Promise.all([getTranslations('personalData'), currentActor()])
  if (actor.kind !== 'account') redirect('/sign-in?next=/account/data')
  const parts = await listOwnParts(actor)
  return (
    <PlainFrame viewer={actor} accountWrites={accountWrites} width="narrow">
      <Words namespaces={['personalData']}>
        <PageHeader
          title={t('own.title')}
          lead={t('own.lead')}
          breadcrumbs={[{ label: t('own.account'), href: '/account' }, { label: t('own.title') }]}
        />
        <div className="grid gap-4">
          <Panel title={t('own.download')}>
            <p className="mb-3 text-muted">{t('own.downloadText')}</p>
            <a href="/api/me/data" download className={buttonLook()}>
              {t('own.downloadFile')}
            </a>
          </Panel>
          {parts.length === 0 ? (
            <EmptyState
              title={t('own.none')}
              action={<LinkButton href="/account">{t('own.account')}</LinkButton>}
            >
              {t('own.noneText')}
            </EmptyState>
          ) : (
            parts.map(part => (
              <OwnPartPanel key={part.id} part={part} timeZone={actor.timeZone ?? part.homeTimeZone} />
            ))
          )}
        </div>
      </Words>
    </PlainFrame>
  )
}
