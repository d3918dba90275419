'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/action-button'
import { ActionForm } from '@/components/action-form'
import { DialogButton, DialogClose } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { acceptClash, reopenClash } from '@/lib/clashes/whole/accepting/actions'

type Props = { exerciseId: string; clashKey: string; name: string }

/** Why it may stand, asked in a dialog. `what`: the clash in words, so that the reason answers them. */
export function AcceptClash({
  exerciseId,
  clashKey,
  name,
  fingerprint,
  what,
}: Props & { fingerprint: string; what: string }) {
  const t = useTranslations('plan-clashes')
  return (
    <DialogButton
      label={t('accept')}
      title={t('acceptTitle')}
      size="small"
      button={{ size: 'small', 'aria-label': t('acceptOf', { name }) }}
    >
      <ActionForm
        action={acceptClash}
        hidden={{ exerciseId, key: clashKey, fingerprint }}
        submit={t('acceptTitle')}
        done={t('accepted')}
        secondary={<DialogClose variant="quiet">{t('cancel')}</DialogClose>}
      >
        <p className="wrap-anywhere">
          <strong>{name}</strong> {what}
        </p>
        <TextField name="reason" label={t('reason')} required rows={2} maxLength={500} />
        <p className="text-muted text-note">{t('acceptText')}</p>
      </ActionForm>
    </DialogButton>
  )
}

export function ReopenClash({ exerciseId, clashKey, name }: Props) {
  const t = useTranslations('plan-clashes')
  return (
    <ActionButton
      action={reopenClash}
      input={{ exerciseId, key: clashKey }}
      done={t('reopened')}
      button={{ size: 'small', 'aria-label': t('reopenOf', { name }) }}
    >
      {t('reopen')}
    </ActionButton>
  )
}
