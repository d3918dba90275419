import { useLocale, useTranslations } from 'next-intl'
import { crewLetter } from '@/lib/shifts/rules'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { DataTable } from '../ui/data-table'
import { Panel } from '../ui/panel'

type Duty = {
  dutyId: string
  person: string
  name: string
  crew: number | null
  startAt: Instant
  endAt: Instant
}

const most = 10

/** Which of a delegation's people stand watch next; absent where nobody does. */
export function DelegationDuties({ duties, timeZone }: { duties: readonly Duty[]; timeZone: string }) {
  const t = useTranslations('shifts')
  const locale = useLocale()
  if (duties.length === 0) return null
  const watchOf = ({ name, crew }: Duty) =>
    crew === null ? name : `${name} · ${t('crew', { letter: crewLetter(crew) })}`
  const later = duties.length - most
  return (
    <Panel
      title={t('delegationTitle')}
      note={later > 0 ? t('delegationMore', { count: later }) : undefined}
      flush
      className="mb-4"
    >
      <DataTable
        caption={t('delegationTitle')}
        rows={duties.slice(0, most)}
        rowKey={duty => duty.dutyId}
        columns={[
          {
            id: 'person',
            header: t('person'),
            names: true,
            cell: duty => (
              <>
                {duty.person}
                <span className="block font-normal text-muted text-note md:hidden">{watchOf(duty)}</span>
              </>
            ),
          },
          {
            id: 'when',
            header: t('when'),
            mono: true,
            cell: duty => formatSpan(duty.startAt, duty.endAt, { timeZone, locale }),
          },
          {
            id: 'watch',
            header: t('watch'),
            wide: true,
            cell: watchOf,
          },
        ]}
      />
    </Panel>
  )
}
