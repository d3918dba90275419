'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { type InjectState, injectStates } from '@/lib/injects/rules'
import { setInjectState } from '@/lib/injects/states/actions'
import { ActionButton } from '../action-button'
import { DialogButton, DialogClose } from '../ui/dialog'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'

type Props = {
  ids: readonly string[]
  exerciseId: string
  /** who does not may send on for review, and take back what is not agreed yet */
  mayApprove: boolean
  onChanged: (ids: readonly string[]) => Promise<unknown>
  /** of the one inject, where it is one: then its next step is one press */
  state?: InjectState
}

/** Takes injects a step on, or back with a reason. */
export function StateActs({ ids, exerciseId, mayApprove, onChanged, state }: Props) {
  const t = useTranslations('msel')
  const next = state === undefined ? undefined : injectStates[injectStates.indexOf(state) + 1]
  const allowed = next === 'review' || mayApprove
  const done = () => void onChanged(ids)
  const steps = mayApprove ? injectStates : injectStates.slice(0, 2)
  return (
    <>
      {next && allowed ? (
        <ActionButton
          action={setInjectState}
          input={{ exerciseId, injectIds: ids, state: next }}
          button={{ size: 'small' }}
          onDone={done}
        >
          {t(`stateStep.${next}`)}
        </ActionButton>
      ) : null}
      <DialogButton
        label={t('stateChange')}
        title={t('stateTitle', { count: ids.length })}
        button={{ size: 'small' }}
        size="small"
      >
        <ActionForm
          action={setInjectState}
          hidden={{ exerciseId }}
          submit={t('stateSet')}
          onDone={done}
          secondary={<DialogClose variant="quiet">{t('cancel')}</DialogClose>}
        >
          {ids.map(id => (
            <input key={id} type="hidden" name="injectIds[]" value={id} />
          ))}
          <Select
            name="state"
            label={t('column.state')}
            options={steps.filter(one => one !== state).map(value => ({ value, label: t(`state.${value}`) }))}
          />
          <TextField
            name="reason"
            label={t('stateReason')}
            description={t('stateReasonHint')}
            rows={3}
            maxLength={500}
          />
        </ActionForm>
      </DialogButton>
    </>
  )
}
