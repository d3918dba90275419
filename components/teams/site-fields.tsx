import { useTranslations } from 'next-intl'
import { ZoneField } from '@/components/moments/zone-field'
import { Checkbox } from '@/components/ui/checkbox'
import { NumberField } from '@/components/ui/number-field'
import { TextField } from '@/components/ui/text-field'

export type SiteValues = {
  name: string
  place: string
  timeZone: string
  capacity: number | null
  remote: boolean
}

export function SiteFields({ site }: { site?: SiteValues }) {
  const t = useTranslations('teams')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="name"
        label={t('site_form.name')}
        required
        maxLength={200}
        defaultValue={site?.name ?? ''}
      />
      <TextField
        name="place"
        label={t('site_form.place')}
        description={t('site_form.placeHint')}
        maxLength={200}
        defaultValue={site?.place ?? ''}
      />
      <ZoneField
        name="timeZone"
        label={t('site_form.timeZone')}
        required
        {...(site ? { defaultValue: site.timeZone } : {})}
      />
      <NumberField
        name="capacity"
        label={t('site_form.capacity')}
        description={t('site_form.capacityHint')}
        min={0}
        {...(site?.capacity == null ? {} : { defaultValue: site.capacity })}
      />
      <Checkbox name="remote" label={t('site_form.remote')} defaultChecked={site?.remote ?? false} />
    </div>
  )
}
