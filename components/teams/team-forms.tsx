import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { DialogButton } from '@/components/ui/dialog'
import { NumberField } from '@/components/ui/number-field'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { addTeam, addTeamSeries } from '@/lib/teams/actions'
import { type TeamChoices, TeamFields } from './team-fields'

type Props = { exerciseId: string; choices: TeamChoices }

/** One team of any kind. */
export async function AddTeam({ exerciseId, choices }: Props) {
  const t = await getTranslations('teams')
  return (
    <DialogButton label={t('addTeam')} title={t('addTeam')}>
      <ActionForm action={addTeam} submit={t('addTeam')} hidden={{ exerciseId }} done={t('done.added')}>
        <TeamFields choices={choices} />
      </ActionForm>
    </DialogButton>
  )
}

/** A numbered row of teams, for instance seventeen blue ones. */
export async function AddTeamSeries({ exerciseId, choices }: Props) {
  const t = await getTranslations('teams')
  const blue = choices.kinds.find(({ name }) => name === 'Blue') ?? choices.kinds[0]
  return (
    <DialogButton label={t('addSeries')} title={t('addSeries')} button={{ variant: 'primary' }}>
      <ActionForm
        action={addTeamSeries}
        submit={t('addSeries')}
        hidden={{ exerciseId }}
        done={t('done.added')}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            name="kindId"
            label={t('kind')}
            required
            options={choices.kinds.map(({ id, name }) => ({ value: id, label: name }))}
            {...(blue ? { defaultValue: blue.id } : {})}
          />
          <TextField
            name="prefix"
            label={t('prefix')}
            description={t('prefixHint')}
            required
            maxLength={60}
            defaultValue="BT"
          />
          <NumberField name="first" label={t('first')} required min={1} max={9999} defaultValue={1} />
          <NumberField name="count" label={t('count')} required min={1} max={100} defaultValue={8} />
          <Select
            name="siteId"
            label={t('site')}
            empty={t('noSite')}
            options={choices.sites.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      </ActionForm>
    </DialogButton>
  )
}
