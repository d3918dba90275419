'use client'

import { useTranslations } from 'next-intl'
import { Status, type StatusTone } from '@/components/ui/status'
import type { InjectState } from '@/lib/injects/rules'

export const injectTones: Record<InjectState, StatusTone> = {
  draft: 'empty',
  review: 'half',
  approved: 'good',
  synchronised: 'neutral',
}

/** How far an inject is agreed on: shape and word. */
export function InjectStatus({ state }: { state: InjectState }) {
  return <Status tone={injectTones[state]}>{useTranslations('msel')(`state.${state}`)}</Status>
}
