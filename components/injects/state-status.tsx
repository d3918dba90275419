'use client'

import { useTranslations } from 'next-intl'
import { Status, type StatusTone } from '@/components/ui/status'
import type { InjectState } from '@/lib/injects/rules'

const tones: Record<InjectState, StatusTone> = {
  draft: 'empty',
  review: 'half',
  approved: 'good',
  synchronised: 'neutral',
}

/** How far an inject is agreed on: shape and word. */
export function InjectStatus({ state }: { state: InjectState }) {
  return <Status tone={tones[state]}>{useTranslations('msel')(`state.${state}`)}</Status>
}
