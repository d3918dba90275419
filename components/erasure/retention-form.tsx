'use client'

import { useTranslations } from 'next-intl'
import { editRetention } from '@/lib/erasure/actions'
import { ActionForm } from '../action-form'
import { NumberField } from '../ui/number-field'

type Props = { exerciseId: string; version: number; retentionDays: number }

/** Edits how long people's names are kept. */
export function RetentionForm({ exerciseId, version, retentionDays }: Props) {
  const t = useTranslations('personalData')
  return (
    <ActionForm
      action={editRetention}
      submit={t('retention.save')}
      done={t('retention.saved')}
      hidden={{ exerciseId, version }}
    >
      <NumberField
        name="retentionDays"
        label={t('retention.days')}
        description={t('retention.hint')}
        required
        min={30}
        max={3650}
        defaultValue={retentionDays}
      />
    </ActionForm>
  )
}
