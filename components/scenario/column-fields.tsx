'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { audiences, type ColumnKind, columnKinds, isOfChoices } from '@/lib/msel-columns/rules'

type Column = {
  name: string
  kind: ColumnKind
  choices: readonly string[]
  audience: (typeof audiences)[number]
  values: number
}

/** What a column is called, what may stand in it, and who reads it. */
export function ColumnFields({ column }: { column?: Column }) {
  const t = useTranslations('scenarioSetup.columns')
  const [kind, setKind] = useState<ColumnKind>(column?.kind ?? 'text')
  const values = column?.values ?? 0
  return (
    <div className="grid gap-4">
      <TextField
        name="name"
        label={t('name')}
        description={t('nameHint')}
        required
        maxLength={120}
        defaultValue={column?.name ?? ''}
      />
      <Select
        name="kind"
        label={t('kindTerm')}
        description={values > 0 ? t('kindHint', { count: values }) : undefined}
        required
        options={columnKinds.map(value => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={value => setKind(columnKinds.find(one => one === value) ?? 'text')}
      />
      {isOfChoices(kind) ? (
        <TextField
          name="choices"
          label={t('choices')}
          description={t('choicesHint')}
          required
          rows={5}
          defaultValue={column?.choices.join('\n') ?? ''}
        />
      ) : null}
      <RadioGroup
        name="audience"
        label={t('audience')}
        options={audiences.map(value => ({
          value,
          label: t(`audiences.${value}`),
          description: t(`audienceHint.${value}`),
        }))}
        defaultValue={column?.audience ?? 'controllers'}
      />
    </div>
  )
}
