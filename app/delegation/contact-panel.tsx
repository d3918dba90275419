import { getTranslations } from 'next-intl/server'
import { ContactList } from '@/components/accounts/contact-list'
import { InvitationList } from '@/components/accounts/invitation-list'
import { InviteContactForm } from '@/components/accounts/invite-form'
import { DialogButton } from '@/components/ui/dialog'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { listInvitations } from '@/lib/invitations/queries'
import { listContacts } from '@/lib/memberships/queries'
import { type Actor, can } from '@/lib/policy'
import type { Instant } from '@/lib/time-zones'

type Props = {
  owner: { exerciseId: string; participationId: string }
  actor: Actor
  now: Instant
  timeZone: string
}

/** Who speaks for a delegation, who is invited to, and the way to invite another. */
export async function ContactPanel({ owner, actor, now, timeZone }: Props) {
  const { exerciseId, participationId } = owner
  const [t, contacts, invitations] = await Promise.all([
    getTranslations('nations'),
    listContacts(actor, exerciseId, participationId),
    listInvitations(actor, owner, now),
  ])
  const mayEdit = can(actor, 'contact.edit', owner)
  return (
    <Words namespaces={['accounts', 'invitations']}>
      <Panel
        title={t('contactsTitle')}
        actions={
          mayEdit ? (
            <DialogButton label={t('inviteContact')} title={t('inviteContact')}>
              <InviteContactForm {...owner} />
            </DialogButton>
          ) : undefined
        }
      >
        <ContactList {...owner} contacts={contacts} mayEdit={mayEdit} />
        {invitations.length > 0 ? <InvitationList {...owner} rows={invitations} timeZone={timeZone} /> : null}
      </Panel>
    </Words>
  )
}
