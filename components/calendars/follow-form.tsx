'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { followCalendar } from '@/lib/calendars/actions'
import type { FeedSubject } from '@/lib/calendars/rules'
import { ActionForm } from '../action-form'
import { Button, buttonLook } from '../ui/button'
import { Callout } from '../ui/callout'
import { ComboBox } from '../ui/combo-box'
import { CopyField } from '../ui/copy-field'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'

export type Choice = { id: string; label: string; subject: FeedSubject }
type Props = {
  exercises: readonly { code: string; name: string }[]
  /** the code of the one whose calendars are offered */
  exercise: string | null
  choices: readonly Choice[]
}
type Made = { once?: { link: string } }

/** Makes a link, then shows it: this once. */
export function FollowForm({ exercises, exercise, choices }: Props) {
  const t = useTranslations('calendars')
  const router = useRouter()
  const [made, setMade] = useState<Made | null>(null)
  const [chosen, setChosen] = useState(choices[0]?.id ?? '')
  const choice = choices.find(({ id }) => id === chosen) ?? choices[0]
  if (made) return <MadeFeed made={made} onAgain={() => setMade(null)} />
  const { kind = 'person', ...subject } = choice?.subject ?? {}
  return (
    <ActionForm
      action={followCalendar}
      submit={t('make')}
      hidden={{ kind, ...given(subject) }}
      onDone={setMade}
      keepOpen
    >
      {exercises.length > 1 ? (
        <ComboBox
          name="exercise"
          label={t('exercise')}
          options={exercises.map(({ code, name }) => ({ id: code, label: code, hint: name }))}
          {...(exercise === null ? {} : { defaultValue: exercise })}
          onChange={code => router.replace(`/me/calendars?exercise=${encodeURIComponent(code)}`)}
        />
      ) : null}
      <Select
        name="which"
        label={t('which')}
        options={choices.map(({ id, label }) => ({ value: id, label }))}
        value={choice?.id ?? ''}
        onChange={setChosen}
        {...(kind === 'controller' ? { description: t('controllerHint') } : {})}
        required
      />
      <TextField
        name="name"
        label={t('name')}
        description={t('nameHint')}
        maxLength={80}
        autoComplete="off"
        required
      />
    </ActionForm>
  )
}

/** What a kind does not name is not sent. */
function given(subject: Partial<Omit<FeedSubject, 'kind'>>): Record<string, string> {
  return Object.fromEntries(Object.entries(subject).flatMap(([key, id]) => (id === null ? [] : [[key, id]])))
}

function MadeFeed({ made, onAgain }: { made: Made; onAgain: () => void }) {
  const t = useTranslations('calendars')
  const link = made.once?.link
  if (link === undefined) {
    return (
      <div className="grid gap-3" role="status">
        <Callout tone="warn">{t('madeBefore')}</Callout>
        <div>
          <Button onClick={onAgain}>{t('another')}</Button>
        </div>
      </div>
    )
  }
  return (
    <div className="grid gap-3" role="status">
      <Callout tone="good" title={t('madeTitle')}>
        {t('madeText')}
      </Callout>
      <CopyField label={t('link')} value={link} copy={t('copy')} copied={t('copied')} />
      <div className="flex flex-wrap gap-2">
        <a href={link.replace(/^https?:/, 'webcal:')} className={buttonLook()}>
          {t('open')}
        </a>
        <Button variant="quiet" onClick={onAgain}>
          {t('another')}
        </Button>
      </div>
    </div>
  )
}
