import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ExerciseStatusMark } from '@/components/exercises/exercise-status'
import { GapList } from '@/components/exercises/gap-list'
import { NextList } from '@/components/exercises/next-list'
import { RegistrationPanel } from '@/components/exercises/registration-panel'
import { ThreeTimes } from '@/components/moments/three-times'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { getOverview } from '@/lib/exercises/overview/queries'
import { gapsOf } from '@/lib/exercises/overview/rules'
import { endexAt, startexFrame } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'
import { listGates, listPlan } from '@/lib/schedule/queries'
import { comingUp, registrationWindow } from '@/lib/schedule/rules'
import { dayNumberOf } from '@/lib/time'

type Props = PageProps<'/exercises/[code]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await openExercise(params)
  return { title: `${exercise.code} · ${exercise.name}` }
}

export default async function OverviewPage({ params }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, facts, gates, plan] = await Promise.all([
    getTranslations('exercises'),
    getOverview(actor, exercise.id),
    listGates(actor, exercise.id),
    listPlan(actor, exercise.id),
  ])
  const frame = startexFrame(exercise)
  const endex = endexAt(exercise)
  const window = registrationWindow(gates, [], frame)
  const base = `/exercises/${exercise.code}`
  const viewer = accountOf(actor)?.timeZone ?? null
  const next = comingUp(plan.activities, now, 6).map(activity => ({
    ...activity,
    day: dayNumberOf(activity.startAt, exercise.timeZone, frame),
    timeZone: activity.start.anchor === 'ttime' ? null : activity.start.timeZone,
  }))
  const gaps = facts ? gapsOf({ ...exercise, endexAt: endex }, facts, window, now) : null
  return (
    <Words namespaces={['moments']}>
      <PageHeader
        title={exercise.name}
        lead={
          <span className="flex flex-wrap gap-x-4">
            <ExerciseStatusMark status={exercise.status} />
            <span>{`${exercise.series.name} · ${exercise.venue}`}</span>
          </span>
        }
        actions={
          <>
            {exercise.status === 'draft' ? null : (
              <LinkButton href={`/timelines/${exercise.code}`}>{t('publicTimeline')}</LinkButton>
            )}
            {can(actor, 'exercise.edit', { exerciseId: exercise.id }) ? (
              <LinkButton href={`${base}/settings`}>{t('settings')}</LinkButton>
            ) : null}
          </>
        }
      />
      {exercise.summary ? <p className="mb-4 max-w-prose whitespace-pre-line">{exercise.summary}</p> : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <Panel title={t('startex')}>
            <ThreeTimes from={exercise.startexAt} home={exercise.timeZone} viewer={viewer} />
            <h3 className="mt-3 mb-1 font-semibold">{t('endex')}</h3>
            <ThreeTimes from={endex} home={exercise.timeZone} viewer={viewer} />
          </Panel>
          <NextList items={next} home={exercise.timeZone} viewer={viewer} base={base} />
        </div>
        <div className="grid gap-4">
          <RegistrationPanel
            facts={facts}
            window={window}
            status={exercise.status}
            home={exercise.timeZone}
            now={now}
            base={base}
          />
          {gaps ? <GapList gaps={gaps} base={base} /> : null}
        </div>
      </div>
    </Words>
  )
}
