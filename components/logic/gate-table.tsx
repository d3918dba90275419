import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { GateLine } from '@/lib/logic/queries'
import type { StartexFrame } from '@/lib/time'
import { EditGate } from './gate-forms'
import { NodeLink } from './node-link'
import { Planned } from './planned'

type Props = { exerciseId: string; base: string; frame: StartexFrame; gates: readonly GateLine[] }

/** The gates with what they stand for and what hangs on them. */
export function GateTable({ exerciseId, base, frame, gates }: Props) {
  const t = useTranslations('logic')
  return (
    <DataTable
      caption={t('gates.title')}
      rows={gates}
      rowKey={gate => gate.id}
      empty={<EmptyState title={t('gates.emptyTitle')}>{t('gates.emptyText')}</EmptyState>}
      columns={[
        {
          id: 'name',
          header: t('gates.name'),
          names: true,
          cell: gate => <NodeLink base={base} {...gate} />,
        },
        { id: 'kind', header: t('gates.kind'), cell: gate => t(`kinds.${gate.kind}`) },
        { id: 'waits', header: t('gates.waits'), mono: true, cell: gate => gate.waits },
        { id: 'opens', header: t('gates.opens'), cell: gate => <Planned line={gate} frame={frame} /> },
        {
          id: 'awaited',
          header: t('gates.awaited'),
          cell: gate => (
            <span className="flex flex-wrap gap-x-3">
              {gate.awaited.map(({ id, name }) => (
                <NodeLink key={id} {...{ base, id, name }} />
              ))}
            </span>
          ),
        },
        {
          id: 'edit',
          header: t('gates.edit'),
          cell: gate => <EditGate exerciseId={exerciseId} gate={gate} />,
        },
      ]}
    />
  )
}
