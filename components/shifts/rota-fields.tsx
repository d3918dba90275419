'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { StartexFrame } from '@/lib/time'
import { MomentField } from '../moments/moment-field'
import { NumberField } from '../ui/number-field'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'

export type RotaValues = {
  id: string
  version: number
  name: string
  teamId: string
  roleId: string | null
  phaseId: string | null
  crews: number
  places: number
  typed: { start: string; end: string; length: string; handover: string }
}

export type RotaChoices = {
  teams: readonly { id: string; name: string }[]
  roles: readonly { id: string; name: string }[]
  phases: readonly { id: string; name: string; start: string; end: string }[]
}

type Props = { frame: StartexFrame; viewer: string | null; choices: RotaChoices; rota?: RotaValues }

const asOptions = (rows: readonly { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }))

/** Who watches, from when to when, and how long at a time. Choosing a phase fills in its span. */
export function RotaFields({ frame, viewer, choices, rota }: Props) {
  const t = useTranslations('shifts')
  const [phase, setPhase] = useState<RotaChoices['phases'][number] | null>(null)
  const moment = { required: true, frame, viewer }
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <TextField name="name" label={t('name')} required maxLength={120} defaultValue={rota?.name ?? ''} />
      <Select
        name="teamId"
        label={t('team')}
        required
        options={asOptions(choices.teams)}
        empty={t('chooseTeam')}
        defaultValue={rota?.teamId ?? ''}
      />
      <Select
        name="roleId"
        label={t('role')}
        options={asOptions(choices.roles)}
        empty={t('anyRole')}
        defaultValue={rota?.roleId ?? ''}
      />
      <Select
        name="phaseId"
        label={t('phase')}
        description={t('phaseHint')}
        options={asOptions(choices.phases)}
        empty={t('noPhase')}
        defaultValue={rota?.phaseId ?? ''}
        onChange={id => setPhase(choices.phases.find(one => one.id === id) ?? null)}
      />
      <MomentField
        {...moment}
        key={`start ${phase?.id ?? ''}`}
        name="start"
        label={t('start')}
        description={t('startHint')}
        defaultValue={phase?.start ?? rota?.typed.start ?? ''}
      />
      <MomentField
        {...moment}
        key={`end ${phase?.id ?? ''}`}
        name="end"
        label={t('end')}
        ends
        defaultValue={phase?.end ?? rota?.typed.end ?? ''}
      />
      <TextField
        name="length"
        label={t('length')}
        description={t('lengthHint')}
        required
        defaultValue={rota?.typed.length ?? '8 h'}
      />
      <TextField
        name="handover"
        label={t('handover')}
        description={t('handoverHint')}
        defaultValue={rota?.typed.handover ?? '30 min'}
      />
      <NumberField
        name="crews"
        label={t('crews')}
        required
        min={1}
        max={26}
        defaultValue={rota?.crews ?? 3}
      />
      <NumberField
        name="places"
        label={t('places')}
        required
        min={1}
        max={200}
        defaultValue={rota?.places ?? 1}
      />
    </div>
  )
}
