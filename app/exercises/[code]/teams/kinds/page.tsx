import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { AddKind, KindTable } from '@/components/teams/kind-table'
import { TeamsHeader } from '@/components/teams/teams-header'
import { can } from '@/lib/policy'
import { listTeamKinds } from '@/lib/teams/queries'

type Props = PageProps<'/exercises/[code]/teams/kinds'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teams')
  return { title: t('kinds') }
}

export default async function KindsPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  const kinds = await listTeamKinds(actor, exercise.id)
  const mayEdit = can(actor, 'team.edit', { exerciseId: exercise.id })
  return (
    <>
      <TeamsHeader
        base={`/exercises/${exercise.code}/teams`}
        current="kinds"
        actions={mayEdit ? <AddKind exerciseId={exercise.id} /> : undefined}
      />
      <KindTable
        exerciseId={exercise.id}
        kinds={kinds.map(({ _count, ...kind }) => ({ ...kind, teams: _count.teams }))}
        mayEdit={mayEdit}
      />
    </>
  )
}
