import { useTranslations } from 'next-intl'
import type { ShortSeat } from '@/lib/registrations/places/queries'

/** What was done, and which seats it has left with fewer people than they need. */
export function useShortSeats(): (done: string, short: readonly ShortSeat[]) => string {
  const t = useTranslations('decisions')
  return (done, short) => {
    const [first] = short
    if (!first) return done
    const list = short.map(({ team, role, left, least }) => `${team}, ${role}: ${left}/${least}`).join(' · ')
    return `${done} ${t('done.short', { count: short.length, list, ...first })}`
  }
}
