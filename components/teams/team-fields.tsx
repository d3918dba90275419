import { useTranslations } from 'next-intl'
import { NumberField } from '@/components/ui/number-field'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'

export type Choice = { id: string; name: string }

export type TeamChoices = { kinds: Choice[]; sites: Choice[]; parents: Choice[] }

type Values = {
  name: string
  number: number | null
  kindId: string
  siteId: string | null
  parentId: string | null
}

const options = (choices: Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }))

/** What a team is: the same fields for a new one and an old one. */
export function TeamFields({ choices, team }: { choices: TeamChoices; team?: Values }) {
  const t = useTranslations('teams')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField name="name" label={t('name')} required maxLength={120} defaultValue={team?.name ?? ''} />
      <NumberField
        name="number"
        label={t('number')}
        description={t('numberHint')}
        min={1}
        max={9999}
        {...(team?.number ? { defaultValue: team.number } : {})}
      />
      <Select
        name="kindId"
        label={t('kind')}
        required
        options={options(choices.kinds)}
        {...(team ? { defaultValue: team.kindId } : {})}
      />
      <Select
        name="siteId"
        label={t('site')}
        empty={t('noSite')}
        options={options(choices.sites)}
        {...(team?.siteId ? { defaultValue: team.siteId } : {})}
      />
      <Select
        name="parentId"
        label={t('parent')}
        empty={t('noParent')}
        options={options(choices.parents)}
        {...(team?.parentId ? { defaultValue: team.parentId } : {})}
      />
    </div>
  )
}
