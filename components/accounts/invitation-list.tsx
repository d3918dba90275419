import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { revokeInvitation } from '@/lib/invitations/actions'
import type { InvitationState } from '@/lib/invitations/rules'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { ActionButton } from '../action-button'
import { type Column, DataTable } from '../ui/data-table'
import { Status, type StatusTone } from '../ui/status'

export type InvitationRow = {
  invitationId: string
  role: string
  email: string | null
  by: string | null
  state: InvitationState
  expiresAt: Instant
  used: number
  maxUses: number
}

type Props = {
  /** What they are to; to the whole platform where nothing is named. */
  programmeId?: string
  exerciseId?: string
  participationId?: string
  rows: readonly InvitationRow[]
  timeZone: string
}

const tones: Record<InvitationState, StatusTone> = {
  open: 'info',
  used: 'good',
  revoked: 'bad',
  expired: 'empty',
}

/** Who has been invited, and what became of it. */
export async function InvitationList({ rows, timeZone, ...to }: Props) {
  const [t, roles, locale] = await Promise.all([
    getTranslations('invitations.list'),
    getTranslations('accounts.roles'),
    getLocale(),
  ])
  const whom = (row: InvitationRow) => row.email ?? t('anyone')
  const revoke = (row: InvitationRow): ReactNode =>
    row.state === 'open' ? (
      <ActionButton
        action={revokeInvitation}
        input={{ ...to, invitationId: row.invitationId }}
        done={t('revoked')}
        button={{ size: 'small', 'aria-label': t('revokeOne', { whom: whom(row) }) }}
      >
        {t('revoke')}
      </ActionButton>
    ) : null
  const columns: Column<InvitationRow>[] = [
    { id: 'to', header: t('to'), names: true, cell: whom },
    { id: 'role', header: t('role'), cell: row => (roles.has(row.role) ? roles(row.role) : row.role) },
    { id: 'by', header: t('by'), cell: row => row.by ?? 'Startex' },
    {
      id: 'until',
      header: t('until'),
      cell: row => formatInstant(row.expiresAt, { timeZone, locale, style: 'dayTime' }),
    },
    {
      id: 'uses',
      header: t('uses'),
      numeric: true,
      cell: row => t('usesOf', { used: row.used, maxUses: row.maxUses }),
    },
    {
      id: 'state',
      header: t('state'),
      cell: row => <Status tone={tones[row.state]}>{t(`states.${row.state}`)}</Status>,
    },
    { id: 'actions', header: t('actions'), cell: revoke },
  ]
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowKey={row => row.invitationId}
      empty={<p className="px-4 text-muted">{t('none')}</p>}
    />
  )
}
