import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DemoPeople } from '@/components/accounts/demo-people'
import { PlainFrame } from '@/components/frame/plain-frame'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { currentActor } from '@/lib/session'
import { listDemoPeople } from '@/lib/sign-in/queries'
import { landingPath, safePath } from '@/lib/sign-in/rules'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('signIn.title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const [t, actor, head, query] = await Promise.all([
    getTranslations('accounts'),
    currentActor(),
    headers(),
    searchParams,
  ])
  const next = safePath(query.next)
  if (actor.kind === 'account') redirect(next ?? landingPath(actor))
  const demo = await listDemoPeople(new Headers(head))
  return (
    <PlainFrame viewer={null} width="narrow">
      <Words namespaces={['accounts']}>
        <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
        {demo.length > 0 ? (
          <Panel title={t('demo.title')} note={t('demo.note')}>
            <DemoPeople people={demo} next={next} />
          </Panel>
        ) : null}
      </Words>
    </PlainFrame>
  )
}
