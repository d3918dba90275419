import type { QuestionKind } from '@/lib/questions/rules'
import { formatIso } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import type { RegistrationState } from '../rules'

/** What a file says of a person; the same columns whoever asks, filled with what they may see. */
export type FilePerson = {
  id: string
  familyName: string
  givenName: string
  nativeName: string
  email: string
  nation: { code: string }
  company: string | null
  role: { name: string }
  team: { name: string } | null
  site: { name: string } | null
  presence: 'on_site' | 'remote'
  homeTimeZone: string
  state: RegistrationState
  stateAt: Instant
  stateReason: string | null
  lateReason: string | null
  waiting: { position: number } | null
}

export const fileColumns = [
  'familyName',
  'givenName',
  'nativeName',
  'email',
  'nation',
  'company',
  'role',
  'team',
  'site',
  'presence',
  'homeTimeZone',
  'state',
  'since',
  'waiting',
  'reason',
  'lateReason',
] as const
export type FileColumn = (typeof fileColumns)[number]

export type FileWords = {
  heading: (column: FileColumn) => string
  state: (state: RegistrationState) => string
  presence: (presence: 'on_site' | 'remote') => string
  yesNo: (answer: 'yes' | 'no') => string
}

/** The exercise's own questions: a column each, after the usual ones. */
export type FileAnswers = {
  questions: readonly { id: string; kind: QuestionKind; wording: string }[]
  /** by registration, then by question */
  answers: ReadonlyMap<string, Readonly<Record<string, string>>>
}

/** A heading and a line for each person, in order. Moments are ISO 8601 in UTC: a file travels through zones. */
export function fileRows(
  people: readonly FilePerson[],
  { questions, answers }: FileAnswers,
  words: FileWords,
): string[][] {
  const said = (person: FilePerson) =>
    questions.map(({ id, kind }) => {
      const value = answers.get(person.id)?.[id] ?? ''
      return kind === 'yes_no' && (value === 'yes' || value === 'no') ? words.yesNo(value) : value
    })
  return [
    [...fileColumns.map(words.heading), ...questions.map(({ wording }) => wording)],
    ...people.map(person => [...lineOf(person, words), ...said(person)]),
  ]
}

function lineOf(person: FilePerson, words: FileWords): string[] {
  const cells: Record<FileColumn, string> = {
    familyName: person.familyName,
    givenName: person.givenName,
    nativeName: person.nativeName,
    email: person.email,
    nation: person.nation.code,
    company: person.company ?? '',
    role: person.role.name,
    team: person.team?.name ?? '',
    site: person.site?.name ?? '',
    presence: words.presence(person.presence),
    homeTimeZone: person.homeTimeZone,
    state: words.state(person.state),
    since: formatIso(person.stateAt),
    waiting: person.waiting ? String(person.waiting.position) : '',
    reason: person.stateReason ?? '',
    lateReason: person.lateReason ?? '',
  }
  return fileColumns.map(column => cells[column])
}
