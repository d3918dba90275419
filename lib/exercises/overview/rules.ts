import { type RegistrationWindow, windowStateAt } from '@/lib/schedule/rules'
import type { Instant } from '@/lib/time-zones'
import type { ExerciseStatus } from '../schema'

export type OverviewFacts = {
  phases: number
  teams: number
  /** teams of the lowest level that nobody could be confirmed into */
  teamsWithoutSeats: number
  seats: number
  seatsUsed: number
  places: number
  placesUsed: number
  nations: number
  nationsConfirmed: number
  nationsWithoutContact: number
  /** by state; a state without anybody is left out */
  registrations: Record<string, number>
}

type Exercise = { status: ExerciseStatus; startexAt: Instant; endexAt: Instant }

/** Something that is missing or overdue, the page where it is mended, and how many it concerns. */
export type Gap = { key: GapKey; page: 'schedule' | 'teams' | 'nations' | 'settings'; count: number }
type GapKey =
  | 'phases'
  | 'opening'
  | 'closing'
  | 'teams'
  | 'seats'
  | 'nations'
  | 'contacts'
  | 'openLate'
  | 'startLate'
  | 'closeLate'

const known = (key: GapKey, page: Gap['page'], count: number): Gap[] =>
  count > 0 ? [{ key, page, count }] : []
const when = (missing: boolean) => (missing ? 1 : 0)

/** What an organiser still has to do, the most urgent first. Nothing once the exercise is closed. */
export function gapsOf(
  { status, startexAt, endexAt }: Exercise,
  facts: OverviewFacts,
  window: RegistrationWindow,
  now: Instant,
): Gap[] {
  if (status === 'closed') return []
  const preparing = status === 'draft' || status === 'planning'
  const opened = window.opensAt !== null && windowStateAt(window, now) === 'open'
  return [
    ...known('closeLate', 'settings', when(now >= endexAt)),
    ...known('startLate', 'settings', when(status !== 'conduct' && now >= startexAt && now < endexAt)),
    ...known('openLate', 'settings', when(preparing && opened)),
    ...known('phases', 'schedule', when(facts.phases === 0)),
    ...known('opening', 'schedule', when(window.opensAt === null)),
    ...known('closing', 'schedule', when(window.closesAt === null)),
    ...known('teams', 'teams', when(facts.teams === 0)),
    ...known('seats', 'teams', facts.teamsWithoutSeats),
    ...known('nations', 'nations', when(facts.nations === 0)),
    ...known('contacts', 'nations', facts.nationsWithoutContact),
  ]
}
