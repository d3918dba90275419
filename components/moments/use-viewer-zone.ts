'use client'

import { useSyncExternalStore } from 'react'
import { machineTimeZone } from '@/lib/time-zones'

const never = () => () => {}

/** The viewer's zone: the one that the account chose, else this device's; null while the server draws. */
export function useViewerZone(chosen: string | null): string | null {
  const device = useSyncExternalStore(never, machineTimeZone, () => null)
  return chosen ?? device
}
