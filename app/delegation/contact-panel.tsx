import { getTranslations } from 'next-intl/server'
import { ContactList } from '@/components/accounts/contact-list'
import { InvitationList } from '@/components/accounts/invitation-list'
import { InviteCompanyContactForm, InviteContactForm } from '@/components/accounts/invite-form'
import { DialogButton } from '@/components/ui/dialog'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { listCompanies } from '@/lib/companies/queries'
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
  const [t, words, contacts, invitations, companies] = await Promise.all([
    getTranslations('nations'),
    getTranslations('accounts.contacts'),
    listContacts(actor, exerciseId, participationId),
    listInvitations(actor, owner, now),
    listCompanies(actor, exerciseId, participationId),
  ])
  const mayEdit = can(actor, 'contact.edit', owner)
  return (
    <Words namespaces={['accounts', 'invitations']}>
      <Panel
        title={t('contactsTitle')}
        actions={
          mayEdit ? (
            <>
              {companies.length > 0 ? (
                <DialogButton label={words('inviteCompany')} title={words('inviteCompany')}>
                  <InviteCompanyContactForm
                    {...owner}
                    companies={companies.map(({ id, name }) => ({ id, name }))}
                  />
                </DialogButton>
              ) : null}
              <DialogButton label={t('inviteContact')} title={t('inviteContact')}>
                <InviteContactForm {...owner} />
              </DialogButton>
            </>
          ) : undefined
        }
      >
        <ContactList {...owner} contacts={contacts} mayEdit={mayEdit} />
        {invitations.length > 0 ? <InvitationList {...owner} rows={invitations} timeZone={timeZone} /> : null}
      </Panel>
    </Words>
  )
}
