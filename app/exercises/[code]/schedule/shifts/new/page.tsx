import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { NewRota } from '@/components/shifts/rota-forms'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'
import { rotaChoices } from '../rota-choices'

type Props = PageProps<'/exercises/[code]/schedule/shifts/new'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shifts')
  return { title: t('addRota') }
}

export default async function NewRotaPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  if (!can(actor, 'schedule.edit', { exerciseId: exercise.id })) notFound()
  const [t, choices] = await Promise.all([
    getTranslations('shifts'),
    rotaChoices(actor, exercise.id, exercise.timeZone),
  ])
  const back = `/exercises/${exercise.code}/schedule/shifts`
  return (
    <Words namespaces={['shifts', 'moments']}>
      <PageHeader
        title={t('addRota')}
        lead={t('addRotaLead')}
        breadcrumbs={[{ label: t('title'), href: back }, { label: t('addRota') }]}
      />
      <NewRota
        exerciseId={exercise.id}
        frame={startexFrame(exercise)}
        viewer={accountOf(actor)?.timeZone ?? null}
        choices={choices}
        back={back}
      />
    </Words>
  )
}
