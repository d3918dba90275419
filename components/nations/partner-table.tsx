import { getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { stepPartner } from '@/lib/nations/actions'
import type { AccessionState } from '@/lib/nations/schema'
import { AccessionStatus } from './accession-status'
import { StepDialog } from './step-dialog'

export type PartnerRow = {
  id: string
  kind: 'nation' | 'organisation' | 'fictional'
  code: string
  name: string
  state: AccessionState
  since: string | null
  note: string
}
type Props = { programmeId: string; partners: readonly PartnerRow[]; today: string; mayEdit: boolean }

/** How the programme itself stands with each partner, whichever exercises it takes part in. */
export async function PartnerTable({ programmeId, partners, today, mayEdit }: Props) {
  const t = await getTranslations('nations')
  const step = {
    id: 'step',
    header: t('step'),
    cell: ({ id, name, state }: PartnerRow) => (
      <StepDialog action={stepPartner} owner={{ programmeId, partnerId: id }} {...{ name, state, today }} />
    ),
  }
  return (
    <DataTable
      caption={t('partners')}
      rows={partners}
      rowKey={partner => partner.id}
      empty={<EmptyState title={t('noPartners')} />}
      columns={[
        { id: 'code', header: t('code'), mono: true, cell: partner => partner.code },
        { id: 'name', header: t('partner'), names: true, cell: partner => partner.name },
        { id: 'kind', header: t('kindHead'), cell: partner => t(`kind.${partner.kind}`) },
        { id: 'state', header: t('stateHead'), cell: partner => <AccessionStatus state={partner.state} /> },
        { id: 'since', header: t('changedOn'), mono: true, cell: partner => partner.since },
        { id: 'note', header: t('note'), cell: partner => partner.note },
        ...(mayEdit ? [step] : []),
      ]}
    />
  )
}
