import type { RegistrationState } from '@/lib/registrations/rules'

export type OverviewLine = {
  id: string
  /** before the name: a nation's code */
  code?: string
  /** a team's colour */
  colour?: string
  name: string
  /** leads to these people */
  href: string
  value: number
  max: number
  missing?: number
  states: Partial<Record<RegistrationState, number>>
}

/** The states that a registrar compares, in the order in which people pass through them. */
export const shownStates: readonly RegistrationState[] = [
  'submitted',
  'endorsed',
  'confirmed',
  'waitlisted',
  'declined',
]
