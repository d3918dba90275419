import { useLocale, useTranslations } from 'next-intl'
import type { Erasures } from '@/lib/erasure/queries'
import { needsDays } from '@/lib/erasure/rules'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { type Column, DataTable } from '../ui/data-table'
import { Panel } from '../ui/panel'
import { Status } from '../ui/status'

type Props = { erasures: Erasures; timeZone: string; now: Instant }

const rules = ['needs', 'identities'] as const

/** What goes by itself and when, and the proof of what has gone. */
export function ErasurePanel({ erasures, timeZone, now }: Props) {
  const t = useTranslations('personalData')
  const locale = useLocale()
  const at = (instant: Instant) => formatInstant(instant, { timeZone, locale, style: 'dateTime' })
  const { due, left, runs, lookedAt, retentionDays } = erasures
  const days = { needs: needsDays, identities: retentionDays }
  return (
    <Panel
      title={t('rules.title')}
      note={lookedAt === null ? t('rules.neverLooked') : t('rules.looked', { at: at(lookedAt) })}
    >
      <ul className="grid gap-3">
        {rules.map(rule => (
          <li key={rule}>
            <p className="font-medium">{t(`rules.${rule}`)}</p>
            <p className="text-muted">{t(`rules.${rule}Text`, { days: days[rule] })}</p>
            <p className="mt-1 flex flex-wrap gap-x-3">
              <Status tone={stateOf(due[rule], left[rule], now)}>
                {t(due[rule] > now ? 'rules.due' : left[rule] > 0 ? 'rules.overdue' : 'rules.over', {
                  at: at(due[rule]),
                })}
              </Status>
              <span className="text-muted">{t(`rules.${rule}Left`, { count: left[rule] })}</span>
            </p>
          </li>
        ))}
      </ul>
      <h3 className="mt-4 mb-1 font-semibold">{t('runs.title')}</h3>
      {runs.length === 0 ? <p className="text-muted">{t('runs.none')}</p> : <RunTable runs={runs} at={at} />}
    </Panel>
  )
}

const stateOf = (due: Instant, left: number, now: Instant) =>
  due > now ? 'info' : left > 0 ? 'warn' : 'good'

type Run = Erasures['runs'][number]

function RunTable({ runs, at }: { runs: readonly Run[]; at: (instant: Instant) => string }) {
  const t = useTranslations('personalData')
  const columns: Column<Run>[] = [
    { id: 'rule', header: t('runs.rule'), names: true, cell: run => t(`runs.${run.rule}`) },
    {
      id: 'started',
      header: t('runs.started'),
      cell: run => <span className="whitespace-nowrap">{at(run.startedAt)}</span>,
    },
    { id: 'rows', header: t('runs.rows'), numeric: true, cell: run => run.rows },
    {
      id: 'finished',
      header: t('runs.state'),
      cell: run => (
        <Status tone={run.finishedAt === null ? 'warn' : 'good'}>
          {t(run.finishedAt === null ? 'runs.broken' : 'runs.finished')}
        </Status>
      ),
    },
  ]
  return <DataTable caption={t('runs.title')} columns={columns} rows={runs} rowKey={run => run.id} />
}
