'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '../action-form'
import { ZoneField } from '../moments/zone-field'
import type { ServerWrite } from '../outcome'

export default function ZoneForm({ timeZone, save }: { timeZone: string | null; save: ServerWrite }) {
  const t = useTranslations('frame.account')
  return (
    <ActionForm action={save} submit={t('zoneSave')} done={t('zoneSaved')}>
      <ZoneField
        name="timeZone"
        label={t('zoneLabel')}
        description={t('zoneDescription')}
        required
        autoFocus
        {...(timeZone ? { defaultValue: timeZone } : {})}
      />
    </ActionForm>
  )
}
