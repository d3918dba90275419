'use client'

import { useTranslations } from 'next-intl'
import { removeContact } from '@/lib/memberships/actions'
import { ActionButton } from '../action-button'

type ContactRow = { membershipId: string; name: string; email: string }

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
      {contacts.map(({ membershipId, name, email }) => (
        <li key={membershipId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span>
            <span className="font-medium">{name}</span>{' '}
            <span className="break-all text-muted text-note">{email}</span>
          </span>
          {mayEdit ? (
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
          ) : null}
        </li>
      ))}
    </ul>
  )
}
