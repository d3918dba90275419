import { getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import type { Preview } from '@/lib/moves/queries'
import type { Actor } from '@/lib/policy'
import { countClockRotas } from '@/lib/shifts/rotas/queries'
import type { Instant } from '@/lib/time-zones'

type Props = { actor: Actor; exerciseId: string; preview: Pick<Preview, 'startex' | 'home'>; now: Instant }

/** Which rotas a move of STARTEX leaves with a watch that is an hour too long or too short. */
export async function ClockRotas({ actor, exerciseId, preview: { startex, home }, now }: Props) {
  if (startex.from === startex.to && home.from === home.to) return null
  const to = { startexAt: startex.to, timeZone: home.to }
  const [t, count] = await Promise.all([
    getTranslations('shifts'),
    countClockRotas(actor, exerciseId, to, now),
  ])
  if (count === 0) return null
  return (
    <Callout tone="warn" title={t('clocksTitle', { count })}>
      {t('clocksText')}
    </Callout>
  )
}
