import { useTranslations } from 'next-intl'
import { Status, type StatusTone } from '@/components/ui/status'
import type { RegistrationState } from '@/lib/registrations/rules'

export const stateTones: Record<RegistrationState, StatusTone> = {
  draft: 'empty',
  submitted: 'neutral',
  endorsed: 'info',
  confirmed: 'good',
  checked_in: 'good',
  waitlisted: 'half',
  declined: 'bad',
  withdrawn: 'empty',
}

type Props = {
  state: RegistrationState
  /** why it was declined, withdrawn or put on the waiting list */
  reason?: string | null
  waiting?: { position: number; of: number } | null
}

/** Where a registration stands, in a word; with the reason where there is one, and the place in the queue. */
export function StateStatus({ state, reason, waiting }: Props) {
  const t = useTranslations('registrations')
  const word = waiting ? t('waitingAt', waiting) : t(`state.${state}`)
  return (
    <Status tone={stateTones[state]}>{reason ? t('stateWithReason', { state: word, reason }) : word}</Status>
  )
}
