'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { createExercise } from '@/lib/exercises/actions'
import { endexOffsetOf } from '@/lib/exercises/rules'
import type { Endex } from '@/lib/schedule/template/rules'
import { dayNumberOf, type StartexFrame } from '@/lib/time'
import { type ParsedMoment, parseMoment } from '@/lib/time-parse'
import type { Instant } from '@/lib/time-zones'
import { ActionForm } from '../action-form'
import { MomentField } from '../moments/moment-field'
import { ZoneField } from '../moments/zone-field'
import { Panel } from '../ui/panel'
import { Segmented } from '../ui/segmented'
import { TextField } from '../ui/text-field'
import { SummaryField, TlpField } from './detail-fields'
import { PlanFields } from './plan-fields'
import { type ProgrammeChoice, ProgrammeFields } from './programme-fields'

type Props = { programmes: readonly ProgrammeChoice[]; now: Instant; viewer: string | null }

const usual: Endex = { day: 3, offset: 3 * 86_400 + 8 * 3600 }

/** Where ENDEX lies, for the rows of the template that follow it; three days after STARTEX until it is understood. */
function endexIn(parsed: ParsedMoment | null, frame: StartexFrame | null): Endex {
  if (!parsed?.ok || !frame) return usual
  const offset = endexOffsetOf(parsed.moment, frame)
  if (offset <= 0 || offset > 366 * 86_400) return usual
  return { offset, day: dayNumberOf(frame.startexAt + (offset - 1) * 1000, frame.timeZone, frame) }
}

/** Makes an exercise: what it is, when it is, and the plan that it starts with. */
export function NewExerciseForm({ programmes, now, viewer }: Props) {
  const t = useTranslations('exercises')
  const [first] = programmes
  const [timeZone, setTimeZone] = useState(first?.timeZone ?? 'UTC')
  const [startex, setStartex] = useState('')
  const [endex, setEndex] = useState('')
  const [source, setSource] = useState('template')
  const unread = useMemo(() => ({ startexAt: now, timeZone }), [now, timeZone])
  const frame = useMemo((): StartexFrame | null => {
    const parsed = parseMoment(startex, { frame: unread, timeZone, now })
    return parsed.ok && parsed.moment.anchor === 'fixed' ? { startexAt: parsed.moment.at, timeZone } : null
  }, [startex, unread, timeZone, now])
  const end = useMemo(() => {
    return endexIn(frame && parseMoment(endex, { frame, timeZone, now }), frame)
  }, [endex, frame, timeZone, now])
  return (
    <ActionForm action={createExercise} submit={t('create')} done={t('created')} goTo="/exercises/{code}">
      <Panel title={t('basics')}>
        <div className="grid gap-4 md:grid-cols-2">
          <ProgrammeFields programmes={programmes} />
          <TextField name="code" label={t('code')} description={t('codeHint')} required maxLength={16} mono />
          <TextField name="name" label={t('name')} required maxLength={200} />
          <TextField name="venue" label={t('venue')} description={t('venueHint')} required maxLength={200} />
          <ZoneField
            name="timeZone"
            label={t('timeZone')}
            description={t('timeZoneHint')}
            required
            defaultValue={timeZone}
            onChange={zone => setTimeZone(zone || timeZone)}
          />
          <MomentField
            name="startex"
            instant
            label={t('startex')}
            description={t('startexHint')}
            placeholder="2027-04-20 09:00"
            required
            frame={unread}
            viewer={viewer}
            onRead={setStartex}
          />
          <MomentField
            name="endex"
            instant
            label={t('endex')}
            description={t('endexHint')}
            placeholder="D+3 17:00"
            required
            frame={frame ?? unread}
            quiet={frame === null}
            viewer={viewer}
            ends
            onRead={setEndex}
          />
          <TlpField defaultValue="green" />
          <SummaryField />
        </div>
      </Panel>
      <Panel title={t('plan')}>
        <div className="grid gap-3">
          <Segmented
            label={t('startFrom')}
            visibleLabel
            value={source}
            options={[
              { value: 'template', label: t('template') },
              { value: 'blank', label: t('blank') },
            ]}
            onChange={setSource}
          />
          {source === 'template' ? (
            <>
              <p className="max-w-prose text-muted">{t('planHint')}</p>
              <PlanFields frame={frame} endex={end} now={now} />
            </>
          ) : null}
        </div>
      </Panel>
    </ActionForm>
  )
}
