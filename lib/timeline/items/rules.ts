import type { ActivityKind, Audience, Gate } from '@/lib/schedule/kinds/rules'
import { gateAt } from '@/lib/schedule/rules'
import type { Instant, Moment, StartexFrame } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import type { ItemTone, Lists, TimelineItem } from '@/lib/timeline/columns/rules'

type Happened = { beganAt: Instant | null; endedAt: Instant | null }

export type PhaseLine = {
  id: string
  name: string
  startAt: Instant
  endAt: Instant
  start: Moment
  audience: Audience
} & Happened

export type ActivityLine = {
  id: string
  title: string
  kind: ActivityKind
  startAt: Instant
  endAt: Instant | null
  wholeDays: boolean
  phaseId: string | null
  teamId: string | null
  place: string
  gate: Gate | null
  start: Moment
  audience: Audience
} & Happened

export type InjectLine = {
  id: string
  serial: string
  title: string
  startAt: Instant
  endAt: Instant | null
  pinned: boolean
  storylineId: string | null
  phaseId: string | null
  controllerId: string | null
  /** For whom it is; many injects share one of these. */
  to: { teamIds: readonly string[]; roleIds: readonly string[]; registrationIds: readonly string[] }
}

export type ShiftLine = {
  id: string
  title: string
  /** Of its rota, from 1: A, B, C… */
  crew: number | null
  start: Moment
  startAt: Instant
  endAt: Instant
  teamId: string
  roleId: string | null
  places: number
  filled: number
  duties: readonly { registrationId: string | null; accountId: string | null }[]
}

type TeamLine = {
  id: string
  name: string
  parentId: string | null
  kind: { name: string; letter: string; colour: string }
  nations: readonly string[]
  /** Seats: the confirmed, and how many there are. */
  used: number
  most: number
}

/** What of the plan the viewer may move. */
export type May = { schedule: boolean; scenario: boolean }

type Given = Pick<TimelineItem, 'kind' | 'id' | 'label' | 'startAt' | 'endAt' | 'movable'> &
  Partial<TimelineItem>

/**
 * An item of what is given and nothing else. Written out: one shape for all, which is read thirty thousand times, where
 * spread objects each had a slow one of their own (sorting them took a second).
 */
const itemOf = (given: Given): TimelineItem => ({
  kind: given.kind,
  id: given.id,
  code: given.code ?? '',
  label: given.label,
  startAt: given.startAt,
  endAt: given.endAt,
  wholeDays: given.wholeDays ?? false,
  pinned: given.pinned ?? true,
  movable: given.movable,
  phaseId: given.phaseId ?? null,
  storylineId: given.storylineId ?? null,
  controllerId: given.controllerId ?? null,
  teamIds: given.teamIds ?? nobody,
  roleIds: given.roleIds ?? nobody,
  personIds: given.personIds ?? nobody,
  place: given.place ?? '',
  moment: given.moment ?? '',
  timeZone: given.timeZone ?? null,
  audience: given.audience ?? null,
  places: given.places ?? 0,
  filled: given.filled ?? 0,
  beganAt: given.beganAt ?? null,
  endedAt: given.endedAt ?? null,
  tone: given.tone ?? null,
})

const nobody: readonly string[] = []

/** A beginning as it was planned, and where it was meant if not at home. */
function plannedAt(start: Moment, home: string): Pick<TimelineItem, 'moment' | 'timeZone'> {
  const own = start.anchor === 'ttime' || start.timeZone === home ? null : start.timeZone
  return { moment: formatMoment(start, home), timeZone: own }
}

const registration = (id: string) => `registration:${id}`

/** From when to when, the end exclusive. */
export type Stretch = { from: Instant; to: Instant }

/** From opening to closing as far as this viewer may see the two; null where either is unknown. */
export function registrationOf(activities: readonly ActivityLine[], frame: StartexFrame): Stretch | null {
  const at = (gate: Gate) => {
    const found = activities.find(activity => activity.gate === gate)
    return found ? gateAt(gate, found.start, frame) : null
  }
  const [from, to] = [at('registration_opens'), at('registration_closes')]
  return from === null || to === null || to <= from ? null : { from, to }
}

const DAY = 86_400_000

/** Play, registration and what comes after are told apart; the rest of the arc is planning. */
function phaseTone(
  { startAt, endAt }: PhaseLine,
  play: Stretch,
  registration: Stretch | null,
): ItemTone | null {
  if (startAt <= play.from && endAt > play.from && startAt >= play.from - 3 * DAY) return 'bad'
  const near = (one: Instant, other: Instant) => Math.abs(one - other) <= 7 * DAY
  if (registration && near(startAt, registration.from) && near(endAt, registration.to)) return 'good'
  return startAt >= play.to - DAY ? 'quiet' : null
}

export function phaseItem(
  phase: PhaseLine,
  may: May,
  play: Stretch,
  registration: Stretch | null,
  home: string,
): TimelineItem {
  const { id, name: label, startAt, endAt, beganAt, endedAt, audience } = phase
  const when = { startAt, endAt, beganAt, endedAt, ...plannedAt(phase.start, home) }
  const tone = phaseTone(phase, play, registration)
  return itemOf({ kind: 'phase', id, label, ...when, audience, phaseId: id, movable: may.schedule, tone })
}

const GATE_TONES: Record<Gate, ItemTone> = {
  registration_opens: 'good',
  registration_closes: 'bad',
  edit_deadline: 'bad',
}

/** A team's registration, with how many of its seats are filled; none where it has no seats yet. */
export function registrationItem(team: TeamLine, { from, to }: Stretch): TimelineItem[] {
  const { id, name, used, most } = team
  if (most === 0) return []
  const label = `${name} · ${used}/${most}`
  const tone = used * 2 < most ? ('bad' as const) : null
  const seats = { places: most, filled: used, teamIds: [id] }
  return [
    itemOf({ kind: 'registration', id, label, startAt: from, endAt: to, movable: false, tone, ...seats }),
  ]
}

/** `personIds`: who goes there, by their keys in the lists. */
export function activityItem(
  activity: ActivityLine,
  personIds: readonly string[],
  may: May,
  home: string,
): TimelineItem {
  const { id, kind, title: label, startAt, endAt, wholeDays, phaseId, teamId, place, audience } = activity
  const { beganAt, endedAt, gate } = activity
  const people = { teamIds: teamId === null ? nobody : [teamId], personIds }
  const looks = { tone: gate === null ? null : GATE_TONES[gate], movable: may.schedule }
  const when = { startAt, endAt, wholeDays, beganAt, endedAt, ...plannedAt(activity.start, home) }
  return itemOf({ id, kind, label, phaseId, place, audience, ...when, ...people, ...looks })
}

export function injectItem(inject: InjectLine, may: May): TimelineItem {
  const { teamIds, roleIds, registrationIds } = inject.to
  return itemOf({
    kind: 'inject',
    id: inject.id,
    code: inject.serial,
    label: inject.title,
    startAt: inject.startAt,
    endAt: inject.endAt,
    pinned: inject.pinned,
    movable: may.scenario,
    phaseId: inject.phaseId,
    storylineId: inject.storylineId,
    controllerId: inject.controllerId,
    teamIds,
    roleIds,
    personIds: registrationIds.length === 0 ? nobody : registrationIds.map(registration),
  })
}

/** A shift without a title is called by its team and crew. */
export function shiftItem(shift: ShiftLine, teamName: string, may: May, home: string): TimelineItem {
  const { title, roleId, crew } = shift
  const called = crew === null ? teamName : `${teamName} ${String.fromCharCode(64 + crew)}`
  const { moment, timeZone } = plannedAt(shift.start, home)
  return itemOf({
    kind: 'shift',
    id: shift.id,
    label: title || called,
    startAt: shift.startAt,
    endAt: shift.endAt,
    moment,
    timeZone,
    movable: may.schedule,
    teamIds: [shift.teamId],
    roleIds: roleId === null ? nobody : [roleId],
    personIds: shift.duties.map(({ registrationId, accountId }) =>
      registrationId === null ? `account:${accountId}` : registration(registrationId),
    ),
    places: shift.places,
    filled: shift.filled,
  })
}

/** Teams as lanes know them; parents and nations are named by their place. */
export function teamLists(
  teams: readonly TeamLine[],
  nameOf: (code: string) => string,
): Pick<Lists, 'teams' | 'nations'> {
  const codes = [...new Set(teams.flatMap(({ nations }) => nations))].sort()
  const nations = codes.map(code => ({ id: code, code, name: nameOf(code) }))
  const placeOfNation = new Map(codes.map((code, place) => [code, place]))
  const placeOfTeam = new Map(teams.map(({ id }, place) => [id, place]))
  return {
    nations,
    teams: teams.map(({ id, name, parentId, kind, nations: own }) => ({
      ...{ id, name, kind: kind.name, letter: kind.letter, swatch: kind.colour },
      parent: (parentId === null ? undefined : placeOfTeam.get(parentId)) ?? -1,
      nations: own.flatMap(code => placeOfNation.get(code) ?? []),
    })),
  }
}
