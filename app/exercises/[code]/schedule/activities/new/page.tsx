import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ActivityForm } from '@/components/schedule/activity-form'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'
import { activityChoices } from '../choices'

type Props = PageProps<'/exercises/[code]/schedule/activities/new'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('schedule')
  return { title: t('addActivity') }
}

export default async function NewActivityPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  if (!can(actor, 'schedule.edit', { exerciseId: exercise.id })) notFound()
  const [t, choices] = await Promise.all([getTranslations('schedule'), activityChoices(actor, exercise.id)])
  const back = `/exercises/${exercise.code}/schedule`
  return (
    <Words namespaces={['schedule', 'moments']}>
      <PageHeader
        title={t('addActivity')}
        breadcrumbs={[{ label: t('title'), href: back }, { label: t('addActivity') }]}
      />
      <ActivityForm
        exerciseId={exercise.id}
        frame={startexFrame(exercise)}
        viewer={accountOf(actor)?.timeZone ?? null}
        {...choices}
        back={back}
      />
    </Words>
  )
}
