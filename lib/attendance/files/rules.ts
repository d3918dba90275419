import { formatIso } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import type { AttendanceState, Presence } from '../rules'

/** What a file says of somebody who comes. */
type FileAttendance = {
  familyName: string
  givenName: string
  nativeName: string
  email: string
  partner: { code: string }
  presence: Presence
  state: AttendanceState
  position: number | null
  signedUpAt: Instant
  attendedAt: Instant | null
  stateReason: string | null
  lateReason: string | null
}

const columns = [
  'familyName',
  'givenName',
  'nativeName',
  'email',
  'nation',
  'presence',
  'state',
  'waiting',
  'signedUpAt',
  'attendedAt',
  'reason',
  'lateReason',
] as const
type Column = (typeof columns)[number]

type Words = {
  heading: (column: Column) => string
  state: (state: AttendanceState | 'attended') => string
  presence: (presence: Presence) => string
}

/** A heading and a line for each person, in order. Moments are ISO 8601 in UTC: a file travels through zones. */
export function attendanceRows(people: readonly FileAttendance[], words: Words): string[][] {
  return [columns.map(words.heading), ...people.map(person => lineOf(person, words))]
}

function lineOf(person: FileAttendance, words: Words): string[] {
  const cells: Record<Column, string> = {
    familyName: person.familyName,
    givenName: person.givenName,
    nativeName: person.nativeName,
    email: person.email,
    nation: person.partner.code,
    presence: words.presence(person.presence),
    state: words.state(person.attendedAt === null ? person.state : 'attended'),
    waiting: person.position === null ? '' : String(person.position),
    signedUpAt: formatIso(person.signedUpAt),
    attendedAt: person.attendedAt === null ? '' : formatIso(person.attendedAt),
    reason: person.stateReason ?? '',
    lateReason: person.lateReason ?? '',
  }
  return columns.map(column => cells[column])
}
