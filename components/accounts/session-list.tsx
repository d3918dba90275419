'use client'

import { useTranslations } from 'next-intl'
import { revokeSession, signOutElsewhere } from '@/lib/accounts/actions'
import { ActionButton } from '../action-button'
import { Status } from '../ui/status'

/** One place where the person is signed in, in words. */
export type SessionLine = { id: string; device: string; since: string; until: string; isThis: boolean }

export function SessionList({ sessions }: { sessions: readonly SessionLine[] }) {
  const t = useTranslations('accounts.sessions')
  const here = sessions.find(session => session.isThis)?.id ?? null
  return (
    <div className="grid gap-3">
      <ul className="grid gap-2">
        {sessions.map(({ id, device, since, until, isThis }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b pb-2 last:border-0 last:pb-0"
          >
            <div>
              <p className="font-medium">{device}</p>
              <p className="text-muted text-note tabular">{t('since', { since, until })}</p>
            </div>
            {isThis ? (
              <Status tone="good">{t('here')}</Status>
            ) : (
              <ActionButton
                action={revokeSession}
                input={{ sessionId: id }}
                done={t('revoked')}
                button={{ size: 'small', 'aria-label': t('revokeOne', { device, since }) }}
              >
                {t('revoke')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div>
          <ActionButton
            action={signOutElsewhere}
            input={{ keep: here }}
            done={t('revokedElsewhere')}
            confirm={{
              title: t('elsewhere'),
              text: t('elsewhereText', { count: sessions.length - 1 }),
              label: t('elsewhere'),
              danger: true,
            }}
          >
            {t('elsewhere')}
          </ActionButton>
        </div>
      ) : null}
    </div>
  )
}
