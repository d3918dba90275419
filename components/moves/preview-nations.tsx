import { useTranslations } from 'next-intl'
import type { Preview } from '@/lib/moves/queries'
import { DataTable } from '../ui/data-table'

/** Whom a move touches, in numbers by nation. */
export function PreviewNations({ nations }: Pick<Preview, 'nations'>) {
  const t = useTranslations('moves.preview')
  if (nations.length === 0) return <p className="text-muted">{t('nobody')}</p>
  return (
    <DataTable
      caption={t('nations')}
      rows={nations}
      rowKey={({ code }) => code ?? 'staff'}
      columns={[
        {
          id: 'nation',
          header: t('nation'),
          cell: ({ code, name }) => (code === null ? t('staff') : name),
          names: true,
        },
        { id: 'people', header: t('people'), cell: row => row.people, numeric: true },
        { id: 'duty', header: t('onDuty'), cell: row => row.onDuty, numeric: true },
        { id: 'signed', header: t('signedUp'), cell: row => row.signedUp, numeric: true },
        { id: 'teams', header: t('inTeams'), cell: row => row.inTeams, numeric: true },
      ]}
    />
  )
}
