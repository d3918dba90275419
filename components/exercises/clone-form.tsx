'use client'

import { useTranslations } from 'next-intl'
import { cloneExercise } from '@/lib/editions/actions'
import type { StartexFrame } from '@/lib/time'
import { ActionForm } from '../action-form'
import { MomentField } from '../moments/moment-field'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'

type Props = {
  exercise: { id: string; programmeId: string }
  frame: StartexFrame
  viewer: string | null
}

/** Asks what the next edition is called and when it starts. */
export function CloneForm({ exercise, frame, viewer }: Props) {
  const t = useTranslations('exercises')
  return (
    <ActionForm
      action={cloneExercise}
      submit={t('clone.submit')}
      done={t('clone.done')}
      goTo="/exercises/{code}"
      onDone={({ adjusted }) => {
        if (adjusted > 0) toast(t('clone.adjusted', { count: adjusted }), { tone: 'info' })
      }}
      hidden={{ fromId: exercise.id, programmeId: exercise.programmeId }}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <TextField name="code" label={t('code')} description={t('codeHint')} required maxLength={16} mono />
        <TextField name="name" label={t('name')} required maxLength={200} />
        <MomentField
          name="startex"
          instant
          label={t('startex')}
          description={t('startexHint')}
          required
          frame={frame}
          viewer={viewer}
        />
      </div>
    </ActionForm>
  )
}
