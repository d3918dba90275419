'use client'

import { useTranslations } from 'next-intl'
import { addShift, editShift } from '@/lib/shifts/actions'
import { crewLetter } from '@/lib/shifts/rules'
import type { StartexFrame } from '@/lib/time'
import { ActionForm } from '../action-form'
import { MomentField } from '../moments/moment-field'
import { LinkButton } from '../ui/link-button'
import { NumberField } from '../ui/number-field'
import { Panel } from '../ui/panel'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'

type Named = { id: string; name: string }
type ShiftValues = {
  id: string
  version: number
  title: string
  note: string
  roleId: string | null
  crew: number | null
  places: number
  typed: { start: string; duration: string }
}

type Props = {
  exerciseId: string
  frame: StartexFrame
  viewer: string | null
  back: string
  roles: readonly Named[]
  /** to choose from, where the shift is no rota's */
  teams: readonly Named[]
  rota: { id: string; teamId: string; crews: number; places: number } | null
  shift?: ShiftValues
}

const asOptions = (rows: readonly Named[]) => rows.map(({ id, name }) => ({ value: id, label: name }))

/** Adds or edits one shift. */
export function ShiftForm({ exerciseId, back, rota, shift, ...choices }: Props) {
  const t = useTranslations('shifts')
  const shared = {
    submit: shift ? t('save') : t('addShift'),
    done: shift ? t('saved') : t('shiftAdded'),
    goTo: back,
    secondary: <LinkButton href={back}>{t('cancel')}</LinkButton>,
  }
  const fields = <ShiftFields {...choices} rota={rota} {...(shift ? { shift } : {})} />
  if (shift) {
    const hidden = { exerciseId, shiftId: shift.id, version: shift.version }
    return (
      <ActionForm {...shared} action={editShift} hidden={hidden}>
        {fields}
      </ActionForm>
    )
  }
  const hidden = rota ? { exerciseId, rotaId: rota.id, teamId: rota.teamId } : { exerciseId }
  return (
    <ActionForm {...shared} action={addShift} hidden={hidden}>
      {fields}
    </ActionForm>
  )
}

type FieldsProps = Omit<Props, 'exerciseId' | 'back'>

function ShiftFields({ frame, viewer, roles, teams, rota, shift }: FieldsProps) {
  const t = useTranslations('shifts')
  const crews = Array.from({ length: rota?.crews ?? 0 }, (_, i) => ({
    value: String(i + 1),
    label: t('crew', { letter: crewLetter(i + 1) }),
  }))
  return (
    <Panel>
      <div className="grid gap-4 md:grid-cols-2">
        {rota === null && !shift ? (
          <Select
            name="teamId"
            label={t('team')}
            required
            options={asOptions(teams)}
            empty={t('chooseTeam')}
          />
        ) : null}
        <TextField name="title" label={t('shiftTitle')} maxLength={200} defaultValue={shift?.title ?? ''} />
        <MomentField
          name="start"
          label={t('start')}
          required
          frame={frame}
          viewer={viewer}
          defaultValue={shift?.typed.start ?? ''}
        />
        <TextField
          name="duration"
          label={t('lasts')}
          description={t('lengthHint')}
          required
          defaultValue={shift?.typed.duration ?? '8 h'}
        />
        {rota ? (
          <Select
            name="crew"
            label={t('crewField')}
            options={crews}
            empty={t('noCrew')}
            defaultValue={shift?.crew ? String(shift.crew) : ''}
          />
        ) : null}
        <Select
          name="roleId"
          label={t('role')}
          options={asOptions(roles)}
          empty={t('anyRole')}
          defaultValue={shift?.roleId ?? ''}
        />
        <NumberField
          name="places"
          label={t('places')}
          required
          min={1}
          max={200}
          defaultValue={shift?.places ?? rota?.places ?? 1}
        />
        <TextField
          name="note"
          label={t('note')}
          rows={3}
          maxLength={1000}
          defaultValue={shift?.note ?? ''}
          className="md:col-span-2"
        />
      </div>
    </Panel>
  )
}
