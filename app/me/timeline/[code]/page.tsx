import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { PlanTimeline } from '@/app/exercises/plan-timeline'
import { accountWrites } from '@/components/accounts/account-writes'
import { PlainFrame } from '@/components/frame/plain-frame'
import { ownSections } from '@/components/me/own-sections'
import { accountOf } from '@/lib/policy'

type Props = PageProps<'/me/timeline/[code]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('timeline.slice')
  return { title: `${t('ownTitle')} · ${(await params).code.toUpperCase()}` }
}

/** An expert's own part of an exercise from the first conference to the last report. */
export default async function OwnTimelinePage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, me, parameters] = await Promise.all([
    getTranslations('timeline.slice'),
    getTranslations('me'),
    searchParams,
  ])
  const slices = [
    { label: t('own'), href: `/me/timeline/${exercise.code}`, current: true },
    { label: t('all'), href: `/exercises/${exercise.code}/timeline`, current: false },
  ]
  return (
    <PlainFrame
      viewer={accountOf(actor)}
      accountWrites={accountWrites}
      width="full"
      title={exercise.name}
      {...{ now, exercise }}
      sections={ownSections(exercise.code, me)}
    >
      <PlanTimeline
        {...{ actor, exercise, now, parameters, slices }}
        heading={t('ownTitle')}
        slice={{ of: 'own' }}
      />
    </PlainFrame>
  )
}
