'use client'

import { useTranslations } from 'next-intl'
import { changeContactRole, removeContact } from '@/lib/memberships/actions'
import { contactRoles } from '@/lib/policy'
import { ActionButton } from '../action-button'
import { ActionForm } from '../action-form'
import { DialogButton, DialogClose } from '../ui/dialog'
import { Select } from '../ui/select'

type ContactRow = {
  membershipId: string
  role: string
  company: string | null
  name: string
  email: string
  isYou: boolean
}

type Props = {
  exerciseId: string
  participationId: string
  contacts: readonly ContactRow[]
  /** Whoever looks may take them off. */
  mayEdit: boolean
}

/** Who speaks for a delegation. */
export function ContactList({ exerciseId, participationId, contacts, mayEdit }: Props) {
  const t = useTranslations('accounts.members')
  const words = useTranslations('accounts.contacts')
  const roles = useTranslations('accounts.roles')
  if (contacts.length === 0) {
    return (
      <div>
        <p className="font-medium">{t('noContacts')}</p>
        {mayEdit ? <p className="text-muted text-note">{t('noContactsText')}</p> : null}
      </div>
    )
  }
  return (
    <ul aria-label={t('contactsCaption')} className="grid gap-1.5">
      {contacts.map(({ membershipId, role, company, name, email, isYou }) => (
        <li key={membershipId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span>
            <span className="font-medium">{name}</span>{' '}
            <span className="break-all text-muted text-note">{email}</span>
            <span className="block text-note">
              {roles.has(role) ? roles(role) : role}
              {company ? ` ${words('ofCompany', { company })}` : null}
              {isYou ? ` · ${words('you')}` : null}
            </span>
          </span>
          {mayEdit && !isYou ? (
            <span className="flex flex-wrap gap-2">
              {company ? null : (
                <ChangeRole owner={{ exerciseId, participationId }} contact={{ membershipId, name, role }} />
              )}
              <ActionButton
                action={removeContact}
                input={{ exerciseId, participationId, membershipId }}
                done={t('removed', { name })}
                confirm={{
                  title: t('removeContactTitle', { name }),
                  text: t('removeContactText', { name }),
                  label: t('remove'),
                  danger: true,
                }}
                button={{ size: 'small', 'aria-label': t('removeOne', { name }) }}
              >
                {t('remove')}
              </ActionButton>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

type ChangeProps = {
  owner: { exerciseId: string; participationId: string }
  contact: { membershipId: string; name: string; role: string }
}

function ChangeRole({ owner, contact: { membershipId, name, role } }: ChangeProps) {
  const t = useTranslations('accounts.contacts')
  const cancel = useTranslations('ui')('cancel')
  return (
    <DialogButton
      label={t('change')}
      title={t('changeOf', { name })}
      button={{ size: 'small', 'aria-label': t('changeOf', { name }) }}
      size="small"
    >
      <ActionForm
        action={changeContactRole}
        hidden={{ ...owner, membershipId }}
        submit={t('change')}
        done={t('changed', { name })}
        secondary={<DialogClose>{cancel}</DialogClose>}
      >
        <ContactRoleChoice current={role} />
      </ActionForm>
    </DialogButton>
  )
}

/** A part in the delegation, the lead's first. */
export function ContactRoleChoice({ current }: { current?: string }) {
  const t = useTranslations('accounts.contacts')
  const roles = useTranslations('accounts.roles')
  return (
    <Select
      name="role"
      label={t('role')}
      options={contactRoles.map(role => ({ value: role, label: roles(role) }))}
      defaultValue={current ?? 'deputy_contact'}
      required
    />
  )
}
