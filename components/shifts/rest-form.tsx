'use client'

import { useTranslations } from 'next-intl'
import { editRest } from '@/lib/shifts/rest/actions'
import { ActionForm } from '../action-form'
import { DateTimeField } from '../ui/date-time-field'
import { DialogButton, DialogClose } from '../ui/dialog'
import { NumberField } from '../ui/number-field'
import { TextField } from '../ui/text-field'

type Props = {
  exerciseId: string
  version: number
  typed: { leastRest: string; mostDuty: string; mostNights: number; nightFrom: string; nightTo: string }
}

/** What rest the exercise asks for. */
export function EditRest({ exerciseId, version, typed }: Props) {
  const t = useTranslations('shifts')
  return (
    <DialogButton label={t('editRest')} title={t('restTitle')}>
      <ActionForm
        action={editRest}
        hidden={{ exerciseId, version }}
        submit={t('save')}
        done={t('saved')}
        secondary={<DialogClose variant="quiet">{t('cancel')}</DialogClose>}
      >
        <TextField name="leastRest" label={t('leastRest')} required defaultValue={typed.leastRest} />
        <TextField name="mostDuty" label={t('mostDuty')} required defaultValue={typed.mostDuty} />
        <NumberField
          name="mostNights"
          label={t('mostNights')}
          description={t('mostNightsHint')}
          required
          min={0}
          max={30}
          defaultValue={typed.mostNights}
        />
        <DateTimeField
          name="nightFrom"
          label={t('nightFrom')}
          required
          kind="time"
          defaultValue={typed.nightFrom}
        />
        <DateTimeField
          name="nightTo"
          label={t('nightTo')}
          required
          kind="time"
          defaultValue={typed.nightTo}
        />
      </ActionForm>
    </DialogButton>
  )
}
