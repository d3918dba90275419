import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DemoPeople } from '@/components/accounts/demo-people'
import { LinkForm, PasswordForm, ProviderButton } from '@/components/accounts/sign-in-forms'
import { PlainFrame } from '@/components/frame/plain-frame'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { env } from '@/lib/env'
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
  const provider = env.oidc === null ? null : new URL(env.oidc.issuer).host
  return (
    <PlainFrame viewer={null} width={demo.length > 0 ? 'normal' : 'narrow'}>
      <Words namespaces={['accounts']}>
        <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
        {query.error === undefined ? null : (
          <Callout tone="bad" title={t('signIn.providerRefused')} className="mb-4">
            {t('signIn.providerRefusedText')}
          </Callout>
        )}
        <div className={demo.length > 0 ? 'grid items-start gap-4 lg:grid-cols-[3fr_2fr]' : 'grid gap-4'}>
          {demo.length > 0 ? (
            <Panel title={t('demo.title')} note={t('demo.note')}>
              <DemoPeople people={demo} next={next} />
            </Panel>
          ) : null}
          <div className="grid gap-4">
            {provider ? (
              <Panel title={t('signIn.providerTitle')}>
                <ProviderButton next={next} provider={provider} />
              </Panel>
            ) : null}
            <Panel title={t('signIn.passwordTitle')}>
              <PasswordForm next={next} />
            </Panel>
            <Panel title={t('signIn.linkTitle')} note={t('signIn.linkNote')}>
              <LinkForm next={next} />
            </Panel>
          </div>
        </div>
      </Words>
    </PlainFrame>
  )
}
