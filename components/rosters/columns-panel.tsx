'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { missingFields, repeatedFields } from '@/lib/rosters/fields/rules'
import { type RosterField, rosterFields } from '@/lib/rosters/fields/schema'
import { encodings } from '@/lib/sheets/encoding/rules'
import type { OpenFile, Roster } from './use-roster'

/** What an empty cell means, in words. */
export type Defaults = { zone: string; nation: string | null }

type Props = {
  roster: Roster
  file: OpenFile
  defaults: Defaults
  locked: boolean
  onAnother: () => void
}

/** What the columns were taken for, to be put right; the delegation's file is understood the same way next time. */
export function ColumnsPanel({ roster, file, defaults, locked, onAnother }: Props) {
  const t = useTranslations('rosters')
  const isField = (value: string): value is RosterField => rosterFields.some(field => field === value)
  return (
    <Panel
      title={file.name || t('columns.pasted')}
      note={t('columns.note', { count: file.columns.length })}
      actions={
        <Button onClick={onAnother} disabled={locked}>
          {t('columns.another')}
        </Button>
      }
    >
      <FileChoices roster={roster} file={file} locked={locked} />
      <MappingNotes file={file} />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {file.columns.map(({ heading, samples }, column) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, two may have one heading
            key={column}
            name={`column-${column}`}
            label={<span className="break-words">{heading}</span>}
            description={
              <span className="line-clamp-1 break-all">{samples.join(' · ') || t('columns.nothing')}</span>
            }
            empty={t('columns.leaveOut')}
            value={file.mapping[column] ?? ''}
            disabled={locked}
            onChange={value => roster.choose(column, isField(value) ? value : null)}
            options={rosterFields.map(field => ({ value: field, label: t(`field.${field}`) }))}
          />
        ))}
      </div>
      <p className="mt-3 text-muted text-note">
        {t('columns.defaults', {
          zone: defaults.zone,
          nation: defaults.nation ?? '',
          named: defaults.nation ? 'yes' : 'no',
        })}
      </p>
    </Panel>
  )
}

const headingRows = 15

function FileChoices({ roster, file, locked }: Omit<Props, 'onAnother' | 'defaults'>) {
  const t = useTranslations('rosters')
  const rows = Math.min(headingRows, file.sheets[file.sheet]?.rows ?? 0)
  return (
    <div className="mb-4 flex flex-wrap gap-3">
      {file.sheets.length > 1 ? (
        <Select
          name="sheet"
          label={t('columns.sheet')}
          value={String(file.sheet)}
          disabled={locked}
          onChange={value => roster.chooseSheet(Number(value))}
          options={file.sheets.map(({ name, rows: count }, at) => ({
            value: String(at),
            label: t('columns.sheetRows', { name, count }),
          }))}
        />
      ) : null}
      <Select
        name="heading"
        label={t('columns.headings')}
        value={String(file.heading)}
        disabled={locked}
        onChange={value => roster.chooseHeading(Number(value))}
        options={[
          ...Array.from({ length: rows }, (_, at) => ({
            value: String(at),
            label: t('columns.row', { row: at + 1 }),
          })),
          { value: '-1', label: t('columns.noHeadings') },
        ]}
      />
      {file.encoding ? (
        <Select
          name="encoding"
          label={t('columns.encoding')}
          {...(file.encoding.sure ? {} : { description: t('columns.encodingHint') })}
          value={file.encoding.used}
          disabled={locked}
          onChange={value => {
            const encoding = encodings.find(one => one === value)
            if (encoding) roster.open(file.name, file.source, encoding)
          }}
          options={encodings.map(encoding => ({ value: encoding, label: t(`encoding.${encoding}`) }))}
        />
      ) : null}
    </div>
  )
}

function MappingNotes({ file }: { file: OpenFile }) {
  const t = useTranslations('rosters')
  const named = (fields: readonly RosterField[]) => fields.map(field => t(`field.${field}`)).join(', ')
  const [missing, repeated] = [missingFields(file.mapping), repeatedFields(file.mapping)]
  return (
    <div role="status" className="grid gap-2 not-empty:mb-3">
      {missing.length > 0 ? (
        <Callout tone="warn">
          {t('columns.missing', { fields: named(missing), count: missing.length })}
        </Callout>
      ) : null}
      {repeated.length > 0 ? (
        <Callout tone="warn">{t('columns.repeated', { fields: named(repeated) })}</Callout>
      ) : null}
    </div>
  )
}
