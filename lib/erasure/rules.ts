import { endexAt } from '@/lib/exercises/rules'
import { DAY } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'

/** Days after ENDEX until diet, access needs and travel are erased: nobody is fed or fetched any more. */
export const needsDays = 30

/** Days until letters that belong to no exercise (sign-in links, invitations of administrators) lose reader and text. */
export const letterDays = 90

/** People at a time, each time in a transaction of its own: an edit waits a moment, not a night. */
export const batchSize = 500

type Ends = { startexAt: Instant; endexOffset: number; retentionDays: number }

/** When each rule is due; both move with STARTEX. */
export function dueDates(exercise: Ends): { needs: Instant; identities: Instant } {
  const end = endexAt(exercise)
  return { needs: end + needsDays * DAY, identities: end + exercise.retentionDays * DAY }
}
