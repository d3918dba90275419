import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { AddTeam, AddTeamSeries } from '@/components/teams/team-forms'
import { TeamTable } from '@/components/teams/team-table'
import { TeamsHeader } from '@/components/teams/teams-header'
import { can } from '@/lib/policy'
import { listSites } from '@/lib/sites/queries'
import { listTeamKinds, listTeams } from '@/lib/teams/queries'

type Props = PageProps<'/exercises/[code]/teams'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teams')
  return { title: t('title') }
}

export default async function TeamsPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  const [teams, kinds, sites] = await Promise.all([
    listTeams(actor, exercise.id),
    listTeamKinds(actor, exercise.id),
    listSites(actor, exercise.id),
  ])
  const base = `/exercises/${exercise.code}/teams`
  const choices = { kinds, sites, parents: teams.map(({ id, name }) => ({ id, name })) }
  const actions = can(actor, 'team.edit', { exerciseId: exercise.id }) ? (
    <>
      <AddTeam exerciseId={exercise.id} choices={choices} />
      <AddTeamSeries exerciseId={exercise.id} choices={choices} />
    </>
  ) : undefined
  return (
    <>
      <TeamsHeader base={base} current="teams" actions={actions} />
      <TeamTable teams={teams} base={base} />
    </>
  )
}
