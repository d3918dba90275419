import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { openExercise } from '@/app/exercises/open-exercise'
import { accountWrites } from '@/components/accounts/account-writes'
import { sectionsOf } from '@/components/exercises/sections'
import { Frame } from '@/components/frame/frame'
import { countSections } from '@/lib/exercises/overview/queries'
import { accountOf, can } from '@/lib/policy'
import { ClashCount } from './clashes/clash-count'

/** Draws the frame round an exercise's pages. What may be seen is each page's own question. */
export default async function ExerciseLayout({ params, children }: LayoutProps<'/exercises/[code]'>) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, counts] = await Promise.all([getTranslations('exercises'), countSections(actor, exercise.id)])
  const words = { delegation: t('delegation'), mySchedule: t('mySchedule') }
  const clashes = can(actor, 'schedule.edit', { exerciseId: exercise.id }) ? (
    <Suspense>
      <ClashCount actor={actor} exerciseId={exercise.id} now={now} />
    </Suspense>
  ) : null
  return (
    <Frame
      exercise={exercise}
      sections={sectionsOf(actor, exercise, { ...counts, clashes }, words)}
      viewer={accountOf(actor)}
      accountWrites={accountWrites}
      now={now}
    >
      {children}
    </Frame>
  )
}
