'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { ActionForm } from '@/components/action-form'
import { type ProgrammeChoice, ProgrammeFields } from '@/components/exercises/programme-fields'
import { MomentField } from '@/components/moments/moment-field'
import { ZoneField } from '@/components/moments/zone-field'
import { Panel } from '@/components/ui/panel'
import { TextField } from '@/components/ui/text-field'
import { instantOfIso } from '@/lib/exchange/document/rules'
import type { ExerciseDocument } from '@/lib/exchange/document/schema'
import { formatMoment } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { sendDocument } from './send-document'

type Props = {
  document: ExerciseDocument
  programmes: readonly ProgrammeChoice[]
  now: Instant
  viewer: string | null
}

/** What a document does not say: what the exercise is called here, and where a list of injects alone is played. */
export function FoundForm({ document, programmes, now, viewer }: Props) {
  const t = useTranslations('exercises')
  const words = useTranslations('exchange')
  const { exercise } = document
  const action = useMemo(() => sendDocument(document), [document])
  const [zone, setZone] = useState(exercise?.timeZone ?? programmes[0]?.timeZone ?? 'UTC')
  const startexAt = exercise ? instantOfIso(exercise.startexAt) : now
  const frame = useMemo(() => ({ startexAt, timeZone: zone }), [startexAt, zone])
  const own = exercise && formatMoment({ anchor: 'fixed', at: startexAt, timeZone: zone }, zone)
  return (
    <Panel title={words('found.new')}>
      <ActionForm action={action} submit={t('create')} done={t('created')} goTo="/exercises/{code}">
        <div className="grid gap-4 md:grid-cols-2">
          <ProgrammeFields programmes={programmes} />
          <TextField name="code" label={t('code')} description={t('codeHint')} required maxLength={16} mono />
          <TextField
            name="name"
            label={t('name')}
            required
            maxLength={200}
            defaultValue={exercise?.name ?? ''}
          />
          <TextField
            name="venue"
            label={t('venue')}
            description={t('venueHint')}
            required
            maxLength={200}
            defaultValue={exercise?.venue ?? ''}
          />
          {exercise ? null : (
            <ZoneField
              name="timeZone"
              label={t('timeZone')}
              description={t('timeZoneHint')}
              required
              defaultValue={zone}
              onChange={chosen => setZone(chosen || zone)}
            />
          )}
          <MomentField
            name="startex"
            instant
            label={own ? words('found.otherStartex') : t('startex')}
            description={own ? words('found.startexHint', { own }) : t('startexHint')}
            required={!own}
            frame={frame}
            viewer={viewer}
          />
          {exercise ? null : (
            <MomentField
              name="endex"
              instant
              label={t('endex')}
              description={t('endexHint')}
              placeholder="D+3 17:00"
              required
              frame={frame}
              viewer={viewer}
              ends
            />
          )}
        </div>
      </ActionForm>
    </Panel>
  )
}
