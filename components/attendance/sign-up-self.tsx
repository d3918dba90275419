'use client'

import { useTranslations } from 'next-intl'
import { signUpSelf } from '@/lib/attendance/actions'
import type { Presence } from '@/lib/attendance/rules'
import { ActionButton } from '../action-button'
import { toast } from '../ui/toast'

type Props = {
  ids: { exerciseId: string; activityId: string; participationId: string; registrationId: string }
  title: string
  presence: Presence
  /** how, and how many places are free */
  label: string
}

/** Signs oneself up, one press for each way to take part. */
export function SignUpSelf({ ids, title, presence, label }: Props) {
  const t = useTranslations('attendance')
  return (
    <ActionButton
      action={signUpSelf}
      input={{ ...ids, presence }}
      onDone={({ waiting }) => toast(t('signedUpSelf', { waiting }))}
      button={{ 'aria-label': t('labelled', { label: t('signUpSelf'), what: `${label}, ${title}` }) }}
    >
      {t('labelled', { label: t('signUpSelf'), what: label })}
    </ActionButton>
  )
}
