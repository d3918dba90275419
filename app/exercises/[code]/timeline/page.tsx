import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { Timeline } from '@/components/timeline/timeline'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { accountOf } from '@/lib/policy'
import { listPlan } from '@/lib/schedule/queries'
import { listTeams } from '@/lib/teams/queries'
import { timelineSource } from '@/lib/timeline/sources/rules'

type Props = PageProps<'/exercises/[code]/timeline'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('timeline')
  return { title: `${t('title')} · ${(await params).code.toUpperCase()}` }
}

export default async function TimelinePage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, locale, plan, teams, parameters] = await Promise.all([
    getTranslations('timeline'),
    getLocale(),
    listPlan(actor, exercise.id),
    listTeams(actor, exercise.id),
    searchParams,
  ])
  return (
    <div data-bleed>
      <VisuallyHidden>
        <h1>{t('title')}</h1>
      </VisuallyHidden>
      <Timeline
        source={timelineSource(exercise, plan, teams, `/exercises/${exercise.code}`)}
        locale={locale}
        now={now}
        viewerTimeZone={accountOf(actor)?.timeZone ?? null}
        parameters={parameters}
      />
    </div>
  )
}
