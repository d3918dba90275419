'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { NumberField } from '@/components/ui/number-field'
import { TextField } from '@/components/ui/text-field'
import { invitePartners } from '@/lib/nations/actions'

type Invitable = { code: string; name: string }

type Props = { exerciseId: string; today: string; invitable: Invitable[]; back: string }

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Tick as many as take part: the programme's own partners first, then every country. */
export function InviteForm({ exerciseId, today, invitable, back }: Props) {
  const t = useTranslations('nations')
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const wanted = plain(typed)
  const toggle = (code: string, on: boolean) =>
    setChosen(codes => (on ? [...codes, code] : codes.filter(other => other !== code)))
  return (
    <ActionForm
      action={invitePartners}
      submit={t('inviteCount', { count: chosen.length })}
      hidden={{ exerciseId }}
      done={t('done.invited', { count: chosen.length })}
      goTo={back}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          name="size"
          label={t('size')}
          description={t('sizeHint')}
          required
          min={0}
          defaultValue={40}
        />
        <TextField
          name="changedOn"
          label={t('changedOn')}
          description={t('dateHint')}
          required
          mono
          defaultValue={today}
        />
      </div>
      <TextField name="search" label={t('search')} type="search" autoComplete="off" onChange={setTyped} />
      <CheckboxGroup
        name="codes[]"
        label={t('codes')}
        className="max-h-96 overflow-y-auto rounded-control border border-line p-3 sm:grid-cols-2 lg:grid-cols-3"
      >
        {invitable.map(({ code, name }) => (
          <div key={code} hidden={!plain(`${name} ${code}`).includes(wanted)}>
            <Checkbox
              name="codes[]"
              value={code}
              label={`${name} (${code})`}
              onChange={on => toggle(code, on)}
            />
          </div>
        ))}
      </CheckboxGroup>
      <p role="status" className="text-muted">
        {t('chosen', { count: chosen.length })}
      </p>
    </ActionForm>
  )
}
