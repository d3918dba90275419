'use client'

import { useTranslations } from 'next-intl'
import { addPhase, editPhase } from '@/lib/schedule/actions'
import type { Audience } from '@/lib/schedule/kinds/rules'
import type { StartexFrame } from '@/lib/time'
import { ActionForm } from '../action-form'
import { MomentField } from '../moments/moment-field'
import { LinkButton } from '../ui/link-button'
import { Panel } from '../ui/panel'
import { TextField } from '../ui/text-field'
import { AudienceField } from './audience-field'

type PhaseValues = {
  id: string
  version: number
  name: string
  audience: Audience
  typed: { start: string; end: string }
}

type Props = {
  exerciseId: string
  frame: StartexFrame
  viewer: string | null
  back: string
  phase?: PhaseValues
}

/** Adds or edits a phase. */
export function PhaseForm({ exerciseId, frame, viewer, back, phase }: Props) {
  const t = useTranslations('schedule')
  const shared = {
    submit: phase ? t('save') : t('addPhase'),
    done: phase ? t('saved') : t('added'),
    goTo: back,
    secondary: <LinkButton href={back}>{t('cancel')}</LinkButton>,
  }
  const fields = (
    <Panel>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField name="name" label={t('name')} required maxLength={200} defaultValue={phase?.name ?? ''} />
        <AudienceField defaultValue={phase?.audience ?? 'participants'} />
        <MomentField
          name="start"
          label={t('start')}
          description={t('startHint')}
          required
          frame={frame}
          viewer={viewer}
          defaultValue={phase?.typed.start ?? ''}
        />
        <MomentField
          name="end"
          label={t('end')}
          description={t('endHint')}
          required
          ends
          frame={frame}
          viewer={viewer}
          defaultValue={phase?.typed.end ?? ''}
        />
      </div>
    </Panel>
  )
  if (!phase)
    return (
      <ActionForm {...shared} action={addPhase} hidden={{ exerciseId }}>
        {fields}
      </ActionForm>
    )
  const hidden = { exerciseId, phaseId: phase.id, version: phase.version }
  return (
    <ActionForm {...shared} action={editPhase} hidden={hidden}>
      {fields}
    </ActionForm>
  )
}
