import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Meter } from '@/components/ui/meter'
import { Status } from '@/components/ui/status'
import type { ObjectiveRow } from '@/lib/objectives/queries'
import { formatDay } from '@/lib/time-format'
import { EditObjective, MoveObjective } from './objective-forms'

type Props = {
  exerciseId: string
  objectives: readonly ObjectiveRow[]
  /** how many teams get injects at all */
  teams: number
  mayEdit: boolean
}

/** What the exercise trains, in its tree, and what serves each: how much, for whom and when. */
export function ObjectiveTable({ exerciseId, objectives, teams, mayEdit }: Props) {
  const t = useTranslations('objectives')
  const edit = {
    id: 'edit',
    header: t('change'),
    cell: (objective: ObjectiveRow) => (
      <span className="flex items-center gap-1">
        <MoveObjective {...{ exerciseId, objective, objectives }} />
        <EditObjective {...{ exerciseId, objective, objectives }} />
      </span>
    ),
  }
  return (
    <DataTable
      caption={t('title')}
      rows={objectives}
      rowKey={objective => objective.id}
      empty={
        <EmptyState title={t(mayEdit ? 'emptyTitle' : 'noneTitle')}>
          {t(mayEdit ? 'emptyText' : 'noneText')}
        </EmptyState>
      }
      columns={[
        {
          id: 'title',
          header: t('objective'),
          names: true,
          cell: objective => <Title objective={objective} />,
        },
        {
          id: 'injects',
          header: t('served'),
          cell: objective => <Served objective={objective} mayEdit={mayEdit} />,
        },
        { id: 'teams', header: t('for'), cell: objective => <Teams objective={objective} teams={teams} /> },
        { id: 'days', header: t('when'), cell: objective => <Days objective={objective} /> },
        ...(mayEdit ? [edit] : []),
      ]}
    />
  )
}

function Title({ objective: { depth, number, title, criteria } }: { objective: ObjectiveRow }) {
  const t = useTranslations('objectives')
  return (
    <span
      className="block min-w-48 max-w-prose wrap-anywhere"
      style={{ paddingInlineStart: `${Math.min(depth, 4) * 1.25}rem` }}
    >
      <span className="mr-2 font-mono text-muted tabular">{number}</span>
      <bdi className={depth > 0 ? 'font-normal' : undefined}>{title}</bdi>
      {criteria.length > 0 ? (
        <ul
          aria-label={t('criteria')}
          className="mt-1 list-disc pl-5 font-normal text-muted text-note marker:text-edge"
        >
          {criteria.map(criterion => (
            <li key={criterion}>{criterion}</li>
          ))}
        </ul>
      ) : null}
    </span>
  )
}

function Served({ objective, mayEdit }: { objective: ObjectiveRow; mayEdit: boolean }) {
  const t = useTranslations('objectives')
  const { injects, leastInjects, missing, number } = objective
  // Whoever sees a part of the injects cannot be told whether there are enough.
  if (!mayEdit || leastInjects === 0)
    return <span className="font-mono tabular">{t('injects', { count: injects })}</span>
  return (
    <span className="grid min-w-40 gap-1">
      <Meter
        bare
        label={t('servedOf', { number })}
        value={injects}
        max={leastInjects}
        tone={missing > 0 ? 'warn' : 'good'}
      />
      {missing > 0 ? (
        <Status tone={injects === 0 ? 'bad' : 'warn'}>{t('missing', { count: missing })}</Status>
      ) : null}
    </span>
  )
}

const mostNamed = 4

function Teams({ objective, teams }: { objective: ObjectiveRow; teams: number }) {
  const t = useTranslations('objectives')
  const { teamsWith, teamsWithout, injects } = objective
  if (injects === 0 || teams === 0) return null
  const without = teamsWithout.length
  return (
    <span className="grid min-w-36 gap-0.5">
      <span>{t('teams', { reached: teamsWith, teams })}</span>
      {without > 0 && without <= mostNamed ? (
        <span className="text-muted text-note">{t('without', { names: teamsWithout.join(', ') })}</span>
      ) : null}
    </span>
  )
}

function Days({ objective: { days, undated, injects } }: { objective: ObjectiveRow }) {
  const t = useTranslations('objectives')
  if (injects === 0) return null
  // A week of play is shown whole, with its gaps; of a long one only the days that count.
  const shown = days.length <= 7 ? days : days.filter(day => day.injects > 0)
  return (
    <ul className="flex min-w-44 flex-wrap gap-x-3 gap-y-0.5 font-mono text-note tabular">
      {shown.map(({ day, injects: count }) => (
        <li key={day} className={count === 0 ? 'text-muted' : undefined}>
          {t('day', { day: formatDay(day), count })}
        </li>
      ))}
      {undated > 0 ? <li className="text-muted">{t('undated', { count: undated })}</li> : null}
    </ul>
  )
}
