import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { NationChoice } from '@/components/teams/nation-choice'
import { SeatTable } from '@/components/teams/seat-table'
import { TeamDetails } from '@/components/teams/team-details'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Swatch } from '@/components/ui/swatch'
import { partnerName } from '@/lib/countries/rules'
import { listNations } from '@/lib/nations/queries'
import { can } from '@/lib/policy'
import { listRoles } from '@/lib/roles/queries'
import { listSites } from '@/lib/sites/queries'
import { getTeam, listTeamKinds, listTeams } from '@/lib/teams/queries'

type Props = PageProps<'/exercises/[code]/teams/[teamId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor, exercise } = await openExercise(params)
  const team = await getTeam(actor, exercise.id, (await params).teamId)
  return { title: team?.name ?? exercise.code }
}

export default async function TeamPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  const team = await getTeam(actor, exercise.id, (await params).teamId)
  if (!team) notFound()
  const [t, locale] = await Promise.all([getTranslations('teams'), getLocale()])
  const mayEdit = can(actor, 'team.edit', { exerciseId: exercise.id })
  const base = `/exercises/${exercise.code}/teams`
  const [kinds, sites, teams, roles, nations] = mayEdit
    ? await Promise.all([
        listTeamKinds(actor, exercise.id),
        listSites(actor, exercise.id),
        listTeams(actor, exercise.id),
        listRoles(actor, exercise.id),
        listNations(actor, exercise.id),
      ])
    : [[], [], [], [], []]
  return (
    <>
      <PageHeader
        title={team.name}
        breadcrumbs={[{ label: t('title'), href: base }, { label: team.name }]}
        actions={
          <>
            <LinkButton href={`/exercises/${exercise.code}/schedule/shifts`} variant="quiet">
              {t('shifts')}
            </LinkButton>
            <LinkButton href={`${base}/${team.id}/week`}>{t('weekSheet')}</LinkButton>
          </>
        }
        lead={
          <span className="inline-flex items-center gap-2">
            <Swatch colour={team.kind.colour} letter={team.kind.letter} />
            {team.kind.name}
            {team.site ? ` · ${team.site.name}` : null}
          </span>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title={t('seats')}>
          <SeatTable
            exerciseId={exercise.id}
            team={team}
            seats={team.seats}
            roles={roles}
            mayEdit={mayEdit}
          />
        </Panel>
        <Panel title={t('formedBy')}>
          {mayEdit ? (
            <NationChoice
              exerciseId={exercise.id}
              teamId={team.id}
              nations={nations.map(({ id, code, ...nation }) => ({
                id,
                code,
                name: partnerName({ code, ...nation }, locale),
              }))}
              chosen={team.nations.map(({ participationId }) => participationId)}
            />
          ) : (
            <ul>
              {team.nations.map(({ participationId, participation }) => (
                <li key={participationId}>{partnerName(participation.partner, locale)}</li>
              ))}
            </ul>
          )}
        </Panel>
        {mayEdit ? (
          <Panel title={t('details')}>
            <TeamDetails
              exerciseId={exercise.id}
              team={team}
              choices={{ kinds, sites, parents: teams.filter(other => other.id !== team.id) }}
            />
          </Panel>
        ) : null}
      </div>
    </>
  )
}
