import type { ActivityKind, Audience } from '@/lib/schedule/kinds/rules'
import type { Instant } from '@/lib/time'
import type { Window } from '@/lib/timeline/axis/rules'

/** What colour says second; words and shapes say it first. */
export type Tone = 'accent' | 'good' | 'warn' | 'bad' | 'quiet'

type TimelinePhase = {
  id: string
  name: string
  startAt: Instant
  endAt: Instant
  tone: Tone
  href?: string
}

export type TimelineActivity = {
  id: string
  title: string
  kind: ActivityKind
  startAt: Instant
  /** The first instant after it; null for a moment without length. */
  endAt: Instant | null
  wholeDays: boolean
  audience: Audience
  place: string | null
  /** As planners write it: `D-28 09:00`. Null for a viewer who has no use for it. */
  anchorText: string | null
  /** Its own zone (IANA) where it is held elsewhere than at home. */
  timeZone?: string
  tone?: Tone
  href?: string
}

export type TimelineTeam = {
  id: string
  /** Short, as on the wall: `BT 01`. */
  label: string
  name: string
  /** A colour of the tokens by name (`blue`) or #rrggbb; shown only beside the label. */
  swatch: string
  letter: string
  nations: readonly string[]
  seatsFilled: number
  /** 0 where the team has no seats planned yet. */
  seatsMost: number
  registrationFrom: Instant
  registrationTo: Instant
  playFrom: Instant
  playTo: Instant
  href?: string
}

/** Everything that a timeline shows, already cut to what its viewer may see; instants resolved, ends exclusive. */
export type TimelineSource = {
  /** The exercise's home zone (IANA). */
  home: string
  startexAt: Instant
  endexAt: Instant
  phases: readonly TimelinePhase[]
  activities: readonly TimelineActivity[]
  teams: readonly TimelineTeam[]
}

type Named = 'id' | 'startAt' | 'endAt' | 'tone'
type TeamMoments = 'registrationFrom' | 'registrationTo' | 'playFrom' | 'playTo'

/** What of a source the drawing itself needs: the rest is words. */
export type DrawnTeam = Pick<
  TimelineTeam,
  'id' | 'label' | 'swatch' | 'seatsFilled' | 'seatsMost' | TeamMoments
>
export type DrawnActivity = Pick<TimelineActivity, 'title' | 'kind' | 'wholeDays' | 'timeZone' | Named>
export type DrawnSource = Pick<TimelineSource, 'home' | 'startexAt' | 'endexAt'> & {
  phases: readonly Pick<TimelinePhase, 'name' | Named>[]
  activities: readonly DrawnActivity[]
  teams: readonly DrawnTeam[]
}

/** A source without what only its words are made of, so that little travels to the browser. */
export function drawnSource({
  home,
  startexAt,
  endexAt,
  phases,
  activities,
  teams,
}: TimelineSource): DrawnSource {
  return {
    ...{ home, startexAt, endexAt },
    phases: phases.map(({ href: _, ...phase }) => phase),
    activities: activities.map(({ href: _, audience, place, anchorText, ...activity }) => activity),
    teams: teams.map(({ href: _, name, letter, nations, ...team }) => team),
  }
}

export type TimelineFilter = {
  kinds?: readonly ActivityKind[]
  audiences?: readonly Audience[]
  text?: string
}

/** Keeps the activities that match everything asked for, and the phases and teams that match the text. */
export function filterSource(
  source: TimelineSource,
  { kinds, audiences, text }: TimelineFilter,
): TimelineSource {
  const wanted = folded(text ?? '')
  const says = (...words: readonly string[]) => words.some(word => folded(word).includes(wanted))
  return {
    ...source,
    phases: source.phases.filter(phase => says(phase.name)),
    activities: source.activities.filter(
      activity =>
        (kinds === undefined || kinds.includes(activity.kind)) &&
        (audiences === undefined || audiences.includes(activity.audience)) &&
        says(activity.title, activity.place ?? ''),
    ),
    teams: source.teams.filter(team => says(team.label, team.name, ...team.nations)),
  }
}

/** Case and accents do not matter to someone who looks for Zürich. */
function folded(text: string): string {
  return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** From the first to the last that has a time, STARTEX and ENDEX included. */
export function extentOf({ startexAt, endexAt, phases, activities, teams }: DrawnSource): Window {
  const from = [startexAt]
  const to = [endexAt, startexAt]
  for (const { startAt, endAt } of [...phases, ...activities]) {
    from.push(startAt)
    to.push(endAt ?? startAt)
  }
  for (const team of teams) {
    from.push(team.registrationFrom, team.playFrom)
    to.push(team.registrationTo, team.playTo)
  }
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
  return { from: least(from), to: -least(to.map(value => -value)) }
}
