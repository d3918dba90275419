'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { type OptionGroup, Select } from '@/components/ui/select'
import { move } from '@/lib/registrations/moving/actions'
import { ActForm } from './act-form'
import { useShortSeats } from './short-seats'

type Props = {
  exerciseId: string
  teams: readonly OptionGroup[]
  ids: readonly string[]
  onDone: () => void
}

/** Another team for the people chosen. Where that leaves a seat with too few, it is said first, and asked again. */
export function MoveForm({ exerciseId, teams, ids, onDone }: Props) {
  const t = useTranslations('decisions')
  const shortSeats = useShortSeats()
  const [asked, setAsked] = useState(false)
  const attempt = useCallback(async (input: unknown) => {
    const outcome = await move(input)
    if (!outcome.ok) setAsked(outcome.error.reason === 'under_least')
    return outcome
  }, [])
  return (
    <ActForm
      owner={{ exerciseId, acceptUnderLeast: asked }}
      action={attempt}
      ids={ids}
      label={t('move', { count: ids.length })}
      submit={asked ? t('moveAllTheSame') : t('moveSubmit')}
      danger={asked}
      title={t('moveTitle', { count: ids.length })}
      text={t('moveText')}
      done={({ moved, short }) => shortSeats(t('done.move', { count: moved }), short)}
      onDone={() => {
        setAsked(false)
        onDone()
      }}
    >
      <Select
        name="teamId"
        label={t('moveTo')}
        required
        empty={t('moveChoose')}
        options={teams}
        onChange={() => setAsked(false)}
      />
    </ActForm>
  )
}
