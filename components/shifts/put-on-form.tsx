'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { joinCrew, putOnDuty } from '@/lib/shifts/duties/actions'
import { ActionForm } from '../action-form'
import { ComboBox } from '../ui/combo-box'
import { toast } from '../ui/toast'

export type Candidate = { id: string; label: string; hint?: string }

/** Says how many were put on, and whose rest that breaks. */
function useTold() {
  const t = useTranslations('shifts')
  return ({ put, broken }: { put: number; broken: readonly unknown[] }) =>
    broken.length > 0
      ? toast(t('putAndBroken', { put, people: broken.length }), { tone: 'bad' })
      : toast(t('put', { put }))
}

type Props = { exerciseId: string; candidates: readonly Candidate[] }

/** One person more in a crew, and so on all of its shifts. */
export function JoinCrew(props: Props & { rotaId: string; crew: number; label: string }) {
  const { exerciseId, candidates, rotaId, crew, label } = props
  const t = useTranslations('shifts')
  return (
    <ActionForm
      action={joinCrew}
      hidden={{ exerciseId, rotaId, crew }}
      submit={t('add')}
      onDone={useTold()}
      reset
      inline
      variant="plain"
    >
      <ComboBox name="who" label={label} required options={candidates} placeholder={t('typeName')} />
    </ActionForm>
  )
}

/** Somebody on one shift. */
export function PutOnShift({ exerciseId, candidates, shiftId }: Props & { shiftId: string }) {
  const t = useTranslations('shifts')
  return (
    <ActionForm
      action={putOnDuty}
      hidden={{ exerciseId }}
      submit={t('putOn')}
      onDone={useTold()}
      reset
      inline
      variant="plain"
    >
      <input type="hidden" name="shiftIds[]" value={shiftId} />
      <ComboBox name="who[]" label={t('person')} required options={candidates} placeholder={t('typeName')} />
    </ActionForm>
  )
}

/** Somebody on all shifts that are ticked in the table inside. */
export function PutOnTicked({ exerciseId, candidates, children }: Props & { children: ReactNode }) {
  const t = useTranslations('shifts')
  return (
    <ActionForm
      action={putOnDuty}
      hidden={{ exerciseId }}
      submit={t('putOnTicked')}
      onDone={useTold()}
      reset
      variant="plain"
    >
      <ComboBox
        name="who[]"
        label={t('person')}
        description={t('tickHint')}
        required
        options={candidates}
        placeholder={t('typeName')}
        className="max-w-md print:hidden"
      />
      {children}
    </ActionForm>
  )
}
