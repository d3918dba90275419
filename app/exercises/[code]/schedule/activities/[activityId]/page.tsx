import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ActivityForm } from '@/components/schedule/activity-form'
import { ActivityTabs } from '@/components/schedule/activity-tabs'
import { ActualForm } from '@/components/schedule/actual-form'
import { RemoveActivity } from '@/components/schedule/remove-buttons'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf } from '@/lib/policy'
import { getActivity } from '@/lib/schedule/queries'
import { activityParts } from '../activity-parts'
import { activityChoices } from '../choices'

type Props = PageProps<'/exercises/[code]/schedule/activities/[activityId]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('schedule')
  return { title: t('editActivity') }
}

export default async function EditActivityPage({ params }: Props) {
  const [{ actor, exercise }, { activityId }] = await Promise.all([openExercise(params), params])
  const [t, activity, choices] = await Promise.all([
    getTranslations('schedule'),
    getActivity(actor, exercise.id, activityId),
    activityChoices(actor, exercise.id),
  ])
  if (!activity) notFound()
  const back = `/exercises/${exercise.code}/schedule`
  return (
    <Words namespaces={['schedule', 'moments']}>
      <PageHeader
        title={activity.title}
        breadcrumbs={[{ label: t('title'), href: back }, { label: activity.title }]}
        actions={
          <RemoveActivity
            exerciseId={exercise.id}
            activityId={activity.id}
            name={activity.title}
            back={back}
          />
        }
      />
      <ActivityTabs
        base={`${back}/activities/${activity.id}`}
        current="details"
        parts={activityParts(actor, exercise.id)}
      />
      <ActivityForm
        exerciseId={exercise.id}
        frame={startexFrame(exercise)}
        viewer={accountOf(actor)?.timeZone ?? null}
        {...choices}
        back={back}
        activity={activity}
      />
      <div className="mt-4">
        <ActualForm
          exerciseId={exercise.id}
          of="activity"
          row={activity}
          frame={startexFrame(exercise)}
          viewer={accountOf(actor)?.timeZone ?? null}
        />
      </div>
    </Words>
  )
}
