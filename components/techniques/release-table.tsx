import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/action-button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { removeRelease } from '@/lib/techniques/actions'
import type { ReleaseRow } from '@/lib/techniques/queries'
import { formatInstant } from '@/lib/time-format'

/** Every matrix that has been loaded, and who would miss it. */
export function ReleaseTable({ releases, timeZone }: { releases: readonly ReleaseRow[]; timeZone: string }) {
  const t = useTranslations('attack')
  const locale = useLocale()
  const called = ({ release, domain }: ReleaseRow) =>
    t('releases.called', { version: release, matrix: t(`domain.${domain}`) })
  return (
    <DataTable
      caption={t('releases.list')}
      rows={releases}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('releases.none')}>{t('releases.noneText')}</EmptyState>}
      columns={[
        { id: 'release', header: t('release'), names: true, cell: called },
        { id: 'techniques', header: t('techniques'), numeric: true, cell: row => row.techniques },
        { id: 'tactics', header: t('releases.tactics'), numeric: true, cell: row => row.tactics },
        { id: 'exercises', header: t('releases.exercises'), numeric: true, cell: row => row.exercises },
        {
          id: 'loaded',
          header: t('releases.loaded'),
          mono: true,
          cell: ({ loadedAt }) => formatInstant(loadedAt, { timeZone, locale, style: 'dateTime' }),
        },
        {
          id: 'remove',
          header: t('releases.remove'),
          cell: row => (
            <ActionButton
              action={removeRelease}
              input={{ releaseId: row.id }}
              done={t('releases.removed')}
              confirm={{
                title: t('releases.removeTitle', { name: called(row) }),
                text: t('releases.removeText', { count: row.exercises }),
                label: t('releases.remove'),
                danger: true,
              }}
              button={{ size: 'small', 'aria-label': t('releases.removeTitle', { name: called(row) }) }}
            >
              {t('releases.remove')}
            </ActionButton>
          ),
        },
      ]}
    />
  )
}
