'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { DialogButton, DialogClose } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { decideDouble } from '@/lib/registrations/doubles/actions'

type Props = {
  exerciseId: string
  registrationId: string
  otherId: string
  fingerprint: string
  kind: 'same_person' | 'likely' | 'double_booked'
  /** codes of the two delegations, or of the other exercise */
  here: string
  there: string
}

/** What can be decided about a pair; every decision says why. */
export function DecideActs({ kind, here, there, ...pair }: Props) {
  const t = useTranslations('doubles')
  const { registrationId, otherId } = pair
  const keep = (keptId: string, kept: string, declined: string) => ({
    id: keptId,
    label: t('keep', { kept }),
    text: t('keepText', { declined }),
    sent: { verdict: 'same', keptId },
    danger: true,
  })
  const acts = [
    ...(kind === 'double_booked'
      ? [{ ...keep(otherId, there, here), label: t('declineHere') }]
      : [keep(registrationId, here, there), keep(otherId, there, here)]),
    ...(kind === 'likely'
      ? [
          {
            id: 'different',
            label: t('different'),
            text: t('differentText'),
            sent: { verdict: 'different' },
            danger: false,
          },
        ]
      : []),
    {
      id: 'accepted',
      label: t('accept'),
      text: t('acceptText'),
      sent: { verdict: 'accepted' },
      danger: false,
    },
  ]
  return (
    <div className="flex flex-wrap gap-2">
      {acts.map(({ id, label, text, sent, danger }) => (
        <DialogButton key={id} label={label} title={label} size="small" button={{ size: 'small' }}>
          <ActionForm
            action={decideDouble}
            hidden={{ ...pair, ...sent }}
            submit={label}
            variant={danger ? 'danger' : 'primary'}
            done={t('done')}
            secondary={<DialogClose variant="quiet">{t('cancel')}</DialogClose>}
          >
            <p>{text}</p>
            <TextField name="reason" label={t('reason')} required rows={2} maxLength={500} />
          </ActionForm>
        </DialogButton>
      ))}
    </div>
  )
}
