'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { type QuestionKind, questionKinds } from '@/lib/questions/rules'

type Choice = { id: string; name: string }
type QuestionValues = {
  kind: QuestionKind
  wording: string
  help: string
  required: boolean
  options: readonly string[]
  roleIds: readonly string[]
  siteIds: readonly string[]
  answers: number
}

type Props = { question?: QuestionValues; roles: readonly Choice[]; sites: readonly Choice[] }

/** What is asked, how it is answered, and of whom. */
export function QuestionFields({ question, roles, sites }: Props) {
  const t = useTranslations('questions')
  const [kind, setKind] = useState<QuestionKind>(question?.kind ?? 'text')
  const answers = question?.answers ?? 0
  const kinds = answers > 0 ? questionKinds.filter(one => one === kind) : questionKinds
  return (
    <div className="grid gap-4">
      <TextField
        name="wording"
        label={t('wording')}
        description={t('wordingHint')}
        required
        maxLength={300}
        defaultValue={question?.wording ?? ''}
      />
      <TextField
        name="help"
        label={t('help')}
        description={t('helpHint')}
        maxLength={500}
        defaultValue={question?.help ?? ''}
      />
      <Select
        name="kind"
        label={t('kindTerm')}
        description={answers > 0 ? t('kindFixed', { count: answers }) : undefined}
        required
        options={kinds.map(value => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={value => setKind(questionKinds.find(one => one === value) ?? 'text')}
      />
      {kind === 'choice' ? (
        <TextField
          name="options"
          label={t('options')}
          description={t('optionsHint')}
          rows={5}
          defaultValue={question?.options.join('\n') ?? ''}
        />
      ) : null}
      <Checkbox name="required" label={t('required')} defaultChecked={question?.required ?? false} />
      <p className="text-muted text-note">{t('scopeHint')}</p>
      <Boxes name="roleIds[]" label={t('roles')} choices={roles} ticked={question?.roleIds ?? []} />
      <Boxes name="siteIds[]" label={t('sites')} choices={sites} ticked={question?.siteIds ?? []} />
    </div>
  )
}

type BoxesProps = {
  name: `${string}[]`
  label: string
  choices: readonly Choice[]
  ticked: readonly string[]
}

function Boxes({ name, label, choices, ticked }: BoxesProps) {
  if (choices.length === 0) return null
  return (
    <CheckboxGroup name={name} label={label} className="sm:grid-cols-2">
      {choices.map(choice => (
        <Checkbox
          key={choice.id}
          name={name}
          value={choice.id}
          label={choice.name}
          defaultChecked={ticked.includes(choice.id)}
        />
      ))}
    </CheckboxGroup>
  )
}
