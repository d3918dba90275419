import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AcceptForm } from '@/components/accounts/accept-form'
import { accountWrites } from '@/components/accounts/account-writes'
import { InvitationFacts } from '@/components/accounts/invitation-facts'
import { SignOutButton } from '@/components/accounts/sign-out-button'
import { PlainFrame } from '@/components/frame/plain-frame'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { Words } from '@/components/words'
import { getInvitation } from '@/lib/acceptance/queries'
import { accountOf } from '@/lib/policy'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time'

type Props = PageProps<'/invitations/[token]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invitations')
  return { title: t('title'), robots: { index: false } }
}

/** Opening the page changes nothing; only the button accepts. */
export default async function InvitationPage({ params }: Props) {
  const [t, locale, actor, { token }] = await Promise.all([
    getTranslations('invitations'),
    getLocale(),
    currentActor(),
    params,
  ])
  const viewer = accountOf(actor)
  const invitation = await getInvitation(token, locale, currentInstant())
  const signInHref = `/sign-in?next=${encodeURIComponent(`/invitations/${token}`)}`
  const frame = viewer ? { viewer, accountWrites } : { viewer }
  if (invitation.problem !== null) {
    return (
      <PlainFrame {...frame} width="narrow">
        <PageHeader title={t('title')} />
        <Callout tone="warn" title={t('shutTitle')}>
          {t(`shut.${invitation.problem}`)}
        </Callout>
        <p className="mt-4">
          <TextLink href="/sign-in">{t('toSignIn')}</TextLink>
        </p>
      </PlainFrame>
    )
  }
  return (
    <PlainFrame {...frame} width="narrow" signInHref={signInHref}>
      <Words namespaces={['invitations']}>
        <PageHeader title={t('title')} />
        <div className="grid gap-4">
          <InvitationFacts invitation={invitation} />
          <Panel title={t('acceptTitle')}>
            {viewer ? (
              <div className="grid gap-3">
                <p>{t('acceptAs', { name: viewer.name, email: viewer.email })}</p>
                <AcceptForm token={token} as={viewer.name} email={null} byMail />
                <div className="flex flex-wrap items-center gap-3 border-line border-t pt-3 text-muted text-note">
                  {t('notYou')} <SignOutButton />
                </div>
              </div>
            ) : invitation.hasAccount ? (
              <div className="grid justify-items-start gap-3">
                <p>{t('hasAccount', { email: invitation.email ?? '' })}</p>
                <LinkButton href={signInHref} variant="primary">
                  {t('signIn')}
                </LinkButton>
              </div>
            ) : (
              <div className="grid gap-4">
                <AcceptForm token={token} as={null} email={invitation.email} byMail={invitation.sealed} />
                <p className="text-muted text-note">
                  {t('haveAccount')} <TextLink href={signInHref}>{t('signIn')}</TextLink>
                </p>
              </div>
            )}
          </Panel>
        </div>
      </Words>
    </PlainFrame>
  )
}
