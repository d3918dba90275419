import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Meter } from '@/components/ui/meter'
import { TextLink } from '@/components/ui/text-link'
import type { NationRow } from '@/lib/nations/queries'
import { AccessionStatus } from './accession-status'

/** Every delegation with what a registrar steers by. */
export async function NationTable({ nations, base }: { nations: NationRow[]; base: string }) {
  const t = await getTranslations('nations')
  return (
    <DataTable
      caption={t('title')}
      rows={nations}
      rowKey={nation => nation.id}
      empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      columns={[
        {
          id: 'name',
          header: t('partner'),
          names: true,
          cell: nation => (
            <span className="flex items-baseline gap-2">
              <span className="min-w-10 shrink-0 whitespace-nowrap font-mono text-note text-muted">
                {nation.code}
              </span>
              <TextLink href={`${base}/${nation.id}`}>{nation.name}</TextLink>
            </span>
          ),
        },
        { id: 'state', header: t('stateHead'), cell: nation => <AccessionStatus state={nation.state} /> },
        {
          id: 'places',
          header: t('places'),
          cell: nation => (
            <Meter
              bare
              label={t('placesOf', { nation: nation.name })}
              value={nation.used}
              max={nation.size}
              tone={nation.size > 0 && nation.used >= nation.size ? 'warn' : 'good'}
            />
          ),
        },
        { id: 'confirmed', header: t('confirmed'), numeric: true, cell: nation => nation.confirmed },
        { id: 'waiting', header: t('waiting'), numeric: true, cell: nation => nation.waiting || '–' },
        { id: 'drafts', header: t('drafts'), numeric: true, cell: nation => nation.drafts || '–' },
        {
          id: 'contacts',
          header: t('contacts'),
          numeric: true,
          cell: nation =>
            nation.contacts > 0 ? nation.contacts : <span className="text-warn">{t('noContact')}</span>,
        },
        { id: 'teams', header: t('teams'), cell: nation => nation.teams.join(', ') },
      ]}
    />
  )
}
