import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { AddSite, SiteTable } from '@/components/teams/site-table'
import { TeamsHeader } from '@/components/teams/teams-header'
import { can } from '@/lib/policy'
import { listSites } from '@/lib/sites/queries'

type Props = PageProps<'/exercises/[code]/teams/sites'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teams')
  return { title: t('sites') }
}

export default async function SitesPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  const sites = await listSites(actor, exercise.id)
  const mayEdit = can(actor, 'team.edit', { exerciseId: exercise.id })
  return (
    <>
      <TeamsHeader
        base={`/exercises/${exercise.code}/teams`}
        current="sites"
        actions={mayEdit ? <AddSite exerciseId={exercise.id} /> : undefined}
      />
      <SiteTable exerciseId={exercise.id} sites={sites} mayEdit={mayEdit} />
    </>
  )
}
