import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/action-button'
import { ActionForm } from '@/components/action-form'
import { Callout } from '@/components/ui/callout'
import { DateTimeField } from '@/components/ui/date-time-field'
import { DialogButton, DialogClose } from '@/components/ui/dialog'
import { NumberField } from '@/components/ui/number-field'
import { TextField } from '@/components/ui/text-field'
import { cancelCut, cutQuota } from '@/lib/nations/cuts/actions'
import { type Cut, isCutOverdue, leftToGo } from '@/lib/nations/cuts/rules'
import { addDays, type CalendarDate } from '@/lib/time-calendar'
import { formatDate } from '@/lib/time-format'

type Quota = {
  id: string
  size: number
  used: number
  role: { name: string } | null
  site: { name: string } | null
}
type Owner = { exerciseId: string; participationId: string }
type Props = { owner: Owner; quota: Quota; today: CalendarDate }

/** Two weeks, where nothing else is said. */
const usualDays = 14

/** Lowers a quota below what is taken: the nation chooses who goes. */
export async function CutDialog({ owner, quota, today }: Props) {
  const t = await getTranslations('nations')
  const name = quota.role?.name ?? quota.site?.name ?? t('whole')
  return (
    <DialogButton label={t('cut')} title={t('cutTitle', { name })} button={{ size: 'small' }} size="small">
      <ActionForm
        action={cutQuota}
        submit={t('cutSubmit')}
        hidden={{ ...owner, quotaId: quota.id }}
        done={t('done.saved')}
        secondary={<DialogClose variant="quiet">{t('cancel')}</DialogClose>}
      >
        <p>{t('cutText', { used: quota.used, size: quota.size })}</p>
        <NumberField name="size" label={t('cutSize')} required min={0} max={quota.size - 1} />
        <DateTimeField
          name="cutOn"
          kind="date"
          label={t('cutOn')}
          description={t('dateHint')}
          required
          defaultValue={addDays(today, usualDays)}
        />
        <TextField name="cutReason" label={t('cutReason')} required rows={2} maxLength={500} />
      </ActionForm>
    </DialogButton>
  )
}

/** What a pending cut still asks of the nation. */
export async function PendingCut({
  owner,
  quota,
  today,
  cut,
  mayEdit,
}: Props & { cut: Cut; mayEdit: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('nations'), getLocale()])
  const overdue = isCutOverdue(cut, today)
  return (
    <Callout tone={overdue ? 'bad' : 'warn'} className="w-full">
      <p>
        {t(overdue ? 'cutOverdue' : 'cutPending', {
          count: leftToGo(quota.used, cut),
          to: cut.to,
          until: formatDate(cut.on, locale),
        })}
      </p>
      <p className="text-note">{cut.reason}</p>
      {mayEdit ? (
        <ActionButton
          action={cancelCut}
          input={{ ...owner, quotaId: quota.id }}
          done={t('done.cutCancelled')}
          button={{ size: 'small' }}
        >
          {t('cancelCut')}
        </ActionButton>
      ) : null}
    </Callout>
  )
}
