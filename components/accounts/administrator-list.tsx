'use client'

import { useTranslations } from 'next-intl'
import { removeAdministrator } from '@/lib/memberships/actions'
import { ActionButton } from '../action-button'
import { Status } from '../ui/status'

export type AdministratorRow = { membershipId: string; name: string; email: string; isYou: boolean }

/** Who may do everything here. */
export function AdministratorList({ administrators }: { administrators: readonly AdministratorRow[] }) {
  const t = useTranslations('accounts')
  return (
    <ul className="grid gap-2">
      {administrators.map(({ membershipId, name, email, isYou }) => (
        <li key={membershipId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span>
            <span className="font-medium">{name}</span>{' '}
            <span className="break-all text-muted text-note">{email}</span>
          </span>
          {isYou ? (
            <Status tone="neutral">{t('members.you')}</Status>
          ) : (
            <ActionButton
              action={removeAdministrator}
              input={{ membershipId }}
              done={t('administrators.removed', { name })}
              confirm={{
                title: t('administrators.removeTitle', { name }),
                text: t('administrators.removeText', { name }),
                label: t('members.remove'),
                danger: true,
              }}
              button={{ size: 'small', 'aria-label': t('members.removeOne', { name }) }}
            >
              {t('members.remove')}
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  )
}
