import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { pack } from '@/components/packed'
import { boardWords } from '@/components/timeline/board-words'
import { boardZones } from '@/components/timeline/board-zones'
import { WallDisplay } from '@/components/wall/wall-display'
import { Words } from '@/components/words'
import { endexAt } from '@/lib/exercises/rules'
import { positionFrom } from '@/lib/timeline/position/rules'

type Props = PageProps<'/wall/[code]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('timeline.wall'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** The exercise for a whole room to see: outside the frame of its other pages, since nobody works on it. */
export default async function WallPage({ params, searchParams }: Props) {
  const { exercise, now } = await openExercise(params)
  const [locale, t, parameters] = await Promise.all([getLocale(), getTranslations('timeline'), searchParams])
  const { id, name, timeZone, startexAt } = exercise
  const play = { startexAt, endexAt: endexAt(exercise) }
  // A room's clock is the exercise's own, whoever has opened the wall.
  const zones = boardZones(t, { home: timeZone, viewer: timeZone, play })
  return (
    <Words namespaces={['timeline']}>
      <WallDisplay
        exercise={{ id, name, timeZone, ...play }}
        words={pack(boardWords(t, locale))}
        zones={pack(zones)}
        position={positionFrom(parameters)}
        now={now}
        locale={locale}
      />
    </Words>
  )
}
