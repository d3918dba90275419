import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { PlanTable } from '@/components/schedule/plan-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { accountOf, can } from '@/lib/policy'
import { listPlan } from '@/lib/schedule/queries'

type Props = PageProps<'/exercises/[code]/schedule'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('schedule'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

export default async function SchedulePage({ params }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, { phases, activities }] = await Promise.all([
    getTranslations('schedule'),
    listPlan(actor, exercise.id),
  ])
  const base = `/exercises/${exercise.code}/schedule`
  const edits = can(actor, 'schedule.edit', { exerciseId: exercise.id })
  const actions = (
    <>
      <LinkButton href={`/me/calendars?exercise=${exercise.code}`} variant="quiet">
        {t('calendars')}
      </LinkButton>
      <LinkButton href={`${base}/shifts`} variant="quiet">
        {t('shifts')}
      </LinkButton>
      {edits ? (
        <>
          <LinkButton href={`${base}/move`}>{t('move')}</LinkButton>
          <LinkButton href={`${base}/phases/new`}>{t('addPhase')}</LinkButton>
          <LinkButton href={`${base}/activities/new`} variant="primary">
            {t('addActivity')}
          </LinkButton>
        </>
      ) : null}
    </>
  )
  const nothing = phases.length === 0 && activities.length === 0
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={nothing ? undefined : actions} />
      {nothing ? (
        <EmptyState
          title={t('empty.title')}
          action={edits ? <LinkButton href={`${base}/phases/new`}>{t('addPhase')}</LinkButton> : null}
        >
          {edits ? t('empty.text') : t('empty.reader')}
        </EmptyState>
      ) : (
        <Panel flush>
          <PlanTable
            phases={phases}
            activities={activities}
            home={exercise.timeZone}
            viewer={accountOf(actor)?.timeZone ?? null}
            now={now}
            readBase={base}
            editBase={edits ? base : null}
          />
        </Panel>
      )}
    </>
  )
}
