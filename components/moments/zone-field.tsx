'use client'

import { useMemo } from 'react'
import { listTimeZones, zoneCity } from '@/lib/time-zones'
import { ComboBox } from '../ui/combo-box'
import type { FieldProps } from '../ui/field'

type Props = FieldProps & { defaultValue?: string; onChange?: (zone: string) => void }

/** A zone by its city; the list is this device's own, and the server checks what is sent. */
export function ZoneField(props: Props) {
  const options = useMemo(
    () => listTimeZones().map(zone => ({ id: zone, label: zoneCity(zone), hint: zone, keywords: zone })),
    [],
  )
  return <ComboBox {...props} options={options} />
}
