import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlanTimeline } from '@/app/exercises/plan-timeline'
import { openDelegation } from '../../open-delegation'

type Props = PageProps<'/delegation/[participationId]/timeline'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { name, delegation }] = await Promise.all([getTranslations('timeline'), openDelegation(params)])
  return { title: `${t('title')} · ${name} · ${delegation.exercise.code}` }
}

/** A nation's own part: where its people go and stand watch, what its teams do, the deadlines that it keeps. */
export default async function DelegationTimelinePage({ params, searchParams }: Props) {
  const { actor, delegation, owner, name, now } = await openDelegation(params)
  const [t, parameters] = await Promise.all([getTranslations('timeline.slice'), searchParams])
  const { exercise } = delegation
  const slices = [
    { label: name, href: `/delegation/${delegation.id}/timeline`, current: true },
    { label: t('all'), href: `/exercises/${exercise.code}/timeline`, current: false },
  ]
  return (
    <PlanTimeline
      {...{ actor, exercise, now, parameters, slices }}
      heading={t('nationTitle', { name })}
      slice={{ of: 'nation', participationId: owner.participationId }}
    />
  )
}
