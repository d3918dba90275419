import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { readWhole } from '@/app/api/timeline/whole'
import { openExercise } from '@/app/exercises/open-exercise'
import { Timeline } from '@/components/timeline/timeline'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { Words } from '@/components/words'
import { endexAt } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'

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
  const account = accountOf(actor)
  const own = { exerciseId: exercise.id }
  const moves = can(actor, 'schedule.edit', own) || can(actor, 'scenario.edit', own) ? own : null
  const stream = account && can(actor, 'scenario.read', own) ? { ...own, accountId: account.accountId } : null
  const words = moves ? (['moves', 'moments', 'timeline'] as const) : []
  return (
    <div data-bleed>
      <VisuallyHidden>
        <h1>{t('title')}</h1>
      </VisuallyHidden>
      <Words namespaces={words}>
        <Timeline
          address={`/api/timeline/${exercise.id}`}
          read={read}
          base={`/exercises/${exercise.code}`}
          home={exercise.timeZone}
          play={{ startexAt: exercise.startexAt, endexAt: endexAt(exercise) }}
          locale={locale}
          now={now}
          viewerTimeZone={account?.timeZone ?? null}
          parameters={parameters}
          stream={stream}
          moves={moves}
        />
      </Words>
    </div>
  )
}
