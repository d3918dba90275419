'use client'

import { useMemo } from 'react'
import { listTimeZones, zoneCity } from '@/lib/time-zones'
import { ComboBox, type ComboBoxProps } from '../ui/combo-box'

/** A zone by its city. The list is this device's own, so that no page carries it; the server checks what is sent. */
export function ZoneField(props: Omit<ComboBoxProps, 'options'>) {
  const { defaultValue } = props
  const options = useMemo(() => {
    const zones = listTimeZones()
    const known = defaultValue && !zones.includes(defaultValue) ? [defaultValue, ...zones] : zones
    return known.map(zone => ({ id: zone, label: zoneCity(zone), hint: zone, keywords: zone }))
  }, [defaultValue])
  return <ComboBox {...props} options={options} />
}
