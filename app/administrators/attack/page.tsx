import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { accountWrites } from '@/components/accounts/account-writes'
import { PlainFrame } from '@/components/frame/plain-frame'
import { LoadRelease } from '@/components/techniques/load-release'
import { ReleaseTable } from '@/components/techniques/release-table'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { currentActor } from '@/lib/session'
import { listReleases } from '@/lib/techniques/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('attack')
  return { title: t('releases.title') }
}

/** The releases of ATT&CK that exercises may choose from. */
export default async function AttackReleasesPage() {
  const [t, u, actor] = await Promise.all([
    getTranslations('attack'),
    getTranslations('accounts'),
    currentActor(),
  ])
  if (actor.kind !== 'account') redirect('/sign-in?next=/administrators/attack')
  const releases = await listReleases(actor)
  if (releases === null) notFound()
  return (
    <PlainFrame viewer={actor} accountWrites={accountWrites}>
      <Words namespaces={['attack']}>
        <PageHeader
          title={t('releases.title')}
          lead={t('releases.lead')}
          breadcrumbs={[
            { label: u('administrators.title'), href: '/administrators' },
            { label: t('releases.title') },
          ]}
        />
        <div className="grid gap-4">
          <Panel title={t('releases.list')} flush>
            <ReleaseTable releases={releases} timeZone={actor.timeZone ?? 'UTC'} />
          </Panel>
          <Panel title={t('load.title')}>
            <LoadRelease />
          </Panel>
          <p className="text-muted text-note">{t('notice')}</p>
        </div>
      </Words>
    </PlainFrame>
  )
}
