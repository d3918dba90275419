import { isCutOverdue } from '@/lib/nations/cuts/rules'
import { type CalendarDate, calendarDateAt } from '@/lib/time-calendar'
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
  /** pending cuts of its places: how many people have still to go, and the last day for choosing them */
  cuts: readonly { toGo: number; on: CalendarDate }[]
}

const takesPart = ({ accession }: NationStanding) => accession !== 'declined' && accession !== 'withdrew'

/** How many people are still to come: places that nobody has taken, or seats under their least where those are more.
 * Not the sum: whoever fills a seat takes a place too. */
export function missingOf(standing: NationStanding): number {
  const { size, used, seatsShort } = standing
  return takesPart(standing) ? Math.max(size - used, seatsShort, 0) : 0
}

/** People on whom the nation's word is overdue: once its registration has closed, those never submitted and those whom
 * it has not endorsed; and those who have to go by a day that is over. Days are those of `timeZone`, at home. */
export function overdueOf(standing: NationStanding, now: Instant, timeZone: string): number {
  const { states, closesAt, cuts } = standing
  if (!takesPart(standing)) return 0
  const today = calendarDateAt(now, timeZone)
  const toGo = cuts.filter(cut => isCutOverdue(cut, today)).reduce((sum, cut) => sum + cut.toGo, 0)
  return toGo + (closesAt === null || now < closesAt ? 0 : (states.draft ?? 0) + (states.submitted ?? 0))
}
