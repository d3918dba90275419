import { useLocale, useTranslations } from 'next-intl'
import type { Instant } from '@/lib/time-zones'
import { zoneCity } from '@/lib/time-zones'
import { HeaderCell, Table, TableHead } from '../ui/table'
import { ActivityLine, type PlanActivity, wide } from './activity-line'
import { PhaseLine, type PlanPhase } from './phase-line'

type Props = {
  phases: readonly PlanPhase[]
  activities: readonly PlanActivity[]
  home: string
  viewer: string | null
  now: Instant
  /** Where activities are read. */
  readBase: string
  /** Where rows are edited, or null for readers. */
  editBase: string | null
}

/** The plan as a table: each phase heads its own activities, in the order in which they begin. */
export function PlanTable({ phases, activities, home, viewer, now, readBase, editBase }: Props) {
  const t = useTranslations('schedule')
  const locale = useLocale()
  const loose = activities.filter(({ phaseId }) => !phases.some(({ id }) => id === phaseId))
  const city = zoneCity(home)
  const shared = { home, viewer, now, locale, readBase, editBase }
  const columns = editBase === null ? 6 : 7
  const lines = (rows: readonly PlanActivity[]) =>
    rows.map(activity => <ActivityLine key={activity.id} activity={activity} {...shared} />)
  return (
    <Table caption={t('title')}>
      <TableHead>
        <tr>
          <HeaderCell>{t('activity')}</HeaderCell>
          <HeaderCell className={wide}>{t('written')}</HeaderCell>
          <HeaderCell className={wide}>
            {viewer === home ? t('home', { city }) : t('homeAndYou', { city })}
          </HeaderCell>
          <HeaderCell className={wide}>{t('lasts')}</HeaderCell>
          <HeaderCell className={wide}>{t('where')}</HeaderCell>
          <HeaderCell className={wide}>{t('audienceHead')}</HeaderCell>
          {editBase === null ? null : (
            <HeaderCell>
              <span className="sr-only">{t('edit')}</span>
            </HeaderCell>
          )}
        </tr>
      </TableHead>
      {phases.map(phase => {
        const own = activities.filter(({ phaseId }) => phaseId === phase.id)
        return (
          <tbody key={phase.id}>
            <PhaseLine phase={phase} columns={columns} {...shared} />
            {lines(own)}
          </tbody>
        )
      })}
      {loose.length > 0 ? (
        <tbody>
          {phases.length > 0 ? (
            <tr>
              <th
                scope="rowgroup"
                colSpan={columns}
                className="border-line border-b bg-sunk px-2 py-1.5 text-left font-semibold first:pl-4"
              >
                {t('noPhase')}
              </th>
            </tr>
          ) : null}
          {lines(loose)}
        </tbody>
      ) : null}
    </Table>
  )
}
