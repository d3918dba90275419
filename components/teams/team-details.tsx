import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { editTeam, removeTeam } from '@/lib/teams/actions'
import { RemoveButton } from './remove-button'
import { type TeamChoices, TeamFields } from './team-fields'

type Props = {
  exerciseId: string
  team: {
    id: string
    name: string
    number: number | null
    kindId: string
    siteId: string | null
    parentId: string | null
    version: number
  }
  choices: TeamChoices
}

/** What a team is, to change, and the way to take it away. */
export async function TeamDetails({ exerciseId, team, choices }: Props) {
  const t = await getTranslations('teams')
  return (
    <ActionForm
      action={editTeam}
      submit={t('save')}
      hidden={{ exerciseId, teamId: team.id, version: team.version }}
      done={t('done.saved')}
      secondary={
        <RemoveButton
          action={removeTeam}
          input={{ exerciseId, teamId: team.id }}
          name={team.name}
          text={t('removeTeamText')}
        />
      }
    >
      <TeamFields choices={choices} team={team} />
    </ActionForm>
  )
}
