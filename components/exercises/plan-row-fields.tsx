'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { activityKinds, audiences } from '@/lib/schedule/kinds/rules'
import { resolveActivity } from '@/lib/schedule/rules'
import type { StartexFrame } from '@/lib/time'
import { formatInstant } from '@/lib/time-format'
import { parseMoment } from '@/lib/time-parse'
import { Checkbox } from '../ui/checkbox'
import type { ActivityRow, PhaseRow } from './plan-rows'
import { RowChoice, RowField } from './row-field'

/** What a row's moment means at home, or nothing while it is not understood. */
function useUnderstood(frame: StartexFrame | null): (text: string) => string | null {
  const locale = useLocale()
  return text => {
    if (!frame) return null
    const parsed = parseMoment(text, { frame, timeZone: frame.timeZone })
    if (!parsed.ok) return null
    const { startAt } = resolveActivity({ start: parsed.moment, durationSeconds: null, days: null }, frame)
    const whole = parsed.moment.anchor === 'dday' && parsed.moment.minute === null
    return formatInstant(startAt, { timeZone: frame.timeZone, locale, style: whole ? 'date' : 'dateTime' })
  }
}

type RowProps<Row> = {
  path: string
  row: Row
  frame: StartexFrame | null
  edit: (key: string, change: Partial<Row>) => void
}

const rowLook =
  'grid grid-cols-[auto_1fr_1fr] items-start gap-x-2 gap-y-1.5 border-line border-t pt-2 md:border-0 md:pt-0'

export const phaseGrid = 'md:grid-cols-[1.5rem_minmax(12rem,2fr)_minmax(9rem,1fr)_minmax(9rem,1fr)_9rem]'
export const activityGrid = 'md:grid-cols-[1.5rem_minmax(12rem,2fr)_minmax(9rem,1fr)_5.5rem_8rem_9rem]'

/** What the columns are; for eyes only, since each field carries its own name. */
export function RowHeads({ grid, heads }: { grid: string; heads: readonly string[] }) {
  return (
    <div aria-hidden="true" className={`hidden gap-x-2 text-muted text-note md:grid ${grid}`}>
      <span />
      {heads.map(head => (
        <span key={head} className="px-2.5">
          {head}
        </span>
      ))}
    </div>
  )
}

type FrameProps = {
  path: string
  look: string
  row: Pick<PhaseRow, 'include' | 'start' | 'audience'>
  /** What the row is called. */
  title: { field: 'name' | 'title'; label: string; value: string; set: (value: string) => void }
  understood: (text: string) => string | null
  set: (change: Partial<Pick<PhaseRow, 'include' | 'start' | 'audience'>>) => void
  /** Between the start and the audience. */
  children: ReactNode
  audienceLook?: string
}

/** What rows of both kinds have: whether they come along, a title, a start, and whom they are for. */
function PlanRow({ path, look, row, title, understood, set, children, audienceLook }: FrameProps) {
  const t = useTranslations('exercises')
  const off = !row.include
  return (
    <div className={`${rowLook} ${look}`}>
      <Tick path={path} name={title.value} include={row.include} onChange={include => set({ include })} />
      <span className="col-span-2 md:col-span-1">
        <RowField
          name={`${path}.${title.field}`}
          label={title.label}
          value={title.value}
          disabled={off}
          onChange={title.set}
        />
      </span>
      <span className="col-start-2 md:col-start-auto">
        <RowField
          name={`${path}.start`}
          label={t('rowStart')}
          value={row.start}
          disabled={off}
          mono
          note={understood(row.start)}
          onChange={start => set({ start })}
        />
      </span>
      {children}
      <span className={audienceLook}>
        <AudienceChoice
          path={path}
          value={row.audience}
          disabled={off}
          onChange={audience => set({ audience })}
        />
      </span>
    </div>
  )
}

export function PhaseFields({ path, row, frame, edit }: RowProps<PhaseRow>) {
  const t = useTranslations('exercises')
  const understood = useUnderstood(frame)
  const set = (change: Partial<PhaseRow>) => edit(row.key, change)
  const title = {
    field: 'name',
    label: t('name'),
    value: row.name,
    set: (name: string) => set({ name }),
  } as const
  return (
    <PlanRow
      {...{ path, row, title, understood, set }}
      look={phaseGrid}
      audienceLook="col-span-2 col-start-2 md:col-span-1 md:col-start-auto"
    >
      <input type="hidden" name={`${path}.key`} value={row.key} />
      <RowField
        name={`${path}.end`}
        label={t('rowEnd')}
        value={row.end}
        disabled={!row.include}
        mono
        note={understood(row.end)}
        onChange={end => set({ end })}
      />
    </PlanRow>
  )
}

export function ActivityFields({ path, row, frame, edit }: RowProps<ActivityRow>) {
  const t = useTranslations('exercises')
  const kinds = useTranslations('schedule.kind')
  const understood = useUnderstood(frame)
  const set = (change: Partial<ActivityRow>) => edit(row.key, change)
  const named = { field: 'title', label: t('rowTitle'), value: row.title } as const
  const title = { ...named, set: (text: string) => set({ title: text }) }
  return (
    <PlanRow {...{ path, row, title, understood, set }} look={activityGrid}>
      <input type="hidden" name={`${path}.phase`} value={row.phase} />
      <input type="hidden" name={`${path}.gate`} value={row.gate ?? ''} />
      <RowField
        name={`${path}.duration`}
        label={t('rowLasts')}
        value={row.duration}
        disabled={!row.include}
        mono
        onChange={duration => set({ duration })}
      />
      <span className="col-start-2 md:col-start-auto">
        <RowChoice
          name={`${path}.kind`}
          label={t('rowKind')}
          value={row.kind}
          disabled={!row.include}
          options={activityKinds.map(kind => ({ value: kind, label: kinds(kind) }))}
          onChange={value => set({ kind: activityKinds.find(kind => kind === value) ?? row.kind })}
        />
      </span>
    </PlanRow>
  )
}

function Tick(props: { path: string; name: string; include: boolean; onChange: (include: boolean) => void }) {
  const t = useTranslations('exercises')
  return (
    <Checkbox
      bare
      name={`${props.path}.include`}
      label={t('include', { name: props.name })}
      checked={props.include}
      onChange={props.onChange}
      className="pt-1"
    />
  )
}

type AudienceProps = {
  path: string
  value: PhaseRow['audience']
  disabled: boolean
  onChange: (audience: PhaseRow['audience']) => void
}

function AudienceChoice({ path, value, disabled, onChange }: AudienceProps) {
  const t = useTranslations('exercises')
  const words = useTranslations('schedule.audience')
  return (
    <RowChoice
      name={`${path}.audience`}
      label={t('rowAudience')}
      value={value}
      disabled={disabled}
      options={audiences.map(audience => ({ value: audience, label: words(audience) }))}
      onChange={chosen => onChange(audiences.find(audience => audience === chosen) ?? value)}
    />
  )
}
