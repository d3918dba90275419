import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { WallDisplay } from '@/components/wall/wall-display'
import { Words } from '@/components/words'
import { endexAt } from '@/lib/exercises/rules'

type Props = PageProps<'/wall/[code]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('timeline.wall'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** The exercise for a whole room to see: outside the frame of its other pages, since nobody works on it. */
export default async function WallPage({ params }: Props) {
  const { exercise, now } = await openExercise(params)
  const locale = await getLocale()
  const { id, name, timeZone, startexAt } = exercise
  return (
    <Words namespaces={['timeline']}>
      <WallDisplay
        exercise={{ id, name, timeZone, startexAt, endexAt: endexAt(exercise) }}
        now={now}
        locale={locale}
      />
    </Words>
  )
}
