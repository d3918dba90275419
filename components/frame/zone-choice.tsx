'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState } from 'react'
import { machineTimeZone, zoneCity } from '@/lib/time-zones'
import type { ServerWrite } from '../outcome'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'

const ZoneForm = lazy(() => import('./zone-form'))

/** The viewer's zone, and the dialog that changes it. */
export function ZoneChoice({ timeZone, save }: { timeZone: string | null; save?: ServerWrite | undefined }) {
  const t = useTranslations('frame.account')
  const [open, setOpen] = useState(false)
  const [device, setDevice] = useState<string | null>(null)
  useEffect(() => setDevice(machineTimeZone()), [])
  const city = zoneCity(timeZone ?? device ?? 'UTC')
  return (
    <div className="grid gap-1.5">
      <p className="text-muted text-note">
        {timeZone ? t('timeZoneOf', { city }) : t('browserZone', { city })}
      </p>
      {save ? (
        <Button
          size="small"
          aria-haspopup="dialog"
          onClick={event => {
            // The menu lies above everything, the dialog too.
            event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
            setOpen(true)
          }}
        >
          {t('chooseZone')}
        </Button>
      ) : null}
      <Dialog open={open} onClose={() => setOpen(false)} title={t('chooseZone')} size="small">
        <Suspense>{save ? <ZoneForm timeZone={timeZone ?? device} save={save} /> : null}</Suspense>
      </Dialog>
    </div>
  )
}
