import { isWaitNotation, parseWaits, printWaits } from '@/lib/logic/notation/rules'
import { formatDuration, formatMoment } from '@/lib/time-format'
import { type ParseContext, parseDuration, parseMoment } from '@/lib/time-parse'
import type { FieldValue } from '../rules'

/** What may be named in a cell: shown as its label, and read by that or by any of the other names. */
export type Choice = { id: string; label: string; also?: readonly string[] }

/**
 * How a cell is written: a line, a text of several lines, one of a list, several of a list, free codes, a number, a time
 * of the exercise or of the story, a length, what is waited for. `joined`: several are kept as one text with a line each.
 * `listed`: codes that have a list to choose from, and may be others all the same.
 */
export type CellForm =
  | { kind: 'line' | 'text' | 'number' | 'duration' | 'waits' }
  | { kind: 'codes'; listed?: 'techniques' }
  | { kind: 'choice'; choices: readonly Choice[] }
  | { kind: 'several'; choices: readonly Choice[]; joined?: true }
  | { kind: 'time' | 'story'; context: ParseContext }

type CellProblem =
  | { problem: 'name_unknown' | 'name_ambiguous'; params: { name: string; like: string } }
  | { problem: string; params?: undefined }
export type CellRead = { ok: true; value: FieldValue } | ({ ok: false } & CellProblem)

const read = (value: FieldValue): CellRead => ({ ok: true, value })
const unread = (problem: string): CellRead => ({ ok: false, problem })

/** Letters without case and marks, so that `Noel` finds Noël. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Names in a cell stand apart by semicolons or lines; a name that holds one itself stands in quotes. */
export function namesIn(text: string): string[] {
  const names = text.match(/\s*"[^"]*"\s*(?=[;\r\n]|$)|[^;\r\n]+/g) ?? []
  return names
    .map(name =>
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter(name => name !== '')
}

const nameText = (label: string) => (/[;"\r\n]/.test(label) ? `"${label.replaceAll('"', '')}"` : label)

type Meant =
  | { ok: true; choice: Choice }
  | { ok: false; problem: 'name_unknown' | 'name_ambiguous'; like: string }

/** Which of the list a name means: the one so called, else the only one with a word that begins so. */
export function choiceMeant(choices: readonly Choice[], name: string): Meant {
  const wanted = folded(name)
  const called = choices.filter(choice => namesOf(choice).some(one => folded(one) === wanted))
  const near = called.length > 0 ? called : choices.filter(choice => beginsWith(choice, wanted))
  const [only] = near
  if (only && near.length === 1) return { ok: true, choice: only }
  const like = near.slice(0, 3).map(({ label }) => label)
  return { ok: false, problem: near.length === 0 ? 'name_unknown' : 'name_ambiguous', like: like.join(', ') }
}

const namesOf = ({ label, also = [] }: Choice) => [label, ...also]

/** Whether one of its names, or a word in them, begins with what is typed (folded). */
function beginsWith(choice: Choice, wanted: string): boolean {
  return namesOf(choice).some(name => {
    const plain = folded(name)
    return plain.startsWith(wanted) || plain.includes(` ${wanted}`)
  })
}

/** What a text in a cell means, as the value that is saved; or why it means nothing, in the reasons of `errors.json`. */
export function readCell(text: string, form: CellForm): CellRead {
  const line = text.trim()
  switch (form.kind) {
    case 'line':
      return read(text.replace(/\s+/g, ' ').trim())
    case 'text':
      return read(text.replaceAll('\r\n', '\n').trim())
    case 'codes':
      return read([
        ...new Set(
          line
            .split(/[;,\s]+/)
            .filter(Boolean)
            .map(code => code.toUpperCase()),
        ),
      ])
    case 'number':
      return line === '' ? read(null) : readNumber(line)
    case 'choice':
      return line === '' ? read(null) : readChoice(form.choices, line)
    case 'several':
      return readSeveral(form, line)
    case 'duration':
      return readLength(line)
    case 'waits':
      return readWaiting(line)
    default:
      return line === ''
        ? read('')
        : form.kind === 'time'
          ? readStart(line, form.context)
          : readStory(line, form.context)
  }
}

function readNumber(line: string): CellRead {
  return /^-?\d{1,9}$/.test(line) ? read(Number(line)) : unread('not_a_number')
}

function readChoice(choices: readonly Choice[], name: string): CellRead {
  const meant = choiceMeant(choices, name)
  if (meant.ok) return read(meant.choice.id)
  return { ok: false, problem: meant.problem, params: { name, like: meant.like } }
}

function readSeveral({ choices, joined }: Extract<CellForm, { kind: 'several' }>, line: string): CellRead {
  const ids = new Set<string>()
  // A whole text that is one name needs no quotes, whatever stands in it.
  const whole = line !== '' && choices.some(({ label }) => folded(label) === folded(line))
  for (const name of whole ? [line] : namesIn(line)) {
    const meant = choiceMeant(choices, name)
    if (!meant.ok) return { ok: false, problem: meant.problem, params: { name, like: meant.like } }
    ids.add(meant.choice.id)
  }
  return read(joined ? [...ids].join('\n') : [...ids])
}

function readLength(line: string): CellRead {
  if (line === '') return read('')
  const parsed = parseDuration(line)
  return parsed.ok ? read(plainDuration(parsed.seconds)) : unread(parsed.problem)
}

/** As lengths are saved, in every language. */
const plainDuration = (seconds: number): string => formatDuration(seconds, 'en').replaceAll('\u00a0', ' ')

function readStart(line: string, context: ParseContext): CellRead {
  if (isWaitNotation(line)) {
    const waits = parseWaits(line)
    return waits.ok ? read(printWaits(waits)) : unread(waits.problem)
  }
  const parsed = parseMoment(line, context)
  if (!parsed.ok) return unread(parsed.problem)
  const { moment } = parsed
  if (moment.anchor === 'dday' && moment.minute === null) return unread('time_of_day_needed')
  return read(formatMoment(moment, context.frame.timeZone))
}

/** Where nothing else can be meant, the name alone is enough: `3.12 + 20m`. */
function readWaiting(line: string): CellRead {
  if (line === '') return read('')
  const waits = parseWaits(isWaitNotation(line) ? line : `all of ${line}`)
  return waits.ok ? read(printWaits(waits)) : unread(waits.problem)
}

function readStory(line: string, context: ParseContext): CellRead {
  const parsed = parseMoment(line, context)
  if (!parsed.ok) return unread(parsed.problem)
  if (parsed.moment.anchor !== 'fixed') return unread('scenario_time_fixed')
  const at = { ...parsed.moment, timeZone: context.timeZone }
  return read(formatMoment(at, context.timeZone))
}

/** The text of a cell, which `readCell` takes for the same value: for copying, and to begin writing with. */
export function printCell(value: FieldValue, form: CellForm): string {
  if (value === null || value === '') return ''
  if (form.kind === 'choice') return form.choices.find(({ id }) => id === value)?.label ?? ''
  if (form.kind === 'several') {
    const ids = Array.isArray(value) ? value : String(value).split('\n')
    return ids
      .flatMap(id => form.choices.filter(choice => choice.id === id))
      .map(({ label }) => nameText(label))
      .join('; ')
  }
  return Array.isArray(value) ? value.join('; ') : String(value)
}
