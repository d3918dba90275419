import type { Moment } from './time'
import { type CalendarDate, DAY, dateOfEpochDay, epochDayOrNull, SECOND } from './time-calendar'
import { fullYear, type MomentProblem, type ParseContext, parseMoment } from './time-parse'
import { cleaned, monthNamed, parseTail } from './time-tokens'

/**
 * How a list of events from elsewhere means its times. `dayFirst`: 3/4/2027 is the 3rd of April. `bareUnit`: what `T+5`
 * counts. `firstDay`: the number of STARTEX's own day in `Day 1`.
 */
export type ListContext = ParseContext & {
  dayFirst: boolean
  bareUnit: 'hours' | 'minutes'
  firstDay: 0 | 1
}

/** `guess`: what the cell alone does not say and the context did. */
export type ListGuess = 'day_or_month_first' | 'unit' | 'no_time'
export type ListProblem = MomentProblem | 'date_missing' | 'year_missing'

/** One cell. A clock is in seconds after midnight (86,400 at most), `until` where it says a span; a day counts from D-day. */
export type ListedTime =
  | { kind: 'moment'; moment: Moment; guess?: ListGuess }
  | { kind: 'clock'; second: number; zone: string; until: number | null }
  | { kind: 'date'; date: CalendarDate; guess?: ListGuess }
  | { kind: 'day'; day: number }
  | { kind: 'problem'; problem: ListProblem }

const problem = (what: ListProblem): ListedTime => ({ kind: 'problem', problem: what })

/**
 * What a cell of a list says of time, in any notation of `parseMoment` and those that only a list makes clear: Excel
 * serials, `0900`, `09h00`, `9 am`, `26/06/2024 09h00`, `23. März 2027`, `Day 2`, `T+5`, `J+1 H+2 M-5`.
 */
export function parseListed(text: string, context: ListContext): ListedTime {
  const line = cleaned(text).normalize('NFKC')
  if (line === '') return problem('empty')
  if (line.length > 200) return problem('unknown_notation')
  const number = serial(line, context)
  if (number) return number
  const day = numberedDay(line, context)
  if (day) return day
  const sum = sumOfOffsets(line, context)
  if (sum) return sum
  const parsed = parseMoment(line, context)
  if (parsed.ok) return { kind: 'moment', moment: parsed.moment }
  const dated = datedText(line, context)
  if (dated) return dated
  const clock = clockOf(line)
  if (clock) return clock
  return problem(parsed.problem === 'time_missing' ? 'unknown_notation' : parsed.problem)
}

/** Days since 1900 with a fraction, as a cell without a format shows them; a fraction alone is a time of day. */
function serial(line: string, context: ListContext): ListedTime | null {
  if (!/^(?:[2-8]\d{4}(?:\.\d+)?|0?\.\d+|0)$/.test(line)) return null
  const days = Number(line)
  const second = Math.round((days % 1) * (DAY / SECOND))
  if (days < 1) return { kind: 'clock', second, zone: '', until: null }
  const date = dateOfEpochDay(Math.floor(days) - 25_569)
  return second === 0 ? { kind: 'date', date } : onDate(date, { second, zone: '' }, null, context)
}

const DAY_WORDS =
  /^(?:(?:exercise |ex )?day|tag|jour|jornada|dia|día|giorno|dzien|dzień|dag|päev|päivä)[ #.:]*([+-]? ?\d{1,3})(?:$|[ ,:]+(.*)$)/i

/** `Day 2`, `Tag 2 0930`, `D2`, `2. päev`. */
function numberedDay(line: string, context: ListContext): ListedTime | null {
  const words = DAY_WORDS.exec(line) ?? /^[DJ](\d{1,3})(?:$|[ ,:]+(.*)$)/i.exec(line)
  const [, digits, rest] = words ?? /^(\d{1,3})\.? ?(?:päev|day|日目)(?:$|[ ,:]+(.*)$)/i.exec(line) ?? []
  if (digits === undefined) return null
  const signed = /[+-]/.test(digits)
  const day = Number(digits.replace(/ /g, '')) - (signed ? 0 : context.firstDay)
  if (rest === undefined || rest === '') return { kind: 'day', day }
  const clock = clockOf(rest)
  return clock ? joinListed({ kind: 'day', day }, clock, context) : null
}

const SECONDS = { D: 86_400, J: 86_400, H: 3600, T: 3600, M: 60 } as const

/** `T+5`, `J+1 H+2 M-5`: numbers without a unit. One of days alone is a day, with a time of day after it too. */
function sumOfOffsets(line: string, { bareUnit }: ListContext): ListedTime | null {
  const parts = [...line.matchAll(/(?:^| )(STARTEX|[DJHTM]) ?([+-]) ?(\d{1,6})(?= |$)/gi)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== line) return bareSigned(line, bareUnit)
  const letters = parts.map(([, letter = '']) => letter.toUpperCase())
  if (letters.length === 1 && /^[DJ]$/.test(letters[0] ?? '')) return null
  let [offset, bare] = [0, false]
  for (const [at, [, , sign, digits]] of parts.entries()) {
    const letter = letters[at] ?? ''
    const alone = letter === 'STARTEX' || (letter === 'T' && parts.length === 1)
    const unit = alone ? (bareUnit === 'hours' ? 3600 : 60) : SECONDS[letter === 'D' ? 'D' : letterOf(letter)]
    bare ||= alone && Number(digits) !== 0
    offset += Number(digits) * unit * (sign === '-' ? -1 : 1)
  }
  return {
    kind: 'moment',
    moment: { anchor: 'ttime', offset: offset + 0 },
    ...(bare && { guess: 'unit' as const }),
  }
}

function letterOf(letter: string): keyof typeof SECONDS {
  return letter === 'J' || letter === 'H' || letter === 'T' || letter === 'M' ? letter : 'D'
}

/** `+15` alone. */
function bareSigned(line: string, bareUnit: ListContext['bareUnit']): ListedTime | null {
  const [, sign, digits] = /^([+-]) ?(\d{1,6})$/.exec(line) ?? []
  if (digits === undefined) return null
  const offset = Number(digits) * (bareUnit === 'hours' ? 3600 : 60)
  return {
    kind: 'moment',
    moment: { anchor: 'ttime', offset: sign === '-' && offset ? -offset : offset },
    guess: 'unit',
  }
}

type DateRead = { date: CalendarDate; rest: string; guess?: ListGuess } | { problem: ListProblem }

/** A date with a time of day after or before it, or alone. */
function datedText(line: string, context: ListContext): ListedTime | null {
  const read = dateAtStart(line, context) ?? clockThenDate(line, context)
  if (!read) return null
  if ('problem' in read) return problem(read.problem)
  const guess = read.guess ?? null
  const rest = read.rest.replace(/^(?:[ ,;T/-]|at |um |à |kell |klo |a las |alle |o )+/i, '')
  if (rest === '') return { kind: 'date', date: read.date, ...(guess && { guess }) }
  const clock = clockOf(rest)
  return clock?.kind === 'clock' ? onDate(read.date, clock, guess, context) : problem('invalid_time')
}

function clockThenDate(line: string, context: ListContext): DateRead | null {
  const [, clock, rest = ''] =
    /^(\d{1,2}[:h]\d{2}(?::\d{2})?|\d{4}) ?(?:Z|hrs?)?[ ,/-]+(?=.*\d)(.+)$/i.exec(line) ?? []
  const read = clock === undefined ? null : dateAtStart(rest, context)
  return read && 'date' in read && read.rest === ''
    ? { ...read, rest: line.slice(0, line.length - rest.length).replace(/[ ,/-]+$/, '') }
    : null
}

const WEEKDAY = /^(\p{L}{2,10})\.?,? +(?=\d)/u
const TEXTUAL =
  /^(\d{1,2})(?:\.|er|st|nd|rd|th)?[ -]?(?:de |of )?(\p{L}{3,12})\.?(?:,? ?(?:de |del )?|-)(\d{4}|'?\d{2}(?=$|[ ,T]))?(?=$|[ ,T/])/iu
const TEXTUAL_US = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?=$|[ ,])/u

function dateAtStart(given: string, context: ListContext): DateRead | null {
  const day = WEEKDAY.exec(given)
  const line = day && monthNamed(day[1] ?? '') === null ? given.slice(day[0].length) : given
  const iso = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(line)
  if (iso) return checked(iso[1], Number(iso[2]), iso[3], line.slice(iso[0].length))
  const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(line)
  if (numeric) return numericDate(numeric, line, context)
  const textual = TEXTUAL.exec(line)
  const us = textual ? null : TEXTUAL_US.exec(line)
  const month = monthNamed(textual?.[2] ?? us?.[1] ?? '')
  if (month === null) return null
  const [whole, , , year] = textual ?? us ?? ['']
  if (year === undefined) return { problem: 'year_missing' }
  const number = textual ? textual[1] : us?.[2]
  return checked(
    String(fullYear(year.replace("'", ''), context)),
    month + 1,
    number,
    line.slice(whole.length),
  )
}

/** With dots the day comes first everywhere; with slashes and hyphens it may be either. */
function numericDate(
  [whole, first, sign, second, year = '']: RegExpExecArray,
  line: string,
  context: ListContext,
): DateRead {
  const [a, b] = [Number(first), Number(second)]
  const clear = sign === '.' || a > 12 || b > 12 || a === b
  const dayFirst = sign === '.' || a > 12 || (b <= 12 && context.dayFirst)
  const read = checked(
    String(fullYear(year, context)),
    dayFirst ? b : a,
    String(dayFirst ? a : b),
    line.slice(whole.length),
  )
  return clear || 'problem' in read ? read : { ...read, guess: 'day_or_month_first' }
}

function checked(year: string | undefined, month: number, day: string | undefined, rest: string): DateRead {
  const date = `${year}-${String(month).padStart(2, '0')}-${day?.padStart(2, '0')}`
  return epochDayOrNull(date) === null ? { problem: 'invalid_date' } : { date, rest: rest.trim() }
}

/** Which of both orders the dates of a column can have, or null where it does not show. */
export function dayFirstIn(cells: readonly string[]): boolean | null {
  for (const cell of cells) {
    const [, first, second] = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(cell) ?? []
    if (Number(first) > 12 && Number(second) <= 12) return true
    if (Number(second) > 12 && Number(first) <= 12) return false
  }
  return null
}

type Clock = Extract<ListedTime, { kind: 'clock' }>

/** `0900`, `900`, `09h00`, `9.30 Uhr`, `9:00 AM`, `0900Z`, `09:00-09:30`, `kell 9.30`; 24:00 is the end of the day. */
function clockOf(text: string): Clock | null {
  const line = text.trim().replace(/^(?:at|um|à|kell|klo|a las|alle|ab|ca\.?) /i, '')
  const span = /^(.*\d[^-]*?) ?(?:-|to|bis|à|kuni|hasta) ?(\d.*)$/i.exec(line)
  const [from, to] = span ? [oneClock(span[1] ?? ''), oneClock(span[2] ?? '')] : []
  if (from && to) return { ...from, zone: from.zone || to.zone, until: to.second }
  const one = oneClock(line)
  return one && { ...one, until: null }
}

function oneClock(text: string): Omit<Clock, 'until'> | null {
  const match =
    /^(\d{1,2})(?:[:.h]|h )(\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?!\d)(.*)$/i.exec(text) ??
    /^(\d{1,2})(?= ?(?:h|a\.?m|p\.?m|uhr|hrs|時))()()(.*)$/i.exec(text) ??
    /^(\d{1,2})(\d{2})()(?!\d)(.*)$/.exec(text)
  if (!match) return null
  const half = / ?([ap])\.?m\.?/i.exec(match[4] ?? '')?.[1]?.toLowerCase()
  const rest = (match[4] ?? '').replace(
    /^ ?(?:hrs|hours|uhr|h|時|l(?:ocal)?(?: time)?|lt|[ap]\.?m\.?)(?=$|[ (])/i,
    '',
  )
  const [hour, minute, second] = [Number(match[1]), Number(match[2] || 0), Number(match[3] || 0)]
  const whole = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  const seconds = whole * 3600 + minute * 60 + second
  if (minute > 59 || second > 59 || seconds > 86_400 || (half !== undefined && (hour < 1 || hour > 12)))
    return null
  const zone = zoneOf(rest)
  return zone === null ? null : { kind: 'clock', second: seconds, zone }
}

/** What follows a time of day, as `parseMoment` takes it; empty for nothing, null for what is no zone. */
function zoneOf(rest: string): string | null {
  const text = rest.replace(/^ ?\((.*)\)$/, ' $1').trim()
  if (text === '') return ''
  const tail = parseTail(`00:00${/^(?:z|[+-]\d)/i.test(text) ? text : ` ${text}`}`)
  return typeof tail === 'string' ? null : text
}

const two = (value: number) => String(value).padStart(2, '0')

function onDate(
  date: CalendarDate,
  clock: { second: number; zone: string; until?: number | null },
  guess: ListGuess | null,
  context: ListContext,
): ListedTime {
  const late = clock.second === 86_400
  const day = late ? dateOfEpochDay((epochDayOrNull(date) ?? 0) + 1) : date
  const parsed = parseMoment(`${day} ${wallText(late ? 0 : clock.second)}${zoneText(clock.zone)}`, context)
  if (!parsed.ok) return problem(parsed.problem)
  return { kind: 'moment', moment: parsed.moment, ...(guess && { guess }) }
}

const wallText = (second: number) =>
  `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}${second % 60 === 0 ? '' : `:${two(second % 60)}`}`
const zoneText = (zone: string) => (zone === '' ? '' : /^(?:z|[+-])/i.test(zone) ? zone : ` ${zone}`)

/**
 * The moment of a day from one cell (or from the separator above, or the launch date) and a time of day from another.
 * A clock without any day is on D-day; a date without a clock begins at midnight, and says so.
 */
export function joinListed(
  day: ListedTime | null,
  time: ListedTime | null,
  context: ListContext,
): ListedTime {
  if (time && time.kind !== 'clock' && (time.kind !== 'date' || !day))
    return time.kind === 'date' || time.kind === 'day' ? joinListed(time, null, context) : time
  const clock = time?.kind === 'clock' ? time : null
  if (day?.kind === 'problem' || day?.kind === 'clock') return clock ? problem('date_missing') : day
  if (day?.kind === 'date')
    return clock
      ? onDate(day.date, clock, day.guess ?? null, context)
      : onDate(day.date, { second: 0, zone: '' }, 'no_time', context)
  if (day?.kind === 'moment' && !(day.moment.anchor === 'dday' && day.moment.minute === null)) return day
  const number =
    day?.kind === 'day'
      ? day.day
      : day?.kind === 'moment' && day.moment.anchor === 'dday'
        ? day.moment.day
        : 0
  if (!clock && !day) return problem('empty')
  return onDday(number, clock, context)
}

function onDday(day: number, clock: Clock | null, context: ListContext): ListedTime {
  const [at, second] = clock?.second === 86_400 ? [day + 1, 0] : [day, clock?.second ?? 0]
  const wall = clock ? ` ${wallText(second - (second % 60))}${zoneText(clock.zone)}` : ''
  const parsed = parseMoment(`D${at < 0 ? '-' : '+'}${Math.abs(at)}${wall}`, context)
  return parsed.ok ? { kind: 'moment', moment: parsed.moment } : problem(parsed.problem)
}
