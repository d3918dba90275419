import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { AddRole, RoleTable } from '@/components/teams/role-table'
import { TeamsHeader } from '@/components/teams/teams-header'
import { can } from '@/lib/policy'
import { listRoles } from '@/lib/roles/queries'

type Props = PageProps<'/exercises/[code]/teams/roles'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teams')
  return { title: t('roles') }
}

export default async function RolesPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  const roles = await listRoles(actor, exercise.id)
  const mayEdit = can(actor, 'team.edit', { exerciseId: exercise.id })
  return (
    <>
      <TeamsHeader
        base={`/exercises/${exercise.code}/teams`}
        current="roles"
        actions={mayEdit ? <AddRole exerciseId={exercise.id} /> : undefined}
      />
      <RoleTable exerciseId={exercise.id} roles={roles} mayEdit={mayEdit} />
    </>
  )
}
