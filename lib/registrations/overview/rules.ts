import type { Instant } from '@/lib/time-zones'
import type { RegistrationState } from '../rules'

/** What a delegation still owes its exercise, as far as numbers tell. */
export type NationStanding = {
  accession: 'invited' | 'in_contact' | 'coordinating' | 'confirmed' | 'observer' | 'declined' | 'withdrew'
  size: number
  used: number
  /** people by whom the seats of its own teams fall short of their least */
  seatsShort: number
  states: Partial<Record<RegistrationState, number>>
  /** when its registration closes, its own date before the exercise's */
  closesAt: Instant | null
}

const takesPart = ({ accession }: NationStanding) => accession !== 'declined' && accession !== 'withdrew'

/** How many people are still to come: places that nobody has taken, or seats under their least where those are more.
 * Not the sum: whoever fills a seat takes a place too. */
export function missingOf(standing: NationStanding): number {
  const { size, used, seatsShort } = standing
  return takesPart(standing) ? Math.max(size - used, seatsShort, 0) : 0
}

/** People on whom the nation's word is overdue: once its registration has closed, those never submitted and those whom
 * it has not endorsed. */
export function overdueOf(standing: NationStanding, now: Instant): number {
  const { states, closesAt } = standing
  if (!takesPart(standing) || closesAt === null || now < closesAt) return 0
  return (states.draft ?? 0) + (states.submitted ?? 0)
}
