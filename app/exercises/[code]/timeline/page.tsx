import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ownSlices, PlanTimeline } from '@/app/exercises/plan-timeline'

type Props = PageProps<'/exercises/[code]/timeline'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('timeline')
  return { title: `${t('title')} · ${(await params).code.toUpperCase()}` }
}

export default async function TimelinePage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, slices, parameters] = await Promise.all([
    getTranslations('timeline'),
    ownSlices(exercise.code, 'all'),
    searchParams,
  ])
  return <PlanTimeline {...{ actor, exercise, now, parameters, slices }} heading={t('title')} slice={null} />
}
