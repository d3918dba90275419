'use client'

import { useTranslations } from 'next-intl'
import { decideDeletion } from '@/lib/erasure/requests/actions'
import { ActionForm } from '../action-form'
import { DialogButton, DialogClose } from '../ui/dialog'
import { TextField } from '../ui/text-field'

type Props = {
  exerciseId: string
  deletionId: string
  name: string
  /** Still takes part, and would give the place back. */
  leaves: boolean
}

/** The two answers to somebody who asks that the own data go. */
export function Decision({ exerciseId, deletionId, name, leaves }: Props) {
  const t = useTranslations('personalData')
  const answers = [true, false].map(granted => {
    const key = granted ? 'grant' : 'refuse'
    const title = t(`requests.${key}Title`, { name })
    return (
      <DialogButton
        key={key}
        label={t(`requests.${key}`)}
        title={title}
        size="small"
        button={{ size: 'small', 'aria-label': title }}
      >
        <ActionForm
          action={decideDeletion}
          submit={t(`requests.${key}`)}
          done={t(`requests.${key}Done`)}
          variant={granted ? 'danger' : 'primary'}
          hidden={{ exerciseId, deletionId, granted }}
          secondary={<DialogClose variant="quiet">{t('requests.cancel')}</DialogClose>}
        >
          <p>{t(`requests.${key}Text`)}</p>
          {granted && leaves ? <p>{t('requests.leaves')}</p> : null}
          <TextField
            name="answer"
            label={t(granted ? 'requests.answer' : 'requests.reason')}
            description={t('requests.answerHint')}
            required={!granted}
            rows={3}
            maxLength={500}
          />
        </ActionForm>
      </DialogButton>
    )
  })
  return <div className="flex flex-wrap gap-2">{answers}</div>
}
