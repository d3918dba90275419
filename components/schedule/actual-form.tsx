'use client'

import { useTranslations } from 'next-intl'
import { noteActual } from '@/lib/schedule/actual/actions'
import type { StartexFrame } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { ActionForm } from '../action-form'
import { MomentField } from '../moments/moment-field'
import { Panel } from '../ui/panel'

type Props = {
  exerciseId: string
  of: 'phase' | 'activity'
  row: { id: string; version: number; beganAt: Instant | null; endedAt: Instant | null }
  frame: StartexFrame
  viewer: string | null
}

/** When it really happened, beside when it was planned. */
export function ActualForm({ exerciseId, of, row, frame, viewer }: Props) {
  const t = useTranslations('schedule.actual')
  const { timeZone } = frame
  const said = (at: Instant | null) =>
    at === null ? '' : formatMoment({ anchor: 'fixed', at, timeZone }, timeZone)
  return (
    <Panel title={t('title')} note={t('note')}>
      <ActionForm
        action={noteActual}
        hidden={{ exerciseId, of, id: row.id, version: row.version }}
        submit={t('save')}
        done={t('saved')}
      >
        <div className="grid gap-4 md:grid-cols-2">
          <MomentField
            name="began"
            label={t('began')}
            frame={frame}
            viewer={viewer}
            defaultValue={said(row.beganAt)}
            instant
          />
          <MomentField
            name="ended"
            label={t('ended')}
            frame={frame}
            viewer={viewer}
            defaultValue={said(row.endedAt)}
            instant
          />
        </div>
      </ActionForm>
    </Panel>
  )
}
