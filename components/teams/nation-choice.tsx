import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { setTeamNations } from '@/lib/teams/actions'

type Props = {
  exerciseId: string
  teamId: string
  /** every delegation of the exercise, in the reader's words */
  nations: { id: string; name: string; code: string }[]
  chosen: string[]
}

/** Which nations form the team. */
export async function NationChoice({ exerciseId, teamId, nations, chosen }: Props) {
  const t = await getTranslations('teams')
  return (
    <ActionForm
      action={setTeamNations}
      submit={t('saveNations')}
      hidden={{ exerciseId, teamId }}
      done={t('done.saved')}
    >
      <CheckboxGroup
        name="participationIds[]"
        label={t('nations')}
        bare
        className="gap-y-1 sm:grid-cols-2 lg:grid-cols-3"
      >
        {nations.map(({ id, name, code }) => (
          <Checkbox
            key={id}
            name="participationIds[]"
            value={id}
            label={`${name} (${code})`}
            defaultChecked={chosen.includes(id)}
          />
        ))}
      </CheckboxGroup>
    </ActionForm>
  )
}
