'use client'

import Form from 'next/form'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Asked } from '@/lib/moves/asking/rules'
import type { StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import { MomentField } from '../moments/moment-field'
import { ZoneField } from '../moments/zone-field'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { DateTimeField } from '../ui/date-time-field'
import { RadioGroup } from '../ui/radio-group'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { MoveExample } from './move-example'

type Props = {
  path: string
  asked: Asked
  /** Beside the field that was not understood. */
  problem: ReactNode
  phases: readonly { id: string; name: string }[]
  frame: StartexFrame
  endexAt: Instant
  /** STARTEX as it is typed. */
  startex: string
  viewer: string | null
}

/** Asks for a whole operation; its preview is a page of its own address, so that it can be shown to others. */
export function AskForm(props: Props) {
  const t = useTranslations('moves')
  const { path, asked, frame, endexAt } = props
  return (
    <Form action={path} scroll={false} className="grid gap-4" key={asked.kind}>
      <div>
        <p>{t(`about.${asked.kind}`)}</p>
        <MoveExample kind={asked.kind} frame={frame} endexAt={endexAt} />
      </div>
      <input type="hidden" name="kind" value={asked.kind} />
      <div className="grid gap-4 md:grid-cols-2">
        <Fields {...props} />
      </div>
      <div>
        <Button type="submit" variant="primary">
          {t('show')}
        </Button>
      </div>
    </Form>
  )
}

function Fields({ asked, problem, phases, frame, startex, viewer }: Props) {
  const t = useTranslations('moves.fields')
  const given = (name: string) => asked.given[name] ?? ''
  const error = (name: string) => (asked.problem?.field === name ? problem : undefined)
  const text = (name: 'by', hint: 'byHint') => (
    <TextField
      {...{ name, label: t(name), description: t(hint), required: true, error: error(name) }}
      defaultValue={given(name)}
    />
  )
  const date = (name: 'on' | 'from' | 'to') => (
    <DateTimeField
      {...{ name, label: t(name), description: t('onHint'), required: true, error: error(name) }}
      kind="date"
      defaultValue={given(name)}
    />
  )
  const pinned = (
    <Checkbox
      name="withPinned"
      value="true"
      label={t('withPinned')}
      description={t('withPinnedHint')}
      defaultChecked={given('withPinned') === 'true'}
    />
  )
  switch (asked.kind) {
    case 'slide_phase':
      return (
        <>
          <Select
            {...{ name: 'phaseId', label: t('phase'), required: true, error: error('phaseId') }}
            options={phases.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={given('phaseId') || (phases[0]?.id ?? '')}
          />
          {text('by', 'byHint')}
          {pinned}
        </>
      )
    case 'slip_startex':
      return (
        <>
          <MomentField
            {...{ name: 'startex', label: t('startex'), description: t('startexHint'), required: true }}
            {...{ frame, viewer, error: error('startex') }}
            instant
            defaultValue={given('startex') || startex}
          />
          <Checkbox
            name="keepPast"
            value="true"
            label={t('keepPast')}
            description={t('keepPastHint')}
            defaultChecked={asked.operation === null || given('keepPast') === 'true'}
          />
        </>
      )
    case 'stretch_day':
      return (
        <>
          {date('on')}
          {text('by', 'byHint')}
          {pinned}
        </>
      )
    case 'skip_weekend':
      return (
        <>
          {date('from')}
          {date('to')}
          {pinned}
        </>
      )
    case 'home_zone':
      return (
        <>
          <ZoneField
            {...{ name: 'timeZone', label: t('timeZone'), required: true, error: error('timeZone') }}
            defaultValue={given('timeZone') || frame.timeZone}
          />
          <RadioGroup
            name="keep"
            label={t('keep')}
            options={(['walls', 'instants'] as const).map(value => ({
              ...{ value, label: t(value), description: t(`${value}Hint`) },
            }))}
            defaultValue={given('keep') || 'walls'}
          />
        </>
      )
  }
}
