'use client'

import { useTranslations } from 'next-intl'
import { type Tlp, tlpLabels } from '@/lib/exercises/schema'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'

export function TlpField({ defaultValue }: { defaultValue: Tlp }) {
  const t = useTranslations('exercises')
  return (
    <Select
      name="tlp"
      label={t('tlp')}
      description={t('tlpHint')}
      required
      defaultValue={defaultValue}
      options={tlpLabels.map(label => ({ value: label, label: t(`tlpLabel.${label}`) }))}
    />
  )
}

export function SummaryField({ defaultValue = '' }: { defaultValue?: string }) {
  const t = useTranslations('exercises')
  return (
    <TextField
      name="summary"
      label={t('summary')}
      description={t('summaryHint')}
      rows={4}
      maxLength={4000}
      defaultValue={defaultValue}
    />
  )
}
