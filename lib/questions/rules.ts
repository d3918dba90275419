import { textField } from '@/lib/text'
import { epochDayOrNull } from '@/lib/time-calendar'

export const questionKinds = ['text', 'choice', 'number', 'date', 'yes_no'] as const
export type QuestionKind = (typeof questionKinds)[number]

export const mostOptions = 50
export const longestOption = 120
export const longestAnswer = 2000

/** What decides of whom a question is asked; nothing named means everybody. */
export type Asked = { roleIds: readonly string[]; siteIds: readonly string[] }
type Place = { roleId: string; siteId: string | null }

/** Whether somebody of that role at that site is asked: both must fit where both are named. */
export function isAsked({ roleIds, siteIds }: Asked, { roleId, siteId }: Place): boolean {
  const ofRole = roleIds.length === 0 || roleIds.includes(roleId)
  const atSite = siteIds.length === 0 || (siteId !== null && siteIds.includes(siteId))
  return ofRole && atSite
}

type Answers = Readonly<Record<string, string | null | undefined>>

/** The required questions that a person is asked and has not answered, in their order. */
export function missingOf<Question extends Asked & { id: string; required: boolean }>(
  questions: readonly Question[],
  place: Place,
  answers: Answers,
): Question[] {
  return questions.filter(
    question => question.required && isAsked(question, place) && (answers[question.id] ?? null) === null,
  )
}

/** A text area's lines as options: trimmed, without empty ones and repetitions, in order. */
export function optionsIn(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).map(line => line.trim().normalize('NFC')))].filter(
    line => line !== '',
  )
}

type AnswerProblem = 'control_characters' | 'too_long' | 'not_an_option' | 'not_a_decimal' | 'not_a_date'
export type ReadAnswer = { ok: true; value: string | null } | { ok: false; reason: AnswerProblem }

/**
 * An answer as it is kept: an option's own words, digits with a point, an ISO date, yes or no. Null for none. Throws
 * nothing; a refusal names what is wrong.
 */
export function readAnswer(
  { kind, options }: { kind: QuestionKind; options: readonly string[] },
  given: string | null,
): ReadAnswer {
  const parsed = textField(longestAnswer).safeParse(given ?? '')
  if (!parsed.success) {
    const long = parsed.error.issues.some(({ message }) => message === 'too_long')
    return { ok: false, reason: long ? 'too_long' : 'control_characters' }
  }
  const text = parsed.data
  if (text === '') return { ok: true, value: null }
  switch (kind) {
    case 'text':
      return { ok: true, value: text }
    case 'choice':
      return options.includes(text) ? { ok: true, value: text } : { ok: false, reason: 'not_an_option' }
    case 'yes_no':
      return text === 'yes' || text === 'no'
        ? { ok: true, value: text }
        : { ok: false, reason: 'not_an_option' }
    case 'date':
      return epochDayOrNull(text) !== null ? { ok: true, value: text } : { ok: false, reason: 'not_a_date' }
    case 'number': {
      const number = decimalIn(text)
      return number === null ? { ok: false, reason: 'not_a_decimal' } : { ok: true, value: number }
    }
  }
}

/**
 * A decimal with a comma or a point, at most twelve digits before and six after it, full-width ones too. Not `1,000` or
 * `1.000`: half of the world means a thousand by it.
 */
function decimalIn(text: string): string | null {
  const plain = text.normalize('NFKC').replace('−', '-').replace(/\s/g, '').replace(',', '.')
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)0*(\d{1,12})(?:\.(\d{1,6}))?$/.exec(plain) ?? []
  if (whole === '' || (fraction.length === 3 && whole !== '0')) return null
  const rest = fraction.replace(/0+$/, '')
  const value = rest === '' ? whole : `${whole}.${rest}`
  return sign === '-' && value !== '0' ? `-${value}` : value
}

/** What stands in the way of changing a question that people have answered, or null. */
export function changeProblem(
  before: { kind: QuestionKind; options: readonly string[] },
  after: { kind: QuestionKind; options: readonly string[] },
  /** how many answers there are, and how many for each option */
  given: { answers: number; byOption: Readonly<Record<string, number>> },
): { field: 'kind' | 'options'; reason: string; params: { people: number; option: string } } | null {
  if (after.kind !== before.kind && given.answers > 0) {
    return { field: 'kind', reason: 'kind_is_fixed', params: { people: given.answers, option: '' } }
  }
  if (after.kind !== 'choice') return null
  const lost = before.options.find(option => !after.options.includes(option) && given.byOption[option])
  if (lost === undefined) return null
  return {
    field: 'options',
    reason: 'option_is_chosen',
    params: { people: given.byOption[lost] ?? 0, option: lost },
  }
}

/** The place of a new one behind all others, of which those before may have left gaps. */
export const behindAll = (others: readonly { position: number }[]): number =>
  others.reduce((most, { position }) => Math.max(most, position + 1), 0)

/** The ids in the order that they get when one goes up or down; null where it stands at the end already. */
export function moved(ids: readonly string[], id: string, direction: 'up' | 'down'): string[] | null {
  const from = ids.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  const other = ids[to]
  if (from === -1 || other === undefined) return null
  return ids.map((one, at) => (at === from ? other : at === to ? id : one))
}
