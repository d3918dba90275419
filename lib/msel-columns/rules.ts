import { optionsIn, readAnswer } from '@/lib/questions/rules'

export const columnKinds = [
  'text',
  'number',
  'choice',
  'choices',
  'date',
  'yes_no',
  'person',
  'team',
  'url',
] as const
export type ColumnKind = (typeof columnKinds)[number]

export const audiences = ['planners', 'controllers'] as const

export type ColumnForm = { kind: ColumnKind; choices: readonly string[] }

export const isOfChoices = (kind: ColumnKind): boolean => kind === 'choice' || kind === 'choices'

/** Several choices stand on lines of their own. */
export const choicesIn = optionsIn

/**
 * Whether a stored text may stand in such a column as it is: an option's own words, digits with a point, an ISO date, yes
 * or no, an address of the web. A person or a team is kept by its id, and never as text.
 */
export function fits({ kind, choices }: ColumnForm, value: string | null): boolean {
  if (kind === 'person' || kind === 'team') return value === null
  if (value === null) return false
  if (kind === 'text') return true
  if (kind === 'choices') return value.split('\n').every(line => choices.includes(line))
  if (kind === 'url') return /^https?:\/\//i.test(value) && URL.canParse(value)
  const read = readAnswer({ kind, options: choices }, value)
  return read.ok && read.value === value
}

type Stored = { value: string | null; teamId: string | null; registrationId: string | null; count: number }
type Misfit = { count: number; example: string }

/** What stands in the way of giving a column that form: how many values would not fit it, and one of them. */
export function misfits(before: ColumnForm, after: ColumnForm, stored: readonly Stored[]): Misfit | null {
  const wrong = stored.filter(({ value, teamId, registrationId }) => {
    if (after.kind === 'team') return teamId === null
    if (after.kind === 'person') return registrationId === null
    return !fits(after, value)
  })
  const count = wrong.reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return null
  return { count, example: wrong.find(({ value }) => value !== null)?.value?.split('\n')[0] ?? before.kind }
}
