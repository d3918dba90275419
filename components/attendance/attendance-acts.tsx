'use client'

import { useTranslations } from 'next-intl'
import { attend, cancelAny, switchPresence } from '@/lib/attendance/actions'
import { presences } from '@/lib/attendance/rules'
import { ActionButton } from '../action-button'
import { ActionForm } from '../action-form'
import { DialogButton, DialogClose } from '../ui/dialog'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'
import type { AttendanceLine } from './attendance-words'

type Props = {
  owner: { exerciseId: string; activityId: string }
  chosen: readonly AttendanceLine[]
  onDone: () => void
}

/** What can be done with the people chosen, at hand while the list scrolls. */
export function AttendanceActs({ owner, chosen, onDone }: Props) {
  const t = useTranslations('attendance')
  const ui = useTranslations('ui')
  const ids = (fits: (line: AttendanceLine) => boolean) => chosen.filter(fits).map(({ id }) => id)
  const due = ids(({ state, attended }) => state === 'signed_up' && !attended)
  const going = ids(({ state }) => state !== 'cancelled')
  return (
    <div className="sticky bottom-[calc(var(--bottom-bar)+env(safe-area-inset-bottom))] z-10 flex flex-wrap items-center gap-2 border-line border-t bg-sheet px-4 py-2 md:bottom-0 print:hidden">
      <strong role="status">{ui('chosen', { count: chosen.length })}</strong>
      {due.length > 0 ? (
        <ActionButton
          action={attend}
          input={{ ...owner, attendanceIds: due, attended: true }}
          done={t('done.attend', { count: due.length })}
          onDone={onDone}
          undo={{
            label: t('act.undo'),
            action: attend,
            input: () => ({ ...owner, attendanceIds: due, attended: false }),
          }}
          button={{ variant: 'primary' }}
        >
          {`${t('act.attend')} (${due.length})`}
        </ActionButton>
      ) : null}
      {presences.map(presence => {
        const others = ids(line => line.presence !== presence && line.state !== 'cancelled')
        return others.length > 0 ? (
          <ActionButton
            key={presence}
            action={switchPresence}
            input={{ ...owner, attendanceIds: others, presence }}
            onDone={({ waiting }) => {
              toast(t('done.switch', { waiting }))
              onDone()
            }}
          >
            {`${t(`act.${presence}`)} (${others.length})`}
          </ActionButton>
        ) : null
      })}
      {going.length > 0 ? (
        <DialogButton
          label={`${t('act.cancel')} (${going.length})`}
          title={t('cancelTitle', { count: going.length })}
          size="small"
        >
          <ActionForm
            action={cancelAny}
            hidden={owner}
            submit={t('act.cancel')}
            variant="danger"
            done={t('done.cancel', { count: going.length })}
            onDone={onDone}
            secondary={<DialogClose>{t('cancelKeep')}</DialogClose>}
          >
            <p>{t('cancelText')}</p>
            {going.map(id => (
              <input key={id} type="hidden" name="attendanceIds[]" value={id} />
            ))}
            <TextField
              name="reason"
              label={t('field.reason')}
              description={t('field.reasonHint')}
              rows={2}
              maxLength={500}
            />
          </ActionForm>
        </DialogButton>
      ) : null}
    </div>
  )
}
