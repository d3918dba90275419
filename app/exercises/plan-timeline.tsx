import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { everything, readWhole } from '@/app/api/timeline/whole'
import { Timeline, type TimelineProps } from '@/components/timeline/timeline'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { Words } from '@/components/words'
import { endexAt } from '@/lib/exercises/rules'
import { type Actor, accountOf, can } from '@/lib/policy'
import type { Instant } from '@/lib/time-zones'
import { type Slice, sliceText } from '@/lib/timeline/slices/rules'

type Exercise = { id: string; code: string; timeZone: string; startexAt: Instant; endexOffset: number }
type Props = {
  actor: Actor
  exercise: Exercise
  now: Instant
  heading: string
  parameters: TimelineProps['parameters']
  /** Whose part is shown; null for all that the actor may see. */
  slice: Slice | null
  /** Where the other parts are. */
  slices: TimelineProps['slices']
}

/** An exercise's timeline, or somebody's part of it, as the whole of a page. */
export async function PlanTimeline({ actor, exercise, now, heading, parameters, slice, slices = [] }: Props) {
  const locale = await getLocale()
  const own = { exerciseId: exercise.id }
  const account = accountOf(actor)
  const moves = can(actor, 'schedule.edit', own) || can(actor, 'scenario.edit', own) ? own : null
  const stream = account && can(actor, 'scenario.read', own) ? { ...own, accountId: account.accountId } : null
  const of = slice && sliceText(slice)
  return (
    <div data-bleed data-wide="">
      <VisuallyHidden>
        <h1>{heading}</h1>
      </VisuallyHidden>
      <Words namespaces={moves ? (['moves', 'moments', 'timeline'] as const) : []}>
        <Timeline
          address={`/api/timeline/${exercise.id}${of === null ? '' : `?of=${of}`}`}
          read={async () =>
            (await readWhole(actor, exercise.id, { ...everything, slice }, locale)) ?? notFound()
          }
          base={`/exercises/${exercise.code}`}
          home={exercise.timeZone}
          play={{ startexAt: exercise.startexAt, endexAt: endexAt(exercise) }}
          locale={locale}
          now={now}
          viewerTimeZone={account?.timeZone ?? null}
          parameters={parameters}
          {...{ stream, moves, slices }}
          slice={of}
        />
      </Words>
    </div>
  )
}

/** All that one may see and one's own part of it, as two pages of the exercise. */
export async function ownSlices(code: string, shown: 'all' | 'own') {
  const t = await getTranslations('timeline.slice')
  const href = `/exercises/${code}/timeline`
  return [
    { label: t('all'), href, current: shown === 'all' },
    { label: t('own'), href: `${href}/own`, current: shown === 'own' },
  ]
}
