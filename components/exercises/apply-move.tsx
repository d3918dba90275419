'use client'

import { useTranslations } from 'next-intl'
import { moveStartex } from '@/lib/startex/actions'
import { ActionForm } from '../action-form'
import { TextField } from '../ui/text-field'

type Props = {
  /** Exactly what the preview showed. */
  move: {
    exerciseId: string
    version: number
    startex: string
    startexChoice: string | null
    timeZone: string
    keepPast: boolean
  }
  back: string
}

/** Applies the move that was previewed, with its reason. */
export function ApplyMove({ move, back }: Props) {
  const t = useTranslations('exercises.move')
  return (
    <ActionForm action={moveStartex} submit={t('apply')} done={t('applied')} goTo={back} hidden={move}>
      <TextField name="reason" label={t('reason')} description={t('reasonHint')} required maxLength={500} />
    </ActionForm>
  )
}
