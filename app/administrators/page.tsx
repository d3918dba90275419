import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { accountWrites } from '@/components/accounts/account-writes'
import { AdministratorList } from '@/components/accounts/administrator-list'
import { InvitationList } from '@/components/accounts/invitation-list'
import { InviteAdministratorForm } from '@/components/accounts/invite-form'
import { PlainFrame } from '@/components/frame/plain-frame'
import { DialogButton } from '@/components/ui/dialog'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { listInvitations } from '@/lib/invitations/queries'
import { listAdministrators } from '@/lib/memberships/queries'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('administrators.title') }
}

export default async function AdministratorsPage() {
  const [t, actor] = await Promise.all([getTranslations('accounts'), currentActor()])
  if (actor.kind !== 'account') redirect('/sign-in?next=/administrators')
  const [administrators, invitations] = await Promise.all([
    listAdministrators(actor),
    listInvitations(actor, {}, currentInstant()),
  ])
  if (administrators === null) notFound()
  return (
    <PlainFrame viewer={actor} accountWrites={accountWrites}>
      <Words namespaces={['accounts', 'invitations']}>
        <PageHeader
          title={t('administrators.title')}
          lead={t('administrators.lead')}
          actions={
            <>
              <LinkButton href="/administrators/attack">{t('administrators.attack')}</LinkButton>
              <LinkButton href="/outbox">{t('administrators.outbox')}</LinkButton>
            </>
          }
        />
        <div className="grid gap-4">
          <Panel
            title={t('administrators.list')}
            actions={
              <DialogButton label={t('administrators.invite')} title={t('administrators.invite')}>
                <InviteAdministratorForm />
              </DialogButton>
            }
          >
            <AdministratorList administrators={administrators} />
          </Panel>
          <Panel title={t('administrators.invitations')} flush>
            <InvitationList rows={invitations} timeZone={actor.timeZone ?? 'UTC'} />
          </Panel>
        </div>
      </Words>
    </PlainFrame>
  )
}
