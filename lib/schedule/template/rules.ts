import type { ActivityKind, Audience, Gate } from '@/lib/schedule/kinds/rules'
import type { Moment } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'

// The milestones that exercises of this kind share, with offsets measured from published calendars: whole weeks, so
// that a STARTEX on a Tuesday gives conferences on Tuesdays. Names are words of the face (`schedule.template`).

type From = 'startex' | 'endex'
type Edge = { from: From; day: number } | { from: From; offset: 0 }

const before = (day: number): Edge => ({ from: 'startex', day: -day })
const after = (day: number): Edge => ({ from: 'endex', day })

const phases = [
  { key: 'planning', start: before(364), end: before(127), audience: 'participants' },
  { key: 'scripting', start: before(126), end: before(36), audience: 'participants' },
  { key: 'registration', start: before(50), end: before(29), audience: 'public' },
  { key: 'rehearsal', start: before(35), end: before(1), audience: 'participants' },
  {
    key: 'play',
    start: { from: 'startex', offset: 0 },
    end: { from: 'endex', offset: 0 },
    audience: 'public',
  },
  { key: 'evaluation', start: after(1), end: after(91), audience: 'participants' },
] as const satisfies readonly { key: string; start: Edge; end: Edge; audience: Audience }[]

type TemplatePhaseKey = (typeof phases)[number]['key']

type Milestone = {
  key: string
  phase: TemplatePhaseKey
  kind: ActivityKind
  at: Edge
  duration: string
  audience: Audience
  gate?: Gate
}

const milestones = [
  {
    key: 'specification',
    phase: 'planning',
    kind: 'deadline',
    at: before(364),
    duration: '',
    audience: 'staff',
  },
  {
    key: 'concept',
    phase: 'planning',
    kind: 'conference',
    at: before(273),
    duration: '2 d',
    audience: 'nations',
  },
  {
    key: 'initial',
    phase: 'planning',
    kind: 'conference',
    at: before(245),
    duration: '3 d',
    audience: 'nations',
  },
  {
    key: 'main',
    phase: 'planning',
    kind: 'conference',
    at: before(168),
    duration: '3 d',
    audience: 'nations',
  },
  { key: 'plan', phase: 'planning', kind: 'deadline', at: before(147), duration: '', audience: 'nations' },
  {
    key: 'incidents',
    phase: 'scripting',
    kind: 'workshop',
    at: before(126),
    duration: '4 d',
    audience: 'staff',
  },
  { key: 'call', phase: 'scripting', kind: 'deadline', at: before(77), duration: '', audience: 'nations' },
  {
    key: 'script',
    phase: 'scripting',
    kind: 'workshop',
    at: before(56),
    duration: '10 d',
    audience: 'staff',
  },
  { key: 'letter', phase: 'scripting', kind: 'deadline', at: before(56), duration: '', audience: 'nations' },
  {
    key: 'opens',
    phase: 'registration',
    kind: 'deadline',
    at: before(50),
    duration: '',
    audience: 'public',
    gate: 'registration_opens',
  },
  {
    key: 'testrun',
    phase: 'rehearsal',
    kind: 'rehearsal',
    at: before(35),
    duration: '4 d',
    audience: 'nations',
  },
  {
    key: 'closes',
    phase: 'registration',
    kind: 'deadline',
    at: before(29),
    duration: '',
    audience: 'public',
    gate: 'registration_closes',
  },
  {
    key: 'final',
    phase: 'rehearsal',
    kind: 'conference',
    at: before(28),
    duration: '3 d',
    audience: 'nations',
  },
  {
    key: 'edits',
    phase: 'rehearsal',
    kind: 'deadline',
    at: before(15),
    duration: '',
    audience: 'participants',
    gate: 'edit_deadline',
  },
  {
    key: 'instructions',
    phase: 'rehearsal',
    kind: 'deadline',
    at: before(15),
    duration: '',
    audience: 'participants',
  },
  {
    key: 'familiarisation',
    phase: 'rehearsal',
    kind: 'rehearsal',
    at: before(5),
    duration: '4 d',
    audience: 'participants',
  },
  {
    key: 'hotwash',
    phase: 'play',
    kind: 'briefing',
    at: { from: 'endex', offset: 0 },
    duration: '90 min',
    audience: 'participants',
  },
  {
    key: 'impressions',
    phase: 'evaluation',
    kind: 'deadline',
    at: after(14),
    duration: '',
    audience: 'nations',
  },
  { key: 'report', phase: 'evaluation', kind: 'deadline', at: after(91), duration: '', audience: 'nations' },
] as const satisfies readonly Milestone[]

/** ENDEX as the template counts from it: its day number from STARTEX, and seconds from STARTEX. */
export type Endex = { day: number; offset: number }

/** The template in the notation that planners type, without a zone: it takes the exercise's own. */
export function templateFor(endex: Endex) {
  const typed = (edge: Edge) => formatMoment(momentOfEdge(edge, endex), 'UTC')
  return {
    phases: phases.map(({ key, audience, start, end }) => ({
      key,
      audience,
      start: typed(start),
      end: typed(end),
      follows: { start: start.from, end: end.from },
    })),
    activities: milestones.map((milestone: (typeof milestones)[number]) => ({
      key: milestone.key,
      phase: milestone.phase,
      kind: milestone.kind,
      audience: milestone.audience,
      duration: milestone.duration,
      gate: 'gate' in milestone ? milestone.gate : null,
      start: typed(milestone.at),
      follows: milestone.at.from,
    })),
  }
}

function momentOfEdge(edge: Edge, endex: Endex): Moment {
  const base = edge.from === 'endex' ? endex : { day: 0, offset: 0 }
  if ('offset' in edge) return { anchor: 'ttime', offset: base.offset }
  return { anchor: 'dday', day: base.day + edge.day, minute: null, timeZone: 'UTC' }
}
