import { DAY, MINUTE, SECOND } from './time-calendar'
import { dateNames } from './time-names'
import { timeZoneNamed } from './time-zones'

/** One line with plain spaces and signs: what is pasted from a document carries its typographic ones. */
export function cleaned(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, '-')
    .replace(/\uff0b/g, '+')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Without case, accents and full stops, so that `Févr.` is `fevr`. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase()
}

function indexNames(lists: string[][]): Map<string, number> {
  return new Map(lists.flatMap(list => list.map((name, index): [string, number] => [plainName(name), index])))
}

/** Months as lists from elsewhere name them, each language in a line: German, Estonian, Spanish, Italian, Portuguese, Polish, Dutch, Swedish, Finnish. */
const foreignMonths = [
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  'Jänner Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez',
  'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
  'jaan veebr märts apr mai juuni juuli aug sept okt nov dets',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'ene feb mar abr may jun jul ago sep oct nov dic',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'gen feb mar apr mag giu lug ago set ott nov dic',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu',
].map(names => names.split(' '))

const { en, fr } = dateNames
const months = indexNames([
  ...foreignMonths,
  ...[fr.months, fr.longMonths, en.months, en.longMonths, en.months.with(8, 'Sept')],
])
const weekdays = indexNames([fr.weekdays, fr.longWeekdays, en.weekdays, en.longWeekdays])

/** 0 for January, short or long, in English, French and what lists are written in; null for what is no month. */
export function monthNamed(name: string): number | null {
  return months.get(plainName(name)) ?? null
}

/** 0 for Sunday, likewise. */
export function weekdayNamed(name: string): number | null {
  return weekdays.get(plainName(name)) ?? null
}

/** What may follow a date: a time of day (milliseconds after midnight), an offset from UTC in seconds, a zone. */
export type Tail = { time: number | null; zulu: boolean; offset: number | null; zone: string | null }

const TIME =
  /^(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?|(\d{1,2}) ?h(?: ?(\d{2}))?|(\d{2})(\d{2}))(?![\d:.,])/i
const OFFSET = /^ ?(?:(z)|([+-])(\d{2})(?::?(\d{2}))?)(?=$| |\[)/i

/** Reads `17:00`, `1700`, `17h30`, `17:00:30.250`, then `Z` or `+02:00`, then `Asia/Tokyo` or `[Asia/Tokyo]`; each may be missing. */
export function parseTail(text: string): Tail | 'invalid_time' | 'unknown_zone' {
  let rest = text.trim()
  const tail: Tail = { time: null, zulu: false, offset: null, zone: null }
  if (/^\d/.test(rest)) {
    const match = TIME.exec(rest)
    tail.time = match && millisOf(match)
    if (!match || tail.time === null) return 'invalid_time'
    rest = rest.slice(match[0].length)
    const offset = OFFSET.exec(rest)
    if (offset) {
      const minutes = Number(offset[3] ?? 0) * 60 + Number(offset[4] ?? 0)
      tail.zulu = offset[1] !== undefined
      tail.offset = minutes === 0 ? 0 : minutes * (offset[2] === '-' ? -60 : 60)
      rest = rest.slice(offset[0].length)
    } else if (/^[^ [z]/i.test(rest)) return 'invalid_time'
  }
  const zone = rest.replace(/^ *\[(.*)\]$/, '$1').trim()
  if (zone === '') return tail
  tail.zone = timeZoneNamed(zone)
  return tail.zone === null ? 'unknown_zone' : tail
}

function millisOf(match: RegExpExecArray): number | null {
  const hour = Number(match[1] ?? match[5] ?? match[7])
  const minute = Number(match[2] ?? match[6] ?? match[8] ?? 0)
  const second = Number(match[3] ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return null
  return (hour * 60 + minute) * MINUTE + second * SECOND + Number((match[4] ?? '').padEnd(3, '0'))
}

const UNITS: [RegExp, number][] = [
  [/^(?:w|wks?|weeks?|sem|semaines?)$/, 7 * DAY],
  [/^(?:d|days?|j|jours?)$/, DAY],
  [/^(?:h|hrs?|hours?|heures?)$/, 60 * MINUTE],
  [/^(?:m|mn|mins?|minutes?)$/, MINUTE],
  [/^(?:s|secs?|seconds?|secondes?)$/, SECOND],
]

/** A length without a sign; `days` where it is said in whole days and weeks alone. */
export type Span = { seconds: number; days: number | null }

/** Reads `90m`, `1h30`, `1d2h`, `1.5 h`, `3 jours`, `02:10`, `02:10:00`, `1d 02:00:00`. */
export function parseSpan(text: string): Span | 'unknown_notation' | 'unit_missing' {
  const span = text.trim().toLowerCase()
  const clock = /^(?:(\d{1,5}) ?[dj] ?)?(\d{1,5}):([0-5]\d)(?::([0-5]\d))?$/.exec(span)
  if (clock) {
    const [days, hours, minutes, seconds] = clock.slice(1).map(part => Number(part ?? 0))
    return {
      seconds: (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0),
      days: null,
    }
  }
  if (/^0+$/.test(span)) return { seconds: 0, days: null }
  if (/^\d+$/.test(span)) return 'unit_missing'
  return sumOfUnits(span)
}

function sumOfUnits(span: string): Span | 'unknown_notation' {
  if (!/^(?:\d{1,9}(?:[.,]\d{1,6})? ?\p{L}+ ?)+(?:\d{1,2})?$/u.test(span)) return 'unknown_notation'
  let millis = 0
  let last = -1
  for (const [, number = '', word] of span.matchAll(/(\d+(?:[.,]\d+)?) ?(\p{L}+)?/gu)) {
    // A number without a unit at the end counts the next smaller one: 1h30.
    const unit = word === undefined ? last + 1 : UNITS.findIndex(([pattern]) => pattern.test(word))
    const size = UNITS[unit]?.[1]
    const bareTooMuch = word === undefined && (last < 2 || Number(number) > 59)
    if (size === undefined || unit <= last || bareTooMuch) return 'unknown_notation'
    millis += Number(number.replace(',', '.')) * size
    last = unit
  }
  const seconds = Math.round(millis / SECOND)
  // 0.1 h is a millionth of a millisecond off, which is no fraction that anybody typed.
  if (Math.abs(seconds * SECOND - millis) > 0.001) return 'unknown_notation'
  return { seconds, days: last <= 1 && seconds % 86_400 === 0 ? seconds / 86_400 : null }
}
