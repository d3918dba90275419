'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { DialogButton, DialogClose } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { toast } from '@/components/ui/toast'
import { useWrite } from '@/components/use-write'
import { rollBack } from '@/lib/baselines/actions'

type Props = {
  past: { exerciseId: string; baselineId: string | null; at: number | null; name: string }
  counts: { added: number; removed: number; changed: number }
}

/** Makes the whole scenario what it was: says what that means in numbers, asks why, and can be taken back. */
export function RollBack({ past: { name, ...past }, counts }: Props) {
  const t = useTranslations('baselines.rollBack')
  const takeBack = useWrite(rollBack)
  const { exerciseId } = past
  async function undo(at: number) {
    const result = await takeBack({ exerciseId, at, reason: t('undoReason') })
    toast(result.ok ? t('undone') : result.refusal.worded.message, { tone: result.ok ? 'good' : 'bad' })
  }
  return (
    <DialogButton label={t('button')} title={t('title')} alert button={{ variant: 'danger' }}>
      <ActionForm
        action={rollBack}
        submit={t('submit')}
        variant="danger"
        hidden={past}
        secondary={<DialogClose variant="quiet">{t('cancel')}</DialogClose>}
        onDone={({ leftOut, before }) =>
          toast(leftOut === 0 ? t('done') : t('doneShort', { count: leftOut }), {
            action: { label: t('undo'), run: () => undo(before) },
          })
        }
      >
        <p className="max-w-prose">{t('text', { moment: name, ...counts })}</p>
        <TextField name="reason" label={t('reason')} required maxLength={500} />
      </ActionForm>
    </DialogButton>
  )
}
