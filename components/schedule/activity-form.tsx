'use client'

import { useTranslations } from 'next-intl'
import { addActivity, editActivity } from '@/lib/schedule/actions'
import { type ActivityKind, type Audience, activityKinds, type Gate, gates } from '@/lib/schedule/kinds/rules'
import type { StartexFrame } from '@/lib/time'
import { ActionForm } from '../action-form'
import { MomentField } from '../moments/moment-field'
import { LinkButton } from '../ui/link-button'
import { Panel } from '../ui/panel'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { AudienceField } from './audience-field'

type ActivityValues = {
  id: string
  version: number
  title: string
  kind: ActivityKind
  gate: Gate | null
  audience: Audience
  description: string
  place: string
  link: string
  phaseId: string | null
  teamId: string | null
  typed: { start: string; duration: string }
}

type Choice = { id: string; name: string }

type Props = {
  exerciseId: string
  frame: StartexFrame
  viewer: string | null
  phases: readonly Choice[]
  teams: readonly Choice[]
  /** The schedule: where the form leads when done, or cancelled. */
  back: string
  activity?: ActivityValues
}

const asOptions = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }))

/** Adds or edits an activity. Its moment is typed in any notation, and shown as understood. */
export function ActivityForm({ exerciseId, back, activity, ...choices }: Props) {
  const t = useTranslations('schedule')
  const shared = {
    submit: activity ? t('save') : t('addActivity'),
    done: activity ? t('saved') : t('added'),
    goTo: back,
    secondary: <LinkButton href={back}>{t('cancel')}</LinkButton>,
  }
  const fields = <ActivityFields {...choices} {...(activity ? { activity } : {})} />
  if (!activity)
    return (
      <ActionForm {...shared} action={addActivity} hidden={{ exerciseId }}>
        {fields}
      </ActionForm>
    )
  const hidden = { exerciseId, activityId: activity.id, version: activity.version }
  return (
    <ActionForm {...shared} action={editActivity} hidden={hidden}>
      {fields}
    </ActionForm>
  )
}

function ActivityFields({ frame, viewer, phases, teams, activity }: Omit<Props, 'exerciseId' | 'back'>) {
  const t = useTranslations('schedule')
  return (
    <Panel>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          name="title"
          label={t('activityTitle')}
          required
          maxLength={200}
          defaultValue={activity?.title ?? ''}
        />
        <Select
          name="kind"
          label={t('kindHead')}
          required
          defaultValue={activity?.kind ?? 'conference'}
          options={activityKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <MomentField
          name="start"
          label={t('start')}
          description={t('startHint')}
          required
          frame={frame}
          viewer={viewer}
          defaultValue={activity?.typed.start ?? ''}
        />
        <TextField
          name="duration"
          label={t('duration')}
          description={t('durationHint')}
          maxLength={60}
          mono
          defaultValue={activity?.typed.duration ?? ''}
        />
        <TextField
          name="place"
          label={t('place')}
          description={t('placeHint')}
          maxLength={200}
          defaultValue={activity?.place ?? ''}
        />
        <TextField
          name="link"
          label={t('link')}
          description={t('linkHint')}
          type="url"
          maxLength={500}
          defaultValue={activity?.link ?? ''}
        />
        <AudienceField defaultValue={activity?.audience ?? 'participants'} />
        <Select
          name="phaseId"
          label={t('phase')}
          empty={t('noPhase')}
          defaultValue={activity?.phaseId ?? ''}
          options={asOptions(phases)}
        />
        <Select
          name="gate"
          label={t('gateField')}
          description={t('gateHint')}
          empty={t('gateNone')}
          defaultValue={activity?.gate ?? ''}
          options={gates.map(gate => ({ value: gate, label: t(`gate.${gate}`) }))}
        />
        <Select
          name="teamId"
          label={t('team')}
          empty={t('teamNone')}
          defaultValue={activity?.teamId ?? ''}
          options={asOptions(teams)}
        />
        <TextField
          name="description"
          label={t('description')}
          rows={4}
          maxLength={4000}
          className="md:col-span-2"
          defaultValue={activity?.description ?? ''}
        />
      </div>
    </Panel>
  )
}
