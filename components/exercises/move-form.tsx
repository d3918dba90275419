'use client'

import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo, useState } from 'react'
import type { Instant } from '@/lib/time-zones'
import { MomentField } from '../moments/moment-field'
import { ZoneField } from '../moments/zone-field'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'

type Props = {
  path: string
  /** As typed last, or the STARTEX that stands. */
  startex: string
  timeZone: string
  keepPast: boolean
  past: number
  startexAt: Instant
  viewer: string | null
  error: ReactNode
}

/** Asks for the new STARTEX; the preview is a page of its own address, so that it can be shown to others. */
export function MoveForm({ path, startex, timeZone, keepPast, past, startexAt, viewer, error }: Props) {
  const t = useTranslations('exercises')
  const [zone, setZone] = useState(timeZone)
  const frame = useMemo(() => ({ startexAt, timeZone: zone }), [startexAt, zone])
  return (
    <Form action={path} scroll={false} className="grid gap-4">
      <div className="grid gap-4 md:grid-cols-2">
        <MomentField
          name="startex"
          instant
          label={t('move.to')}
          description={t('startexHint')}
          required
          frame={frame}
          viewer={viewer}
          defaultValue={startex}
          error={error}
        />
        <ZoneField
          name="zone"
          label={t('timeZone')}
          description={t('timeZoneHint')}
          required
          defaultValue={timeZone}
          onChange={chosen => setZone(chosen || timeZone)}
        />
      </div>
      <Checkbox
        name="keepPast"
        value="true"
        label={t('move.keepPast')}
        description={t('move.keepPastHint', { count: past })}
        defaultChecked={keepPast}
      />
      <div>
        <Button type="submit" variant="primary">
          {t('move.preview')}
        </Button>
      </div>
    </Form>
  )
}
