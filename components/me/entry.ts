import type { Entry } from '@/lib/registrations/own/rules'

/** What a person's own schedule shows of an activity, or of STARTEX and ENDEX. */
export type ScheduleEntry = Entry & {
  id: string
  title: string
  place: string
  link: string
  /** somebody has to be there; a deadline only passes */
  attended: boolean
  /** said below the title: with whom, by whom, that one waits */
  note?: string
}
