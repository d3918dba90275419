'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { type Endex, templateFor } from '@/lib/schedule/template/rules'
import { resolveMoment, type StartexFrame } from '@/lib/time'
import { parseMoment } from '@/lib/time-parse'
import type { Instant } from '@/lib/time-zones'
import { Button } from '../ui/button'
import { ActivityFields, activityGrid, PhaseFields, phaseGrid, RowHeads } from './plan-row-fields'
import { type ActivityRow, noEdits, type PhaseRow, planRows } from './plan-rows'

type Props = {
  /** Null until STARTEX is understood. */
  frame: StartexFrame | null
  endex: Endex
  now: Instant
}

/** Whether a row's moment, as typed, lies behind us. */
function overAt(now: Instant, frame: StartexFrame | null): (typed: string) => boolean {
  return typed => {
    const parsed = frame ? parseMoment(typed, { frame, timeZone: frame.timeZone }) : null
    return frame !== null && parsed?.ok === true && resolveMoment(parsed.moment, frame).at < now
  }
}

/** The milestone template as a form: every row can be changed or left out before the exercise is made. */
export function PlanFields({ frame, endex, now }: Props) {
  const t = useTranslations('exercises')
  const phaseTitles = useTranslations('schedule.template.phases')
  const activityTitles = useTranslations('schedule.template.activities')
  const [edits, setEdits] = useState(noEdits)
  const template = useMemo(() => templateFor(endex), [endex])
  const titles = { phase: phaseTitles, activity: activityTitles }
  const rows = planRows(template, edits, titles, overAt(now, frame))
  const editPhase = (key: string, change: Partial<PhaseRow>) =>
    setEdits(now => ({ ...now, phases: { ...now.phases, [key]: { ...now.phases[key], ...change } } }))
  const editActivity = (key: string, change: Partial<ActivityRow>) =>
    setEdits(now => ({
      ...now,
      activities: { ...now.activities, [key]: { ...now.activities[key], ...change } },
    }))
  return (
    <div className="grid gap-5">
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{t('phasesHead')}</legend>
        <RowHeads grid={phaseGrid} heads={[t('name'), t('rowStart'), t('rowEnd'), t('rowAudience')]} />
        {rows.phases.map((row, index) => (
          <PhaseFields key={row.key} path={`phases.${index}`} row={row} frame={frame} edit={editPhase} />
        ))}
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{t('activitiesHead')}</legend>
        <RowHeads
          grid={activityGrid}
          heads={[t('rowTitle'), t('rowStart'), t('rowLasts'), t('rowKind'), t('rowAudience')]}
        />
        {rows.activities.map((row, index) => (
          <ActivityFields
            key={row.key}
            path={`activities.${index}`}
            row={row}
            frame={frame}
            edit={editActivity}
          />
        ))}
        <div>
          <Button size="small" onClick={() => setEdits(now => ({ ...now, added: now.added + 1 }))}>
            {t('addRow')}
          </Button>
        </div>
      </fieldset>
    </div>
  )
}
