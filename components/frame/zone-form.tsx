'use client'

import { useTranslations } from 'next-intl'
import { listTimeZones, zoneCity } from '@/lib/time-zones'
import { ActionForm } from '../action-form'
import type { ServerWrite } from '../outcome'
import { ComboBox } from '../ui/combo-box'

export default function ZoneForm({ timeZone, save }: { timeZone: string | null; save: ServerWrite }) {
  const t = useTranslations('frame.account')
  const options = listTimeZones().map(zone => ({
    id: zone,
    label: zoneCity(zone),
    hint: zone,
    keywords: zone,
  }))
  return (
    <ActionForm action={save} submit={t('zoneSave')} done={t('zoneSaved')}>
      <ComboBox
        name="timeZone"
        label={t('zoneLabel')}
        description={t('zoneDescription')}
        options={options}
        required
        autoFocus
        {...(timeZone ? { defaultValue: timeZone } : {})}
      />
    </ActionForm>
  )
}
