import { useLocale, useTranslations } from 'next-intl'
import type { ExerciseStatus } from '@/lib/exercises/schema'
import { formatDtg, formatInstant, formatRelativeDays } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { ViewerTime } from '../moments/viewer-time'
import { type Column, DataTable } from '../ui/data-table'
import { Panel } from '../ui/panel'
import { TextLink } from '../ui/text-link'
import { ExerciseStatusMark } from './exercise-status'
import { NewSeries } from './programme-forms'

type ExerciseLine = {
  id: string
  code: string
  name: string
  venue: string
  timeZone: string
  startexAt: Instant
  status: ExerciseStatus
  series: { name: string }
  programme: { id: string; name: string; host: string }
}

type Props = {
  exercises: readonly ExerciseLine[]
  viewer: string | null
  now: Instant
  /** Programmes that the reader may add to. */
  own: readonly string[]
}

/** The exercises of each programme, with STARTEX at home, where the reader is, and in Zulu. */
export function ExerciseTable({ exercises, viewer, now, own }: Props) {
  const t = useTranslations('exercises')
  const locale = useLocale()
  const programmes = new Map(exercises.map(({ programme }) => [programme.id, programme]))
  const away = viewer === null || exercises.some(({ timeZone }) => timeZone !== viewer)
  const yours: Column<ExerciseLine> = {
    id: 'you',
    header: t('you'),
    mono: true,
    cell: ({ startexAt, timeZone }) => <ViewerTime from={startexAt} timeZone={viewer} home={timeZone} />,
  }
  const columns: Column<ExerciseLine>[] = [
    {
      id: 'code',
      header: t('code'),
      mono: true,
      cell: ({ code }) => <TextLink href={`/exercises/${code}`}>{code}</TextLink>,
    },
    { id: 'name', header: t('name'), names: true, cell: ({ name }) => name },
    { id: 'series', header: t('series'), cell: ({ series }) => series.name },
    { id: 'status', header: t('statusHead'), cell: ({ status }) => <ExerciseStatusMark status={status} /> },
    {
      id: 'startex',
      header: t('startex'),
      mono: true,
      cell: ({ startexAt, timeZone }) => formatInstant(startexAt, { timeZone, locale, style: 'dateTime' }),
    },
    ...(away ? [yours] : []),
    { id: 'zulu', header: t('zulu'), mono: true, cell: ({ startexAt }) => formatDtg(startexAt) },
    {
      id: 'day',
      header: t('day'),
      numeric: true,
      cell: ({ startexAt, timeZone }) => formatRelativeDays(startexAt, now, timeZone),
    },
  ]
  return (
    <div className="grid gap-4">
      {[...programmes.values()].map(({ id, name, host }) => (
        <Panel
          key={id}
          title={name}
          note={host}
          actions={own.includes(id) ? <NewSeries programmeId={id} /> : undefined}
          flush
        >
          <DataTable
            caption={name}
            columns={columns}
            rows={exercises.filter(({ programme }) => programme.id === id)}
            rowKey={row => row.id}
          />
        </Panel>
      ))}
    </div>
  )
}
