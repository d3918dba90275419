import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { readWhole } from '@/app/api/timeline/whole'
import { openExercise } from '@/app/exercises/open-exercise'
import { Timeline } from '@/components/timeline/timeline'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { endexAt } from '@/lib/exercises/rules'
import { accountOf } from '@/lib/policy'

type Props = PageProps<'/exercises/[code]/timeline'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('timeline')
  return { title: `${t('title')} · ${(await params).code.toUpperCase()}` }
}

const everything = { injects: 'all', groups: ['plan', 'shifts'] } as const

export default async function TimelinePage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, locale, parameters] = await Promise.all([getTranslations('timeline'), getLocale(), searchParams])
  const read = async () => (await readWhole(actor, exercise.id, everything, locale)) ?? notFound()
  return (
    <div data-bleed>
      <VisuallyHidden>
        <h1>{t('title')}</h1>
      </VisuallyHidden>
      <Timeline
        address={`/api/timeline/${exercise.id}`}
        read={read}
        base={`/exercises/${exercise.code}`}
        home={exercise.timeZone}
        play={{ startexAt: exercise.startexAt, endexAt: endexAt(exercise) }}
        locale={locale}
        now={now}
        viewerTimeZone={accountOf(actor)?.timeZone ?? null}
        parameters={parameters}
      />
    </div>
  )
}
