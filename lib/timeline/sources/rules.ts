import { endexAt } from '@/lib/exercises/rules'
import type { ActivityKind, Audience, Gate } from '@/lib/schedule/kinds/rules'
import { gateAt } from '@/lib/schedule/rules'
import type { Moment } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import type { TimelineSource, TimelineTeam, Tone } from '../rules'

type Exercise = { startexAt: Instant; endexOffset: number; timeZone: string }

type Phase = { id: string; name: string; startAt: Instant; endAt: Instant }

type Activity = {
  id: string
  title: string
  kind: ActivityKind
  gate: Gate | null
  start: Moment
  startAt: Instant
  endAt: Instant | null
  wholeDays: boolean
  audience: Audience
  place: string
}

type Team = {
  id: string
  name: string
  kind: { name: string; letter: string; colour: string }
  nations: string[]
  used: number
  most: number
}

type Plan = { phases: readonly Phase[]; activities: readonly Activity[] }
type Window = { from: Instant; to: Instant }

/** What the actor may see of an exercise, as the timeline takes it. `base` leads to its pages, null for the public. */
export function timelineSource(
  exercise: Exercise,
  { phases, activities }: Plan,
  teams: readonly Team[],
  base: string | null,
): TimelineSource {
  const play = { from: exercise.startexAt, to: endexAt(exercise) }
  const registration = registrationIn(exercise, activities)
  return {
    home: exercise.timeZone,
    startexAt: play.from,
    endexAt: play.to,
    phases: phases.map(({ id, name, startAt, endAt }) => {
      return { id, name, startAt, endAt, tone: phaseTone({ from: startAt, to: endAt }, play, registration) }
    }),
    activities: activities.map(activity => ({
      ...shown(activity, exercise.timeZone),
      ...(base === null
        ? {}
        : { anchorText: formatMoment(activity.start, exercise.timeZone), href: `${base}/schedule` }),
    })),
    teams: teams.map(team => onTimeline(team, play, registration, base)),
  }
}

function shown(
  { id, title, kind, gate, start, startAt, endAt, wholeDays, audience, place }: Activity,
  home: string,
) {
  const elsewhere = start.anchor !== 'ttime' && start.timeZone !== home ? { timeZone: start.timeZone } : {}
  const tone = gate === 'registration_opens' ? 'good' : gate === null ? null : 'bad'
  const text = {
    id,
    title,
    kind,
    startAt,
    endAt,
    wholeDays,
    audience,
    place: place || null,
    anchorText: null,
  }
  return { ...text, ...elsewhere, ...(tone === null ? {} : ({ tone } as const)) }
}

function onTimeline(team: Team, play: Window, registration: Window, base: string | null): TimelineTeam {
  return {
    id: team.id,
    label: team.name,
    name: team.kind.name,
    swatch: team.kind.colour,
    letter: team.kind.letter,
    nations: team.nations,
    seatsFilled: team.used,
    seatsMost: team.most,
    registrationFrom: registration.from,
    registrationTo: registration.to,
    playFrom: play.from,
    playTo: play.to,
    ...(base === null ? {} : { href: `${base}/teams/${team.id}` }),
  }
}

/** From opening to closing as the viewer may see them; nothing to draw where either is unknown. */
function registrationIn(exercise: Exercise, activities: readonly Activity[]): Window {
  const frame = { startexAt: exercise.startexAt, timeZone: exercise.timeZone }
  const at = (gate: 'registration_opens' | 'registration_closes') => {
    const found = activities.find(activity => activity.gate === gate)
    return found ? gateAt(gate, found.start, frame) : null
  }
  const from = at('registration_opens')
  const to = at('registration_closes')
  return from === null || to === null ? { from: exercise.startexAt, to: exercise.startexAt } : { from, to }
}

const DAY = 86_400_000

/** Play, registration and what comes after are told apart; the rest of the arc is planning. */
function phaseTone(phase: Window, play: Window, registration: Window): Tone {
  if (phase.from <= play.from && phase.to > play.from && phase.from >= play.from - 3 * DAY) return 'bad'
  const near = (one: Instant, other: Instant) => Math.abs(one - other) <= 7 * DAY
  if (near(phase.from, registration.from) && near(phase.to, registration.to)) return 'good'
  return phase.from >= play.to - DAY ? 'quiet' : 'accent'
}
