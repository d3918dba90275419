import { resolveMoment } from '@/lib/time'
import { epochDayAt, MINUTE } from '@/lib/time-calendar'
import type { AccessionState, RegistrationState } from '../client/client'
import { at, type DemoDates, home } from './moments'
import type { Random } from './random'

const toldNo = [
  'No seat is left in this role',
  'The role needs on-site presence',
  'Named twice by the delegation',
  'The team is complete',
]
const gone = ['Posted elsewhere', 'Needed at home that week', 'Ill', '']

/** How many of a delegation's people are through, 0 to 1: what its point of contact is like. */
export function diligenceOf(code: string, random: Random): number {
  const known: Record<string, number> = { EST: 0.85, JPN: 0.8, KOR: 0.8, ISL: 0.9, LUX: 0.9 }
  return known[code] ?? 0.25 + 0.6 * random.next()
}

/** A state as far as the delegation's own allows. */
export function stateFor(accession: AccessionState, diligence: number, random: Random): RegistrationState {
  if (accession === 'withdrew') return 'withdrawn'
  if (accession === 'coordinating') return random.chance(0.7) ? 'draft' : 'submitted'
  if (accession === 'observer') return random.chance(0.5) ? 'submitted' : 'endorsed'
  const late = 1 - diligence
  return random.weighted<RegistrationState>([
    ['draft', 0.02 + 0.32 * late],
    ['submitted', 0.05 + 0.4 * late],
    ['endorsed', 0.2],
    ['confirmed', 0.8 * diligence],
    ['waitlisted', 0.03],
    ['declined', 0.02],
    ['withdrawn', 0.03],
  ])
}

export function reasonFor(state: RegistrationState, random: Random): string | null {
  if (state === 'declined') return random.pick(toldNo)
  return state === 'withdrawn' ? random.pick(gone) || null : null
}

/** When it was submitted and when it came to its state: working hours at home, after registration opened, before today. */
export function datesFor(state: RegistrationState, dates: DemoDates, random: Random) {
  const [first, second] = [workingTime(dates, random), workingTime(dates, random)].sort((a, b) => a - b)
  const decided = state !== 'draft' && state !== 'submitted'
  return {
    submittedAt: state === 'draft' ? null : new Date(first ?? dates.now),
    stateAt: new Date((decided ? second : first) ?? dates.now),
  }
}

function workingTime(dates: DemoDates, random: Random): number {
  const frame = { startexAt: dates.main, timeZone: home }
  const today = epochDayAt(dates.now, home) - epochDayAt(dates.main, home)
  const day = random.whole(-195, today - 1)
  const wall = resolveMoment(at(day, `${random.whole(8, 17)}:${random.whole(0, 59)}`), frame).at
  return wall + random.whole(0, 59) * 1000 - (wall % MINUTE)
}
