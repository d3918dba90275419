import { type ActivityKind, activityKinds } from '@/lib/schedule/kinds/rules'
import type { Instant } from '@/lib/time'
import type { DrawnActivity, DrawnSource, DrawnTeam, Tone } from '@/lib/timeline/rules'

type Shape = 'phase' | 'bar' | 'diamond' | 'flag' | 'progress'

/** One thing to draw, in time; the drawing knows pixels. `endAt` equals `startAt` where there is no length. */
export type Item = {
  /** Kind and row: `activity:…`. Two items of one row (a team's registration and its play) differ in kind. */
  id: string
  shape: Shape
  startAt: Instant
  endAt: Instant
  label: string
  tone: Tone | 'visit' | 'social' | 'team'
  /** Only for `progress`: 0 to 1. */
  share?: number
}

export type LaneKind = 'phases' | 'activities' | 'teams' | 'team' | ActivityKind

export type Lane = {
  id: string
  kind: LaneKind
  /** The lane that this one is nested in. */
  parent: string | null
  items: Item[]
  team?: DrawnTeam
}

/** `phases`: phases, a lane for each kind, teams. `teams`: teams first, the activities together in one lane. */
export type LanesBy = 'phases' | 'teams'

const SHAPES: Record<ActivityKind, Shape> = {
  conference: 'diamond',
  workshop: 'bar',
  deadline: 'flag',
  briefing: 'bar',
  rehearsal: 'bar',
  visit: 'bar',
  course: 'bar',
  social: 'bar',
}

const TONES: Record<ActivityKind, Item['tone']> = {
  conference: 'accent',
  workshop: 'quiet',
  deadline: 'warn',
  briefing: 'quiet',
  rehearsal: 'quiet',
  visit: 'visit',
  course: 'quiet',
  social: 'social',
}

function activityItem(activity: DrawnActivity): Item {
  return {
    id: `activity:${activity.id}`,
    shape: SHAPES[activity.kind],
    startAt: activity.startAt,
    endAt: Math.max(activity.startAt, activity.endAt ?? activity.startAt),
    label: activity.title,
    tone: activity.tone ?? TONES[activity.kind],
  }
}

function phaseLane({ phases }: DrawnSource): Lane {
  const items = phases.map(({ id, name, startAt, endAt, tone }) => ({
    id: `phase:${id}`,
    shape: 'phase' as const,
    startAt,
    endAt: Math.max(startAt, endAt),
    label: name,
    tone,
  }))
  return { id: 'phases', kind: 'phases', parent: null, items: byStart(items) }
}

function kindLanes({ activities }: DrawnSource): Lane[] {
  return activityKinds.flatMap(kind => {
    const items = activities.filter(activity => activity.kind === kind).map(activityItem)
    return items.length === 0 ? [] : [{ id: kind, kind, parent: null, items: byStart(items) }]
  })
}

function teamLane(team: DrawnTeam): Lane {
  const registration: Item = {
    id: `team:${team.id}`,
    shape: 'progress',
    startAt: team.registrationFrom,
    endAt: Math.max(team.registrationFrom, team.registrationTo),
    label: team.label,
    tone: 'team',
    share: shareFilled(team),
  }
  const play: Item = {
    id: `play:${team.id}`,
    shape: 'bar',
    startAt: team.playFrom,
    endAt: Math.max(team.playFrom, team.playTo),
    label: team.label,
    tone: 'team',
  }
  return { id: `team:${team.id}`, kind: 'team', parent: 'teams', items: [registration, play], team }
}

/** 0 to 1; a team without seats is empty, one that is overbooked is full. */
export function shareFilled({ seatsFilled, seatsMost }: DrawnTeam): number {
  return seatsMost <= 0 ? 0 : Math.min(1, Math.max(0, seatsFilled / seatsMost))
}

function teamLanes(source: DrawnSource): Lane[] {
  if (source.teams.length === 0) return []
  return [{ id: 'teams', kind: 'teams', parent: null, items: [] }, ...source.teams.map(teamLane)]
}

/** The lanes in the order in which they are drawn and read. Kinds that have nothing are left out. */
export function lanesOf(source: DrawnSource, by: LanesBy): Lane[] {
  const phases = phaseLane(source)
  if (by === 'phases') return [phases, ...kindLanes(source), ...teamLanes(source)]
  const items = byStart(source.activities.map(activityItem))
  const together: Lane[] =
    items.length === 0 ? [] : [{ id: 'activities', kind: 'activities', parent: null, items }]
  return [phases, ...teamLanes(source), ...together]
}

function byStart(items: Item[]): Item[] {
  return items.sort((a, b) => a.startAt - b.startAt || b.endAt - a.endAt || (a.id < b.id ? -1 : 1))
}
