'use client'

import { useTranslations } from 'next-intl'
import { editExercise } from '@/lib/exercises/actions'
import type { Tlp } from '@/lib/exercises/schema'
import type { StartexFrame } from '@/lib/time'
import { ActionForm } from '../action-form'
import { MomentField } from '../moments/moment-field'
import { Checkbox } from '../ui/checkbox'
import { TextField } from '../ui/text-field'
import { SummaryField, TlpField } from './detail-fields'

type Props = {
  exercise: {
    id: string
    version: number
    name: string
    venue: string
    tlp: Tlp
    summary: string
    lateRegistration: boolean
    reminderDays: readonly number[]
  }
  frame: StartexFrame
  /** ENDEX as it is typed. */
  endex: string
  viewer: string | null
}

/** Edits what an exercise is called, where it is held, and what is said of it. */
export function DetailsForm({ exercise, frame, endex, viewer }: Props) {
  const t = useTranslations('exercises')
  const hidden = { exerciseId: exercise.id, version: exercise.version, startexAt: frame.startexAt }
  return (
    <ActionForm action={editExercise} submit={t('save')} done={t('saved')} hidden={hidden}>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField name="name" label={t('name')} required maxLength={200} defaultValue={exercise.name} />
        <TextField
          name="venue"
          label={t('venue')}
          description={t('venueHint')}
          required
          maxLength={200}
          defaultValue={exercise.venue}
        />
        {/* ENDEX is read beside STARTEX: where that has moved, what stood here means another thing. */}
        <MomentField
          key={frame.startexAt}
          name="endex"
          instant
          label={t('endex')}
          description={t('endexHint')}
          required
          ends
          frame={frame}
          viewer={viewer}
          defaultValue={endex}
        />
        <TlpField defaultValue={exercise.tlp} />
        <SummaryField defaultValue={exercise.summary} />
        <Checkbox
          name="lateRegistration"
          label={t('late')}
          description={t('lateHint')}
          defaultChecked={exercise.lateRegistration}
        />
        <TextField
          name="reminderDays"
          label={t('reminders')}
          description={t('remindersHint')}
          defaultValue={exercise.reminderDays.join(', ')}
          maxLength={40}
        />
      </div>
    </ActionForm>
  )
}
