import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { PhaseForm } from '@/components/schedule/phase-form'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'

type Props = PageProps<'/exercises/[code]/schedule/phases/new'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('schedule')
  return { title: t('addPhase') }
}

export default async function NewPhasePage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  if (!can(actor, 'schedule.edit', { exerciseId: exercise.id })) notFound()
  const t = await getTranslations('schedule')
  const back = `/exercises/${exercise.code}/schedule`
  return (
    <Words namespaces={['schedule', 'moments']}>
      <PageHeader
        title={t('addPhase')}
        breadcrumbs={[{ label: t('title'), href: back }, { label: t('addPhase') }]}
      />
      <PhaseForm
        exerciseId={exercise.id}
        frame={startexFrame(exercise)}
        viewer={accountOf(actor)?.timeZone ?? null}
        back={back}
      />
    </Words>
  )
}
