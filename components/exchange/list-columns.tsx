'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { type MselTarget, mselFields } from '@/lib/exchange/fields/schema'
import type { ListTimes } from '@/lib/exchange/list-times/rules'
import { ListTimesFields } from './list-times'
import type { Choice, ReadList } from './protocol'

type Props = {
  name: string
  list: ReadList
  locked: boolean
  times: ListTimes
  /** the exercise's own zone */
  home: string
  onChange: (choice: Choice, times: ListTimes) => void
  onAnother: () => void
}

const targetOf = (value: string): MselTarget =>
  value === 'own' || value === 'kept' ? value : (mselFields.find(field => field === value) ?? null)
const headingRows = 40

/** What the columns were taken for, to be put right; the next such file is understood the same way. */
export function ListColumns({ name, list, locked, times, home, onChange, onAnother }: Props) {
  const t = useTranslations('exchange')
  const { look, sheet, sheets, samples } = list
  const another = (
    <Button onClick={onAnother} disabled={locked}>
      {t('columns.another')}
    </Button>
  )
  if (!look) {
    return (
      <Panel title={name} actions={another}>
        <p className="max-w-prose text-muted">{t('columns.whole')}</p>
      </Panel>
    )
  }
  const { heading, headings, mapping } = look
  const change = (choice: Partial<Choice>) =>
    onChange({ sheet, heading, mapping: [...mapping], ...choice }, times)
  const rows = Math.min(headingRows, sheets[sheet]?.rows ?? 0)
  const options = [
    { value: 'own', label: t('columns.own') },
    { value: 'kept', label: t('columns.kept') },
    ...mselFields.map(field => ({ value: field, label: t(`field.${field}`) })),
  ]
  return (
    <Panel title={name} note={t('columns.note', { count: headings.length })} actions={another}>
      <div className="mb-4 flex flex-wrap gap-3">
        {sheets.length > 1 ? (
          <Select
            name="sheet"
            label={t('columns.sheet')}
            value={String(sheet)}
            disabled={locked}
            onChange={value => change({ sheet: Number(value), heading: null, mapping: null })}
            options={sheets.map(({ name: label }, at) => ({ value: String(at), label }))}
          />
        ) : null}
        <Select
          name="heading"
          label={t('columns.headings')}
          value={String(heading)}
          disabled={locked}
          onChange={value => change({ heading: Number(value), mapping: null })}
          options={[
            ...Array.from({ length: rows }, (_, at) => ({
              value: String(at),
              label: t('columns.row', { row: at + 1 }),
            })),
            { value: '-1', label: t('columns.noHeadings') },
          ]}
        />
        <ListTimesFields
          {...{ times, home, locked }}
          notes={list.notes}
          onChange={said => onChange({ sheet, heading, mapping: [...mapping] }, said)}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {headings.map((label, column) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, two may have one heading
            key={column}
            name={`column-${column}`}
            label={
              <span className="break-words">{label || t('columns.nameless', { number: column + 1 })}</span>
            }
            description={
              <span className="line-clamp-1 break-all">
                {samples[column]?.join(' · ') || t('columns.nothing')}
              </span>
            }
            empty={t('columns.leaveOut')}
            value={mapping[column] ?? ''}
            disabled={locked}
            onChange={value =>
              change({ mapping: mapping.map((old, at) => (at === column ? targetOf(value) : old)) })
            }
            options={options}
          />
        ))}
      </div>
    </Panel>
  )
}
