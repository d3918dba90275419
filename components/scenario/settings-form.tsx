import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { ZoneField } from '@/components/moments/zone-field'
import { NumberField } from '@/components/ui/number-field'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextField } from '@/components/ui/text-field'
import { editScenario } from '@/lib/scenario/actions'
import { controllerViews } from '@/lib/scenario/rules'
import { formatMinute } from '@/lib/time-format'

type Settings = {
  timeZone: string
  nightFrom: number
  nightTo: number
  controllerLoad: number
  controllersSee: (typeof controllerViews)[number]
  version: number
}

/** How the story is told, what the checks call night and too much, and what controllers see. */
export function SettingsForm({ exerciseId, settings }: { exerciseId: string; settings: Settings }) {
  const t = useTranslations('scenarioSetup.settings')
  const row = useTranslations('scenarioSetup.row')
  const { timeZone, nightFrom, nightTo, controllerLoad, controllersSee, version } = settings
  return (
    <ActionForm
      action={editScenario}
      submit={row('save')}
      hidden={{ exerciseId, version }}
      done={row('saved')}
      variant="plain"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <ZoneField
          name="timeZone"
          label={t('timeZone')}
          description={t('timeZoneHint')}
          required
          defaultValue={timeZone}
        />
        <NumberField
          name="controllerLoad"
          label={t('load')}
          description={t('loadHint')}
          unit={t('loadUnit')}
          required
          min={1}
          max={1000}
          defaultValue={controllerLoad}
        />
        <TextField
          name="nightFrom"
          label={t('nightFrom')}
          description={t('nightHint')}
          required
          mono
          maxLength={10}
          defaultValue={formatMinute(nightFrom)}
        />
        <TextField
          name="nightTo"
          label={t('nightTo')}
          description={t('nightToHint')}
          required
          mono
          maxLength={10}
          defaultValue={formatMinute(nightTo)}
        />
      </div>
      <RadioGroup
        name="controllersSee"
        label={t('see')}
        options={controllerViews.map(value => ({
          value,
          label: t(`sees.${value}`),
          description: t(`seesHint.${value}`),
        }))}
        defaultValue={controllersSee}
      />
    </ActionForm>
  )
}
