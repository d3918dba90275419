import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { TitledLine } from '@/lib/logic/queries'
import type { StartexFrame } from '@/lib/time'
import { NodeLink } from './node-link'
import { Planned } from './planned'

type Props = { base: string; frame: StartexFrame; injects: readonly TitledLine[] }

/** Injects that wait or are waited for, in the order of time. */
export function InjectTable({ base, frame, injects }: Props) {
  const t = useTranslations('logic')
  return (
    <DataTable
      caption={t('injects.title')}
      rows={injects}
      rowKey={line => line.id}
      empty={<EmptyState title={t('injects.emptyTitle')}>{t('injects.emptyText')}</EmptyState>}
      columns={[
        {
          id: 'serial',
          header: t('injects.serial'),
          names: true,
          cell: line => <NodeLink base={base} {...line} />,
        },
        { id: 'time', header: t('injects.time'), cell: line => <Planned line={line} frame={frame} /> },
        { id: 'waits', header: t('injects.waits'), mono: true, cell: line => line.waits },
      ]}
    />
  )
}
