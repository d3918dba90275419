import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { readPublic } from '@/app/api/timeline/public'
import { Timeline } from '@/components/timeline/timeline'
import { env } from '@/lib/env'
import { getPublicExercise } from '@/lib/exercises/queries'
import { endexAt } from '@/lib/exercises/rules'
import { currentInstant } from '@/lib/time'

type Props = PageProps<'/embed/[code]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, exercise] = await Promise.all([
    getTranslations('timeline'),
    getPublicExercise((await params).code),
  ])
  return {
    title: exercise ? `${t('publicTitle')} · ${exercise.name}` : t('publicTitle'),
    robots: { index: false },
  }
}

/**
 * The public timeline in somebody else's page (proxy.ts says whose). What a visitor sees, whoever is signed in in this
 * browser: a frame must never show one site what is told to another.
 */
export default async function EmbeddedTimelinePage({ params, searchParams }: Props) {
  const exercise = await getPublicExercise((await params).code)
  if (!exercise) notFound()
  const [t, locale, parameters] = await Promise.all([getTranslations('exercises'), getLocale(), searchParams])
  return (
    <main id="main" className="flex min-h-screen flex-col">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 px-3 py-2">
        <h1 className="text-lead">{exercise.name}</h1>
        <a
          href={`${env.baseUrl}/timelines/${exercise.code}`}
          target="_blank"
          rel="noopener"
          className="inline-flex min-h-target items-center text-accent underline"
        >
          {t('embed.open')}
        </a>
      </header>
      <Timeline
        address={null}
        read={() => readPublic(exercise)}
        base={null}
        home={exercise.timeZone}
        play={{ startexAt: exercise.startexAt, endexAt: endexAt(exercise) }}
        locale={locale}
        now={currentInstant()}
        viewerTimeZone={null}
        parameters={parameters}
      />
    </main>
  )
}
