import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { accountWrites } from '@/components/accounts/account-writes'
import { OwnPasswordForm } from '@/components/accounts/password-form'
import { ProfileForm } from '@/components/accounts/profile-form'
import { SessionList } from '@/components/accounts/session-list'
import { LinkForm } from '@/components/accounts/sign-in-forms'
import { SignOutButton } from '@/components/accounts/sign-out-button'
import { PlainFrame } from '@/components/frame/plain-frame'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { getOwnAccount, listOwnSessions } from '@/lib/accounts/queries'
import { deviceOf, needsCurrentPassword } from '@/lib/accounts/rules'
import { currentSession } from '@/lib/auth'
import { can } from '@/lib/policy'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time'
import { formatInstant } from '@/lib/time-format'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('title') }
}

export default async function AccountPage() {
  const [actor, session, t, locale] = await Promise.all([
    currentActor(),
    currentSession(),
    getTranslations('accounts'),
    getLocale(),
  ])
  const now = currentInstant()
  const [account, sessions] = await Promise.all([getOwnAccount(actor), listOwnSessions(actor, now)])
  if (account === null || actor.kind !== 'account') redirect('/sign-in?next=/account')
  const timeZone = account.timeZone ?? 'UTC'
  const lines = sessions.map(({ id, device, since, until }) => ({
    id,
    device: deviceWords(device),
    since: formatInstant(since, { timeZone, locale, style: 'dateTime' }),
    until: formatInstant(until, { timeZone, locale, style: 'dayMonthYear' }),
    isThis: id === session?.sessionId,
  }))
  function deviceWords(userAgent: string | null): string {
    const device = deviceOf(userAgent)
    return device === null ? t('sessions.unknownDevice') : t('sessions.device', device)
  }
  return (
    <PlainFrame viewer={actor} accountWrites={accountWrites} width="narrow">
      <Words namespaces={['accounts']}>
        <PageHeader title={t('title')} lead={account.email} actions={<SignOutButton />} />
        <div className="grid gap-4">
          {account.emailVerified ? null : (
            <Callout tone="warn" title={t('unverified')}>
              <p className="mb-3">{t('unverifiedText')}</p>
              <LinkForm next="/account" email={account.email} />
            </Callout>
          )}
          {actor.grants.length === 0 ? <Callout title={t('noPart')}>{t('noPartText')}</Callout> : null}
          {can(actor, 'platform.administer', {}) ? (
            <Panel title={t('administrators.what')}>
              <div className="flex flex-wrap gap-2">
                <LinkButton href="/administrators">{t('administrators.title')}</LinkButton>
                <LinkButton href="/outbox">{t('administrators.outbox')}</LinkButton>
              </div>
            </Panel>
          ) : null}
          <Panel title={t('profile.title')}>
            <ProfileForm
              profile={{ name: account.name, locale: account.locale ?? locale, timeZone: account.timeZone }}
            />
          </Panel>
          <Panel
            title={t('password.title')}
            note={account.hasPassword ? t('password.isSet') : t('password.isNotSet')}
          >
            <OwnPasswordForm
              hasPassword={account.hasPassword}
              needsCurrent={needsCurrentPassword(account.hasPassword, session?.since ?? 0, now)}
            />
          </Panel>
          <Panel title={t('data.title')}>
            <p className="mb-3 text-muted">{t('data.text')}</p>
            <LinkButton href="/account/data">{t('data.open')}</LinkButton>
          </Panel>
          <Panel title={t('sessions.title')}>
            <SessionList sessions={lines} />
          </Panel>
        </div>
      </Words>
    </PlainFrame>
  )
}
