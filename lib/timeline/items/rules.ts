import type { ActivityKind } from '@/lib/schedule/kinds/rules'
import type { Instant } from '@/lib/time'
import type { Lists, TimelineItem } from '@/lib/timeline/columns/rules'

type Happened = { beganAt: Instant | null; endedAt: Instant | null }

export type PhaseLine = { id: string; name: string; startAt: Instant; endAt: Instant } & Happened

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
  /** `team:ID`, `role:ID`, `person:ID` of a registration. */
  to: readonly string[]
}

export type ShiftLine = {
  id: string
  title: string
  /** Of its rota, from 1: A, B, C… */
  crew: number | null
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
}

/** What of the plan the viewer may move. */
export type May = { schedule: boolean; scenario: boolean }

const bare = {
  ...{ code: '', wholeDays: false, pinned: true, phaseId: null, storylineId: null, controllerId: null },
  ...{
    teamIds: [],
    roleIds: [],
    personIds: [],
    place: '',
    places: 0,
    filled: 0,
    beganAt: null,
    endedAt: null,
  },
} as const

const registration = (id: string) => `registration:${id}`

export function phaseItem(phase: PhaseLine, may: May): TimelineItem {
  const { id, name: label, startAt, endAt, beganAt, endedAt } = phase
  const when = { startAt, endAt, beganAt, endedAt }
  return { ...bare, ...when, kind: 'phase', id, label, phaseId: id, movable: may.schedule }
}

/** `attendees`: keys of people, as in the lists. */
export function activityItem(activity: ActivityLine, attendees: readonly string[], may: May): TimelineItem {
  const {
    id,
    kind,
    title: label,
    startAt,
    endAt,
    wholeDays,
    phaseId,
    teamId,
    place,
    beganAt,
    endedAt,
  } = activity
  const teamIds = teamId === null ? [] : [teamId]
  return {
    ...bare,
    ...{ id, kind, label, startAt, endAt, wholeDays, phaseId, place, beganAt, endedAt },
    ...{ teamIds, personIds: attendees, movable: may.schedule },
  }
}

export function injectItem(inject: InjectLine, may: May): TimelineItem {
  const {
    id,
    serial: code,
    title: label,
    startAt,
    endAt,
    pinned,
    storylineId,
    phaseId,
    controllerId,
    to,
  } = inject
  const ids = (kind: string) =>
    to.flatMap(one => (one.startsWith(`${kind}:`) ? [one.slice(kind.length + 1)] : []))
  return {
    ...bare,
    ...{ id, code, label, startAt, endAt, pinned, storylineId, phaseId, controllerId },
    ...{ kind: 'inject', movable: may.scenario },
    ...{ teamIds: ids('team'), roleIds: ids('role'), personIds: ids('person').map(registration) },
  }
}

/** A shift without a title is called by its team and crew. */
export function shiftItem(shift: ShiftLine, teamName: string, may: May): TimelineItem {
  const { id, title, startAt, endAt, teamId, roleId, crew, places, filled, duties } = shift
  const crewLetter = crew === null ? [] : [String.fromCharCode(64 + crew)]
  return {
    ...bare,
    ...{ id, startAt, endAt, places, filled },
    ...{ kind: 'shift', label: title || [teamName, ...crewLetter].join(' '), movable: may.schedule },
    ...{ teamIds: [teamId], roleIds: roleId === null ? [] : [roleId] },
    personIds: duties.map(({ registrationId, accountId }) =>
      registrationId === null ? `account:${accountId}` : registration(registrationId),
    ),
  }
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
