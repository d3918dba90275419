import { getLocale, getTranslations } from 'next-intl/server'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { type Column, DataTable } from '../ui/data-table'
import { MemberChanges } from './member-changes'

type MemberRow = {
  membershipId: string
  name: string
  email: string
  role: string
  since: Instant
  /** Reaches the exercise through its programme: changed there. */
  ofProgramme: boolean
  isYou: boolean
}

type Props = { exerciseId: string; members: readonly MemberRow[]; timeZone: string }

/** Staff and observers of an exercise, with their roles. Wants the words of `accounts` around it. */
export async function MemberList({ exerciseId, members, timeZone }: Props) {
  const [t, roles, locale] = await Promise.all([
    getTranslations('accounts.members'),
    getTranslations('accounts.roles'),
    getLocale(),
  ])
  const muted = (text: string) => <span className="text-muted text-note">{text}</span>
  const columns: Column<MemberRow>[] = [
    {
      id: 'name',
      header: t('name'),
      names: true,
      cell: row => (
        <>
          {row.name} {row.isYou ? muted(t('you')) : null}
          <span className="block whitespace-nowrap font-normal text-muted text-note">{row.email}</span>
        </>
      ),
    },
    {
      id: 'role',
      header: t('role'),
      cell: row => (
        <>
          {roles.has(row.role) ? roles(row.role) : row.role}{' '}
          {row.ofProgramme ? muted(t('ofProgramme')) : null}
        </>
      ),
    },
    {
      id: 'since',
      header: t('since'),
      cell: row => formatInstant(row.since, { timeZone, locale, style: 'dayMonthYear' }),
    },
    {
      id: 'actions',
      header: t('actions'),
      cell: row =>
        row.isYou || row.ofProgramme ? null : (
          <MemberChanges
            exerciseId={exerciseId}
            membershipId={row.membershipId}
            name={row.name}
            role={row.role}
          />
        ),
    },
  ]
  return (
    <DataTable caption={t('caption')} columns={columns} rows={members} rowKey={row => row.membershipId} />
  )
}
