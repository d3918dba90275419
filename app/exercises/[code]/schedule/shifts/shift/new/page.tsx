import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ShiftForm } from '@/components/shifts/shift-form'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'
import { getRota } from '@/lib/shifts/rotas/queries'
import { rotaChoices } from '../../rota-choices'

type Props = PageProps<'/exercises/[code]/schedule/shifts/shift/new'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shifts')
  return { title: t('addShift') }
}

export default async function NewShiftPage({ params, searchParams }: Props) {
  const [{ actor, exercise }, { rota: rotaId }] = await Promise.all([openExercise(params), searchParams])
  if (!can(actor, 'schedule.edit', { exerciseId: exercise.id })) notFound()
  const [t, rota, { teams, roles }] = await Promise.all([
    getTranslations('shifts'),
    typeof rotaId === 'string' ? getRota(actor, exercise.id, rotaId) : null,
    rotaChoices(actor, exercise.id, exercise.timeZone),
  ])
  if (rotaId !== undefined && !rota) notFound()
  const list = `/exercises/${exercise.code}/schedule/shifts`
  return (
    <Words namespaces={['shifts', 'moments']}>
      <PageHeader
        title={t('addShift')}
        breadcrumbs={[
          { label: t('title'), href: list },
          ...(rota ? [{ label: rota.name, href: `${list}/${rota.id}` }] : []),
          { label: t('addShift') },
        ]}
      />
      <ShiftForm
        exerciseId={exercise.id}
        frame={startexFrame(exercise)}
        viewer={accountOf(actor)?.timeZone ?? null}
        back={rota ? `${list}/${rota.id}` : list}
        roles={roles}
        teams={teams}
        rota={rota}
      />
    </Words>
  )
}
