import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ActualForm } from '@/components/schedule/actual-form'
import { PhaseForm } from '@/components/schedule/phase-form'
import { RemovePhase } from '@/components/schedule/remove-buttons'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf } from '@/lib/policy'
import { getPhase } from '@/lib/schedule/queries'

type Props = PageProps<'/exercises/[code]/schedule/phases/[phaseId]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('schedule')
  return { title: t('editPhase') }
}

export default async function EditPhasePage({ params }: Props) {
  const [{ actor, exercise }, { phaseId }] = await Promise.all([openExercise(params), params])
  const [t, phase] = await Promise.all([getTranslations('schedule'), getPhase(actor, exercise.id, phaseId)])
  if (!phase) notFound()
  const back = `/exercises/${exercise.code}/schedule`
  return (
    <Words namespaces={['schedule', 'moments']}>
      <PageHeader
        title={phase.name}
        breadcrumbs={[{ label: t('title'), href: back }, { label: phase.name }]}
        actions={
          <RemovePhase
            exerciseId={exercise.id}
            phaseId={phase.id}
            name={phase.name}
            activities={phase.activities}
            back={back}
          />
        }
      />
      <PhaseForm
        exerciseId={exercise.id}
        frame={startexFrame(exercise)}
        viewer={accountOf(actor)?.timeZone ?? null}
        back={back}
        phase={phase}
      />
      <div className="mt-4">
        <ActualForm
          exerciseId={exercise.id}
          of="phase"
          row={phase}
          frame={startexFrame(exercise)}
          viewer={accountOf(actor)?.timeZone ?? null}
        />
      </div>
    </Words>
  )
}
