'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { removeShift } from '@/lib/shifts/actions'
import { leaveCrew, putOnDuty, takeOffDuty } from '@/lib/shifts/duties/actions'
import { ActionButton } from '../action-button'

type TakeOff = {
  exerciseId: string
  shiftId: string
  dutyId: string
  who: string
  name: string
  gone: boolean
}

/** Takes one person off one shift, with a way back for whoever may still stand. */
export function TakeOff({ exerciseId, shiftId, dutyId, who, name, gone }: TakeOff) {
  const t = useTranslations('shifts')
  const undo = {
    label: t('undo'),
    action: putOnDuty,
    input: () => ({ exerciseId, shiftIds: [shiftId], who: [who] }),
  }
  return (
    <ActionButton
      action={takeOffDuty}
      input={{ exerciseId, dutyIds: [dutyId] }}
      done={t('takenOff', { name })}
      {...(gone ? {} : { undo })}
      button={{
        variant: 'quiet',
        size: 'small',
        'aria-label': t('takeOff', { name }),
        className: 'print:hidden',
      }}
    >
      <span aria-hidden="true">×</span>
    </ActionButton>
  )
}

type Leave = { exerciseId: string; memberId: string; name: string; crew: string }

export function LeaveCrew({ exerciseId, memberId, name, crew }: Leave) {
  const t = useTranslations('shifts')
  return (
    <ActionButton
      action={leaveCrew}
      input={{ exerciseId, memberId }}
      done={t('left', { name, crew })}
      button={{ variant: 'quiet', size: 'small', 'aria-label': t('leave', { name, crew }) }}
      confirm={{ title: t('leaveTitle', { name, crew }), text: t('leaveText'), label: t('leaveShort') }}
    >
      <span aria-hidden="true">×</span>
    </ActionButton>
  )
}

type Remove = { exerciseId: string; shiftId: string; people: number; back: string }

export function RemoveShift({ exerciseId, shiftId, people, back }: Remove) {
  const t = useTranslations('shifts')
  const router = useRouter()
  return (
    <ActionButton
      action={removeShift}
      input={{ exerciseId, shiftId }}
      done={t('removed')}
      onDone={() => router.push(back)}
      confirm={{
        title: t('removeShiftTitle'),
        text: t('removeShiftText', { people }),
        label: t('remove'),
        danger: true,
      }}
    >
      {t('remove')}
    </ActionButton>
  )
}
