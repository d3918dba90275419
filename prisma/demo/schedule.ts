import type { Moment } from '@/lib/time'
import type { ActivityKind, Audience, Gate } from '../client/client'
import { at, t } from './moments'

export type DemoPhase = { name: string; audience: Audience; start: Moment; end: Moment }

export type DemoActivity = {
  title: string
  kind: ActivityKind
  audience: Audience
  start: Moment
  /** planned once and for all: stored as a fixed moment */
  fixed?: true
  hours?: number
  days?: number
  gate?: Gate
  place?: string
  link?: string
  phase?: string
  team?: string
  text?: string
}

/** Seconds from STARTEX to ENDEX: Tuesday 09:00 to Friday 16:00. */
export const endexOffset = 3 * 86_400 + 7 * 3600

/** A phase that ends on a whole day ends with it. */
export const demoPhases: readonly DemoPhase[] = [
  { name: 'Specification', audience: 'staff', start: at(-364, null), end: at(-274, null) },
  { name: 'Concept and objectives', audience: 'nations', start: at(-273, null), end: at(-169, null) },
  { name: 'Registration', audience: 'public', start: at(-196, '09:00'), end: at(-29, '17:00') },
  { name: 'Planning', audience: 'nations', start: at(-168, null), end: at(-57, null) },
  { name: 'Scripting', audience: 'staff', start: at(-126, null), end: at(-36, null) },
  { name: 'Rehearsal', audience: 'participants', start: at(-35, null), end: at(-6, null) },
  { name: 'Familiarisation', audience: 'participants', start: at(-5, '09:00'), end: at(-1, null) },
  { name: 'Play', audience: 'public', start: t(0), end: t(79) },
  { name: 'Evaluation', audience: 'nations', start: at(4, null), end: at(94, null) },
]

/** Thirty activities; weekdays fall right because D-day is a Tuesday. */
export const demoActivities: readonly DemoActivity[] = [
  {
    title: 'Exercise specification signed',
    kind: 'deadline',
    audience: 'staff',
    start: at(-364, '12:00'),
    phase: 'Specification',
  },
  {
    title: 'Concept conference',
    kind: 'conference',
    audience: 'nations',
    start: at(-273, null),
    days: 2,
    place: 'Old Arsenal, Tallinn',
    phase: 'Concept and objectives',
    text: 'Aim, training objectives and the shape of the blue teams.',
  },
  {
    title: 'Initial planning conference',
    kind: 'conference',
    audience: 'nations',
    start: at(-245, null, 'Europe/Brussels'),
    days: 3,
    place: 'Brussels',
    phase: 'Concept and objectives',
    text: 'Nations state what they bring; teams are paired.',
  },
  {
    title: 'Registration opens',
    kind: 'deadline',
    audience: 'public',
    start: at(-196, '09:00'),
    gate: 'registration_opens',
    phase: 'Registration',
  },
  {
    title: 'Main planning conference',
    kind: 'conference',
    audience: 'nations',
    start: at(-168, null),
    days: 3,
    place: 'Harbour Hall, Tallinn',
    phase: 'Planning',
    text: 'Range, storylines, sites and quotas are settled.',
  },
  {
    title: 'Exercise plan released',
    kind: 'deadline',
    audience: 'nations',
    start: at(-147, '16:00'),
    phase: 'Planning',
  },
  {
    title: 'Programme board',
    kind: 'conference',
    audience: 'staff',
    start: at(-139, '10:00'),
    fixed: true,
    hours: 3,
    link: 'https://meet.lantern.example/board',
    phase: 'Planning',
    text: 'The board meets on its own dates, whatever happens to STARTEX.',
  },
  {
    title: 'Incident development workshop',
    kind: 'workshop',
    audience: 'staff',
    start: at(-126, null),
    days: 4,
    place: 'Old Arsenal, Tallinn',
    phase: 'Scripting',
    text: 'Storylines become incidents.',
  },
  {
    title: 'Industry partners at the range',
    kind: 'visit',
    audience: 'nations',
    start: at(-112, '10:00'),
    hours: 6,
    place: 'Old Arsenal, Tallinn',
    phase: 'Planning',
  },
  {
    title: 'Asia-Pacific workshop',
    kind: 'workshop',
    audience: 'nations',
    start: at(-84, '09:30', 'Asia/Tokyo'),
    hours: 7.5,
    place: 'Tokyo',
    phase: 'Planning',
    text: 'For the delegations of Australia, Japan, Korea and Singapore.',
  },
  {
    title: 'Nations call for volunteers',
    kind: 'deadline',
    audience: 'nations',
    start: at(-77, '12:00'),
    phase: 'Registration',
  },
  {
    title: 'Range course for green and yellow',
    kind: 'course',
    audience: 'staff',
    start: at(-70, null),
    days: 3,
    place: 'Old Arsenal, Tallinn',
    phase: 'Planning',
  },
  {
    title: 'Calling letter sent',
    kind: 'deadline',
    audience: 'nations',
    start: at(-56, '12:00'),
    phase: 'Registration',
  },
  {
    title: 'Scripting workshop',
    kind: 'workshop',
    audience: 'staff',
    start: at(-50, null, 'Europe/Riga'),
    days: 5,
    place: 'Daugava House, Riga',
    phase: 'Scripting',
    text: 'Incidents become injects.',
  },
  {
    title: 'Legal and policy seminar',
    kind: 'course',
    audience: 'participants',
    start: at(-42, '10:00', 'America/New_York'),
    hours: 3,
    link: 'https://meet.lantern.example/law',
    phase: 'Planning',
  },
  {
    title: "Partners' run",
    kind: 'rehearsal',
    audience: 'participants',
    start: at(-35, null),
    days: 3,
    phase: 'Rehearsal',
    text: 'Every team reaches the range from where it will play.',
  },
  {
    title: 'Registration closes',
    kind: 'deadline',
    audience: 'public',
    start: at(-29, '17:00'),
    gate: 'registration_closes',
    phase: 'Registration',
  },
  {
    title: 'Final planning conference',
    kind: 'conference',
    audience: 'nations',
    start: at(-28, null),
    days: 3,
    place: 'Harbour Hall, Tallinn',
    phase: 'Rehearsal',
  },
  {
    title: 'Last changes to delegations',
    kind: 'deadline',
    audience: 'nations',
    start: at(-22, '17:00'),
    gate: 'edit_deadline',
    phase: 'Rehearsal',
  },
  {
    title: 'Joining instructions sent',
    kind: 'deadline',
    audience: 'participants',
    start: at(-15, '12:00'),
    phase: 'Rehearsal',
  },
  {
    title: 'Familiarisation with the range',
    kind: 'rehearsal',
    audience: 'participants',
    start: at(-5, '09:00'),
    hours: 32,
    phase: 'Familiarisation',
  },
  {
    title: 'Controller training',
    kind: 'course',
    audience: 'staff',
    start: at(-4, '10:00'),
    hours: 6,
    place: 'Harbour Hall, Tallinn',
    team: 'Exercise Control',
    phase: 'Familiarisation',
  },
  {
    title: 'Welcome evening',
    kind: 'social',
    audience: 'participants',
    start: at(-1, '19:00'),
    hours: 3,
    place: 'Seaplane Quay, Tallinn',
    phase: 'Familiarisation',
  },
  {
    title: 'STARTEX briefing',
    kind: 'briefing',
    audience: 'participants',
    start: t(-0.75),
    hours: 0.5,
    link: 'https://meet.lantern.example/startex',
    phase: 'Play',
  },
  {
    title: 'First situation report due',
    kind: 'deadline',
    audience: 'participants',
    start: t(3),
    phase: 'Play',
  },
  {
    title: 'Guests and press in the hall',
    kind: 'visit',
    audience: 'public',
    start: at(1, '11:00'),
    hours: 2.5,
    place: 'Harbour Hall, Tallinn',
    phase: 'Play',
  },
  {
    title: 'Strategic track: council session',
    kind: 'briefing',
    audience: 'participants',
    start: t(27.5),
    hours: 2,
    place: 'Daugava House, Riga',
    team: 'Strategic Track',
    phase: 'Play',
  },
  {
    title: 'Hotwash',
    kind: 'briefing',
    audience: 'participants',
    start: t(79.5),
    hours: 1.5,
    link: 'https://meet.lantern.example/hotwash',
  },
  {
    title: 'First impression report',
    kind: 'deadline',
    audience: 'nations',
    start: at(17, '16:00'),
    phase: 'Evaluation',
  },
  {
    title: 'Final report',
    kind: 'deadline',
    audience: 'public',
    start: at(94, '16:00'),
    phase: 'Evaluation',
  },
]
