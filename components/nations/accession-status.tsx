import { useTranslations } from 'next-intl'
import { Status, type StatusTone } from '@/components/ui/status'
import type { AccessionState } from '@/lib/nations/schema'

const tones: Record<AccessionState, StatusTone> = {
  invited: 'empty',
  in_contact: 'half',
  coordinating: 'half',
  confirmed: 'good',
  observer: 'info',
  declined: 'bad',
  withdrew: 'bad',
}

/** How far a partner has come on its way in. */
export function AccessionStatus({ state }: { state: AccessionState }) {
  const t = useTranslations('nations')
  return <Status tone={tones[state]}>{t(`state.${state}`)}</Status>
}
