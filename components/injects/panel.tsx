'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Fragment, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import type { Placed } from '@/lib/clashes/places/rules'
import type { FieldValue, InjectField, InjectRow } from '@/lib/injects/rules'
import { resolveMoment } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import { ThreeTimes } from '../moments/three-times'
import type { Column } from '../msel-grid/columns'
import type { Drafts } from '../msel-grid/drafts'
import type { Sheet } from '../msel-grid/sheet'
import { type Ask, TypedEffect } from '../msel-grid/typed-effect'
import type { Telling } from '../msel-grid/use-telling'
import { Button } from '../ui/button'
import { PanelField } from './panel-field'
import { StateActs } from './state-acts'
import { InjectStatus } from './state-status'
import { PanelStory } from './story'

const Markdown = lazy(async () => ({ default: (await import('./markdown')).Markdown }))

type Props = {
  row: InjectRow
  sheet: Sheet
  mayEdit: boolean
  mayApprove: boolean
  drafts: Drafts | undefined
  fieldOf: (field: InjectField) => FieldValue
  implied: Instant | null
  onBegin: (field: InjectField) => void
  onSave: (field: InjectField, text: string) => void
  onTheirs: (field: InjectField) => void
  onMine: (field: InjectField) => void
  onChanged: (ids: readonly string[]) => Promise<unknown>
  onDuplicate: () => void
  onRemove: () => void
  onClose: () => void
  found: readonly Placed[]
  telling: Telling | null
  ask: Ask
  /** what it waits for and what waits for it */
  waits: ReactNode
  /** what else belongs to it: its files */
  children?: ReactNode
}

const sections: readonly {
  key: 'what' | 'when' | 'waits' | 'who' | 'worth' | 'marks' | 'own'
  fields: readonly InjectField[]
}[] = [
  { key: 'what', fields: ['title', 'text', 'kind', 'storylineId', 'incidentId', 'trigger'] },
  { key: 'when', fields: ['start', 'duration', 'scenarioAt', 'phaseId'] },
  { key: 'waits', fields: ['waits'] },
  { key: 'who', fields: ['from', 'to', 'deliveryModeId', 'controllerId', 'reviewerId'] },
  { key: 'worth', fields: ['objectives', 'expectedAction', 'measure', 'scoreLeast', 'scoreMost'] },
  { key: 'marks', fields: ['tlp', 'releasableTo', 'keptToKindId', 'techniques', 'cves', 'cwes'] },
]

/** The whole inject beside the list; on a phone, over it. */
export function InjectPanel(props: Props) {
  const { row, sheet, mayEdit, mayApprove, fieldOf, onClose } = props
  const t = useTranslations('msel')
  const heading = useRef<HTMLHeadingElement>(null)
  const text = String(fieldOf('text') ?? '')
  const at = row.moment ? resolveMoment(row.moment, sheet.frame).at : props.implied
  const own = sheet.columns.filter(({ id }) => id.startsWith('column:'))
  useEffect(() => {
    // On a phone it lies over the list, so there the focus goes with it.
    if (window.matchMedia('(width < 48rem)').matches) heading.current?.focus()
  }, [])
  const field = (column: Column) => (
    <Fragment key={column.id}>
      <Field {...props} column={column} />
      {column.id === 'text' && text !== '' ? <AsItReads text={text} /> : null}
    </Fragment>
  )
  return (
    <aside
      aria-label={t('panel', { serial: row.serial })}
      data-panel={row.id}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
      className="flex w-[26rem] shrink-0 flex-col border-line border-t border-l bg-sheet max-md:fixed max-md:inset-0 max-md:z-40 max-md:w-full"
    >
      <header className="flex items-start gap-3 border-line border-b px-4 py-3">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-baseline gap-x-3 text-note">
            <span className="font-mono tabular">{row.serial}</span>
            <InjectStatus state={row.state} />
          </p>
          <h2 ref={heading} tabIndex={-1} className="font-semibold text-lead outline-none">
            {row.title || <span className="text-muted">{t('untitled')}</span>}
          </h2>
          {row.stateReason ? (
            <p className="text-muted text-note">{t('because', { reason: row.stateReason })}</p>
          ) : null}
        </div>
        <Button size="small" variant="quiet" aria-label={t('closePanel')} onClick={onClose}>
          <X aria-hidden="true" className="size-4" />
        </Button>
      </header>
      <div className="grid content-start gap-5 overflow-y-auto px-4 py-4">
        {mayEdit ? (
          <div className="flex flex-wrap gap-2">
            <StateActs
              ids={[row.id]}
              exerciseId={sheet.exerciseId}
              state={row.state}
              {...{ mayApprove }}
              onChanged={props.onChanged}
            />
            <Button size="small" variant="quiet" onClick={props.onDuplicate}>
              {t('duplicate')}
            </Button>
            <Button size="small" variant="quiet" onClick={props.onRemove}>
              {t('remove')}
            </Button>
          </div>
        ) : null}
        {sections.map(({ key, fields }) => (
          <Section key={key} title={t(`section.${key}`)}>
            {fields.flatMap(id => sheet.columns.filter(column => column.id === id).map(field))}
            {key === 'waits' ? props.waits : null}
            {key === 'when' && at !== null ? (
              <div className="rounded-control bg-sunk px-2.5 py-1.5 text-note">
                {row.moment ? null : <p className="text-muted">{t('impliedTime')}</p>}
                <ThreeTimes from={at} home={sheet.frame.timeZone} viewer={sheet.viewerZone} />
              </div>
            ) : null}
          </Section>
        ))}
        {own.length > 0 ? <Section title={t('section.own')}>{own.map(field)}</Section> : null}
        <Section title={t('section.notes')}>
          {sheet.columns.filter(({ id }) => id === 'notes').map(field)}
        </Section>
        {props.children}
        {mayEdit ? (
          <Section title={t('history')}>
            <PanelStory
              exerciseId={sheet.exerciseId}
              injectId={row.id}
              serial={row.serial}
              home={sheet.frame.timeZone}
              version={row.version}
            />
          </Section>
        ) : null}
      </div>
    </aside>
  )
}

/** Marks of Markdown are for whoever writes; what players get is this. */
function AsItReads({ text }: { text: string }) {
  const t = useTranslations('msel')
  return (
    <div className="grid gap-1">
      <h4 className="text-muted text-note">{t('preview')}</h4>
      <div dir="auto" className="rounded-control border border-line px-3 py-2">
        <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
          <Markdown text={text} />
        </Suspense>
      </div>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h3 className="border-line border-b pb-1 font-semibold text-note">{title}</h3>
      {children}
    </section>
  )
}

function Field(props: Props & { column: Column }) {
  const { column, row, sheet, mayEdit, drafts } = props
  const { id } = column
  const form = id === 'serial' || id === 'state' ? null : sheet.formOf(id, row)
  if (!form || id === 'serial' || id === 'state') return null
  return (
    <PanelField
      {...{ column, form, sheet }}
      value={props.fieldOf(id)}
      draft={drafts?.get(id)}
      mayEdit={mayEdit}
      onBegin={() => props.onBegin(id)}
      onSave={text => props.onSave(id, text)}
      onTheirs={() => props.onTheirs(id)}
      onMine={() => props.onMine(id)}
      found={props.found.filter(({ field }) => field === id).map(({ finding }) => finding)}
      telling={props.telling}
      effectOf={text =>
        props.telling ? (
          <TypedEffect
            {...{ field: id, text, form, sheet }}
            injectId={row.id}
            ask={props.ask}
            telling={props.telling}
          />
        ) : null
      }
    />
  )
}
