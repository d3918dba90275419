import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/action-button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { reopenDouble } from '@/lib/registrations/doubles/actions'
import type { DecidedDouble } from '@/lib/registrations/doubles/queries'
import { formatInstant, type TimeLocale } from '@/lib/time-format'

type Props = {
  exerciseId: string
  decided: readonly DecidedDouble[]
  timeZone: string
  locale: TimeLocale
}

/** What was decided, by whom and why; each can be asked about again. */
export function DecidedTable({ exerciseId, decided, timeZone, locale }: Props) {
  const t = useTranslations('doubles')
  return (
    <DataTable
      caption={t('decided')}
      rows={[...decided]}
      rowKey={row => `${row.registrationId} ${row.otherId}`}
      empty={<EmptyState title={t('noneDecided')} />}
      columns={[
        {
          id: 'who',
          header: t('who'),
          names: true,
          cell: ({ first, second }) => (
            <>
              <span className="block">{t('nameAt', first)}</span>
              <span className="block text-muted">{t('nameAt', second)}</span>
            </>
          ),
        },
        {
          id: 'verdict',
          header: t('verdict'),
          cell: ({ verdict, keptId, registrationId, first, second }) =>
            verdict === 'same'
              ? t('kept', { kept: keptId === registrationId ? first.where : second.where })
              : t(`verdictOf.${verdict}`),
        },
        { id: 'reason', header: t('reason'), cell: row => row.reason },
        {
          id: 'by',
          header: t('by'),
          cell: row => (
            <>
              {row.decidedBy ?? t('somebody')}
              <span className="block text-muted text-note">
                {formatInstant(row.decidedAt, { timeZone, locale, style: 'dateTime' })}
              </span>
            </>
          ),
        },
        {
          id: 'reopen',
          header: <span className="sr-only">{t('reopen')}</span>,
          cell: ({ registrationId, otherId, first }) => (
            <ActionButton
              action={reopenDouble}
              input={{ exerciseId, registrationId, otherId }}
              done={t('reopened')}
              button={{ size: 'small', 'aria-label': t('reopenOf', { name: first.name }) }}
            >
              {t('reopen')}
            </ActionButton>
          ),
        },
      ]}
    />
  )
}
