import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ownSlices, PlanTimeline } from '@/app/exercises/plan-timeline'

type Props = PageProps<'/exercises/[code]/timeline/own'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('timeline.slice')
  return { title: `${t('ownTitle')} · ${(await params).code.toUpperCase()}` }
}

/** What is in one's own hands: a controller's injects and watches, a planner's duties. */
export default async function OwnTimelinePage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, slices, parameters] = await Promise.all([
    getTranslations('timeline.slice'),
    ownSlices(exercise.code, 'own'),
    searchParams,
  ])
  return (
    <PlanTimeline
      {...{ actor, exercise, now, parameters, slices }}
      heading={t('ownTitle')}
      slice={{ of: 'own' }}
    />
  )
}
