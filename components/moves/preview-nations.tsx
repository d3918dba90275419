import { useTranslations } from 'next-intl'
import type { Preview } from '@/lib/moves/queries'
import { DataTable } from '../ui/data-table'

/** Whom a move touches, in numbers by nation. */
export function PreviewNations({ nations }: Pick<Preview, 'nations'>) {
  const t = useTranslations('moves.preview')
  if (nations.length === 0) return <p className="text-muted">{t('nobody')}</p>
  const brief = ({ onDuty, signedUp, inTeams }: Preview['nations'][number]) =>
    [[t('onDuty'), onDuty] as const, [t('signedUp'), signedUp] as const, [t('inTeams'), inTeams] as const]
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => t('ofKind', { kind, what: String(count) }))
      .join(' · ')
  return (
    <DataTable
      caption={t('nations')}
      rows={nations}
      rowKey={({ code }) => code ?? 'staff'}
      columns={[
        {
          id: 'nation',
          header: t('nation'),
          cell: row => (
            <>
              {row.code === null ? t('staff') : row.name}
              <span className="block font-normal text-muted text-note md:hidden">{brief(row)}</span>
            </>
          ),
          names: true,
        },
        { id: 'people', header: t('people'), cell: row => row.people, numeric: true },
        { id: 'duty', wide: true, header: t('onDuty'), cell: row => row.onDuty, numeric: true },
        { id: 'signed', wide: true, header: t('signedUp'), cell: row => row.signedUp, numeric: true },
        { id: 'teams', wide: true, header: t('inTeams'), cell: row => row.inTeams, numeric: true },
      ]}
    />
  )
}
