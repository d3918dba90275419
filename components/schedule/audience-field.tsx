'use client'

import { useTranslations } from 'next-intl'
import { type Audience, audiences } from '@/lib/schedule/kinds/rules'
import { Select } from '../ui/select'

export function AudienceField({ defaultValue }: { defaultValue: Audience }) {
  const t = useTranslations('schedule')
  return (
    <Select
      name="audience"
      label={t('audienceHead')}
      description={t('audienceHint')}
      required
      defaultValue={defaultValue}
      options={audiences.map(audience => ({ value: audience, label: t(`audience.${audience}`) }))}
    />
  )
}
