import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { readPublic } from '@/app/api/timeline/public'
import { PlainFrame } from '@/components/frame/plain-frame'
import { Timeline } from '@/components/timeline/timeline'
import { buttonLook } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { getPublicExercise } from '@/lib/exercises/queries'
import { endexAt } from '@/lib/exercises/rules'
import { accountOf } from '@/lib/policy'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time'

type Props = PageProps<'/timelines/[code]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, exercise] = await Promise.all([
    getTranslations('timeline'),
    getPublicExercise((await params).code),
  ])
  return { title: exercise ? `${t('publicTitle')} · ${exercise.name}` : t('publicTitle') }
}

/** What everybody may see, whoever looks: an organiser sees here what the public sees. */
export default async function PublicTimelinePage({ params, searchParams }: Props) {
  const exercise = await getPublicExercise((await params).code)
  if (!exercise) notFound()
  const [t, locale, actor, parameters] = await Promise.all([
    getTranslations('timeline'),
    getLocale(),
    currentActor(),
    searchParams,
  ])
  const now = currentInstant()
  const viewer = accountOf(actor)
  return (
    <PlainFrame viewer={viewer} title={exercise.name} width="full" now={now} exercise={exercise}>
      <PageHeader
        title={exercise.name}
        lead={`${exercise.venue} · ${exercise.programme.host}`}
        actions={
          <a href={`/api/calendars/public/${exercise.code}.ics`} className={buttonLook()}>
            {t('calendar')}
          </a>
        }
      />
      {exercise.summary ? <p className="max-w-prose pb-4 text-muted">{exercise.summary}</p> : null}
      <section aria-label={t('publicTitle')} className="overflow-hidden rounded-panel border border-line">
        <Timeline
          address={null}
          read={() => readPublic(exercise)}
          base={null}
          home={exercise.timeZone}
          play={{ startexAt: exercise.startexAt, endexAt: endexAt(exercise) }}
          locale={locale}
          now={now}
          viewerTimeZone={viewer?.timeZone ?? null}
          parameters={parameters}
        />
      </section>
    </PlainFrame>
  )
}
