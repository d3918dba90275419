import { type Actor, can, grantsOf } from '@/lib/policy'
import type { Instant } from '@/lib/time-zones'

/** Whose calendar a feed is. `person` knows no exercise: it is the own days of all of them. */
export const feedKinds = ['person', 'exercise', 'team', 'nation', 'controller'] as const
type FeedKind = (typeof feedKinds)[number]

/** Links that somebody holds at once: a phone, a laptop and an office's calendar for each of a few calendars. */
export const mostFeeds = 40

/**
 * Something on a calendar. `id` is stable for as long as the thing itself lives; whole days run from the first date to
 * the last in `timeZone`, which is otherwise the zone that the moment is meant in.
 */
export type CalendarEntry = {
  id: string
  title: string
  /** several lines, plain text */
  description: string
  place: string
  /** absolute, or empty */
  link: string
  startAt: Instant
  /** the first instant after it; null for a moment without length */
  endAt: Instant | null
  wholeDays: boolean
  timeZone: string
  /** takes the reader's time: a deadline does not */
  busy: boolean
  /** for the reader's eyes alone: a calendar shared with others shows it as busy */
  confidential: boolean
}

/** What a feed is about. */
export type FeedSubject = {
  kind: FeedKind
  exerciseId: string | null
  teamId: string | null
  participationId: string | null
}

/**
 * Whether somebody may follow a calendar: asked when a link is made and again whenever it is read, so that a link is
 * never worth more than its holder.
 */
export function mayFollow(actor: Actor, { kind, exerciseId, teamId, participationId }: FeedSubject): boolean {
  if (actor.kind !== 'account') return false
  if (kind === 'person') return true
  if (exerciseId === null) return false
  if (kind === 'exercise') return can(actor, 'exercise.read', { exerciseId })
  if (kind === 'controller') return can(actor, 'scenario.read', { exerciseId })
  if (kind === 'nation')
    return participationId !== null && can(actor, 'delegation.read', { exerciseId, participationId })
  return (
    teamId !== null &&
    (can(actor, 'exercise.plan', { exerciseId }) || ownTeams(actor, exerciseId).has(teamId))
  )
}

/** Teams of one's own place, and of the nations for which one speaks. */
export function ownTeams(actor: Actor, exerciseId: string): ReadonlySet<string> {
  return new Set(
    grantsOf(actor).flatMap(grant => {
      if (grant.scope === 'platform' || grant.scope === 'programme' || grant.exerciseId !== exerciseId)
        return []
      if (grant.scope === 'delegation') return grant.teamIds
      return grant.scope === 'own' && grant.teamId !== null ? [grant.teamId] : []
    }),
  )
}
