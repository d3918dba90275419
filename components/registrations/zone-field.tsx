'use client'

import { ComboBox } from '@/components/ui/combo-box'
import { listTimeZones, zoneCity } from '@/lib/time-zones'

type Props = { name: string; label: string; description: string; defaultValue?: string }

/** A zone by its city. The list is this machine's own, so that no page carries it. */
export function ZoneField({ defaultValue, ...props }: Props) {
  const zones = listTimeZones()
  const known = defaultValue && !zones.includes(defaultValue) ? [defaultValue, ...zones] : zones
  const options = known.map(zone => ({ id: zone, label: zoneCity(zone), hint: zone, keywords: zone }))
  return <ComboBox {...props} required options={options} {...(defaultValue ? { defaultValue } : {})} />
}
