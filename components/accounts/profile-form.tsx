'use client'

import { useTranslations } from 'next-intl'
import { updateProfile } from '@/lib/accounts/actions'
import { isLocale } from '@/lib/locale'
import { chooseLocale } from '@/lib/locale-choice'
import { ActionForm } from '../action-form'
import { ZoneField } from '../moments/zone-field'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'

type Props = { profile: { name: string; locale: string; timeZone: string | null } }

/** Each language in its own words. */
const languages = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
]

export function ProfileForm({ profile }: Props) {
  const t = useTranslations('accounts.profile')
  return (
    <ActionForm
      action={updateProfile}
      submit={t('save')}
      done={t('saved')}
      onDone={({ locale }) => {
        if (isLocale(locale)) void chooseLocale(locale)
      }}
    >
      <TextField
        name="name"
        label={t('name')}
        description={t('nameHint')}
        defaultValue={profile.name}
        autoComplete="name"
        maxLength={200}
        required
      />
      <Select
        name="locale"
        label={t('language')}
        options={languages}
        defaultValue={profile.locale}
        required
      />
      <ZoneField
        name="timeZone"
        label={t('timeZone')}
        description={t('timeZoneHint')}
        {...(profile.timeZone ? { defaultValue: profile.timeZone } : {})}
      />
    </ActionForm>
  )
}
