import type { Moment } from './time'
import { type CalendarDate, DAY, epochDayAt, epochDayOf, localMillis, MINUTE, SECOND } from './time-calendar'
import { dateNames, type TimeLocale, zoneAbbreviations } from './time-names'
import { localToInstant } from './time-wall'
import { type Instant, offsetSecondsAt, stretchStart } from './time-zones'

export type { TimeLocale } from './time-names'

/** Styles with a time of day name the zone. `clock` and the pure dates do not: for axes and columns whose head names it. */
export type InstantStyle =
  | 'dateTime' // Tue 23 Mar 2027 09:00 EET
  | 'dateTimeSeconds' // Tue 23 Mar 2027 09:00:30 EET
  | 'dayTime' // Tue 23 Mar 09:00 EET
  | 'time' // 09:00 EET
  | 'timeSeconds' // 09:00:30 EET
  | 'clock' // 09:00
  | DateStyle

export type DateStyle =
  | 'date' // Tue 23 Mar 2027
  | 'longDate' // Tuesday 23 March 2027
  | 'weekdayDayMonth' // Tue 23 Mar
  | 'dayMonth' // 23 Mar
  | 'dayMonthYear' // 23 Mar 2027
  | 'monthYear' // March 2027
  | 'month' // Mar
  | 'year' // 2027

export type InstantFormat = { timeZone: string; locale: TimeLocale; style: InstantStyle }

const two = (value: number) => String(value).padStart(2, '0')

const longNames = new Map<string, Intl.DateTimeFormat>()
const abbreviations = new Map<string, string>()
const MOST_CACHED = 4000

function longZoneName(timeZone: string, at: Instant): string {
  let formatter = longNames.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'long' })
    if (longNames.size >= MOST_CACHED) longNames.clear()
    longNames.set(timeZone, formatter)
  }
  return formatter.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? ''
}

/** `UTC+9`, `UTC-3:30`, `UTC` for no offset at all. */
export function formatUtcOffset(seconds: number): string {
  if (seconds === 0) return 'UTC'
  const minutes = Math.round(Math.abs(seconds) / 60)
  const rest = minutes % 60 === 0 ? '' : `:${two(minutes % 60)}`
  return `UTC${seconds < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${rest}`
}

/** `EET`, `EEST`, `JST`; `UTC+5:30` where no abbreviation means one offset only. */
export function zoneAbbreviation(at: Instant, timeZone: string): string {
  // A name changes where the offset does, so one look-up serves the whole stretch.
  const from = stretchStart(timeZone, at)
  const key = `${timeZone} ${from}`
  const known = abbreviations.get(key)
  if (known !== undefined) return known
  const made =
    zoneAbbreviations[longZoneName(timeZone, from)] ?? formatUtcOffset(offsetSecondsAt(timeZone, at))
  if (abbreviations.size >= MOST_CACHED) abbreviations.clear()
  abbreviations.set(key, made)
  return made
}

function formatEpochDay(epochDay: number, locale: TimeLocale, style: DateStyle): string {
  const date = new Date(epochDay * DAY)
  const names = dateNames[locale]
  const number = date.getUTCDate()
  const day = locale === 'fr' && number === 1 ? '1er' : String(number)
  const month = names.months[date.getUTCMonth()] ?? ''
  const longMonth = names.longMonths[date.getUTCMonth()] ?? ''
  const weekday = names.weekdays[date.getUTCDay()] ?? ''
  const year = date.getUTCFullYear()
  switch (style) {
    case 'date':
      return `${weekday} ${day} ${month} ${year}`
    case 'longDate':
      return `${names.longWeekdays[date.getUTCDay()]} ${day} ${longMonth} ${year}`
    case 'weekdayDayMonth':
      return `${weekday} ${day} ${month}`
    case 'dayMonth':
      return `${day} ${month}`
    case 'dayMonthYear':
      return `${day} ${month} ${year}`
    case 'monthYear':
      return `${longMonth} ${year}`
    case 'month':
      return month
    case 'year':
      return String(year)
  }
}

/** A calendar date (a `date` column), which has no zone. Throws a RangeError for what is no date. */
export function formatDate(date: CalendarDate, locale: TimeLocale, style: DateStyle = 'date'): string {
  return formatEpochDay(epochDayOf(date), locale, style)
}

/** `09:05` for 545: minutes after midnight. */
export function formatMinute(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** On the 24-hour clock, in the zone given. Throws a RangeError for an unknown zone. */
export function formatInstant(at: Instant, { timeZone, locale, style }: InstantFormat): string {
  const local = localMillis(at, timeZone)
  const day = Math.floor(local / DAY)
  const second = Math.floor((local - day * DAY) / SECOND)
  const clock = formatMinute(Math.floor(second / 60))
  const zone = () => zoneAbbreviation(at, timeZone)
  switch (style) {
    case 'dateTime':
      return `${formatEpochDay(day, locale, 'date')} ${clock} ${zone()}`
    case 'dateTimeSeconds':
      return `${formatEpochDay(day, locale, 'date')} ${clock}:${two(second % 60)} ${zone()}`
    case 'dayTime':
      return `${formatEpochDay(day, locale, 'weekdayDayMonth')} ${clock} ${zone()}`
    case 'time':
      return `${clock} ${zone()}`
    case 'timeSeconds':
      return `${clock}:${two(second % 60)} ${zone()}`
    case 'clock':
      return clock
    default:
      return formatEpochDay(day, locale, style)
  }
}

/** The same instant at home, where the reader is, and in Zulu: what is shown wherever somebody has to be on time. */
export function formatThree(
  at: Instant,
  { home, viewer, locale }: { home: string; viewer: string; locale: TimeLocale },
): { home: string; viewer: string; zulu: string } {
  const style = 'dateTime'
  return {
    home: formatInstant(at, { timeZone: home, locale, style }),
    viewer: formatInstant(at, { timeZone: viewer, locale, style }),
    zulu: formatInstant(at, { timeZone: 'UTC', locale, style }).replace(/UTC$/, 'Z'),
  }
}

/** For `<time datetime>` and logs: `2027-03-23T07:00:00.000Z`. */
export function formatIso(at: Instant): string {
  return new Date(at).toISOString()
}

const LETTERS_EAST = 'ABCDEFGHIKLM'
const LETTERS_WEST = 'NOPQRSTUVWXY'

/** Seconds east of UTC that a military zone letter stands for, null for J (the observer's own) and what is no letter. */
export function dtgLetterOffset(letter: string): number | null {
  if (letter === 'Z') return 0
  const east = letter.length === 1 ? LETTERS_EAST.indexOf(letter) : -1
  const west = letter.length === 1 ? LETTERS_WEST.indexOf(letter) : -1
  if (east < 0 && west < 0) return null
  return (east >= 0 ? east + 1 : -(west + 1)) * 3600
}

/** The military letter of an offset, null where there is none: half hours, and more than twelve. */
export function dtgLetterOf(offsetSeconds: number): string | null {
  const hours = offsetSeconds / 3600
  if (hours === 0) return 'Z'
  return (hours > 0 ? LETTERS_EAST[hours - 1] : LETTERS_WEST[-hours - 1]) ?? null
}

/**
 * A date-time group, `221430ZNOV26` (DDHHMM, zone letter, month, year): always English, seconds cut off.
 * Throws a RangeError for J and what is no letter.
 */
export function formatDtg(at: Instant, letter = 'Z'): string {
  const offset = dtgLetterOffset(letter)
  if (offset === null) throw new RangeError(`No zone letter with an offset: ${letter}`)
  const date = new Date(at + offset * SECOND)
  const time = `${two(date.getUTCDate())}${two(date.getUTCHours())}${two(date.getUTCMinutes())}`
  const month = (dateNames.en.months[date.getUTCMonth()] ?? '').toUpperCase()
  return `${time}${letter}${month}${two(date.getUTCFullYear() % 100)}`
}

/** Exercise time: `T+00:45:00`, `T-1d 02:00:00`; hours, minutes, seconds, whole days in front. Cuts a fraction off downwards. */
export function formatOffset(seconds: number): string {
  const whole = Math.floor(seconds)
  const length = Math.abs(whole)
  const days = Math.floor(length / 86_400)
  const clock = `${formatMinute(Math.floor((length % 86_400) / 60))}:${two(length % 60)}`
  return `T${whole < 0 ? '-' : '+'}${days > 0 ? `${days}d ` : ''}${clock}`
}

/** `D-240`, `D-DAY`, `D+1`. */
export function formatDay(day: number): string {
  if (day === 0) return 'D-DAY'
  return `D${day < 0 ? '-' : '+'}${Math.abs(day)}`
}

const wholeDay: Record<TimeLocale, string> = { en: 'whole day', fr: 'journée entière' }

/** For the eye: `D-240 09:00`, `D+1 (whole day)`. The zone is shown beside it. */
export function formatDday(moment: Extract<Moment, { anchor: 'dday' }>, locale: TimeLocale = 'en'): string {
  const time = moment.minute === null ? `(${wholeDay[locale]})` : formatMinute(moment.minute)
  return `${formatDay(moment.day)} ${time}`
}

/** Which day `now` is, seen from `at` (usually STARTEX) in that zone: `D-149` before it, `D-DAY` on its date, `D+3` after. */
export function formatRelativeDays(at: Instant, now: Instant, timeZone: string): string {
  return formatDay(epochDayAt(now, timeZone) - epochDayAt(at, timeZone))
}

const durationUnits: Record<TimeLocale, [string, number][]> = {
  en: [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ],
  fr: [
    ['j', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ],
}

/** `1 h 30 min`, `3 d` (French `3 j`), in whole seconds; its unit never wraps to another line. */
export function formatDuration(seconds: number, locale: TimeLocale): string {
  let rest = Math.round(Math.abs(seconds))
  if (rest === 0) return '0\u00a0min'
  const parts = durationUnits[locale].flatMap(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count > 0 ? [`${count}\u00a0${unit}`] : []
  })
  return `${seconds < 0 ? '-' : ''}${parts.join(' ')}`
}

function formatIsoOffset(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60)
  return `${seconds < 0 ? '-' : '+'}${formatMinute(minutes)}`
}

function formatFixed(at: Instant, timeZone: string): string {
  const local = localMillis(at, timeZone)
  const text = new Date(local).toISOString()
  const seconds = local % MINUTE === 0 ? '' : local % SECOND === 0 ? text.slice(16, 19) : text.slice(16, 23)
  // The offset is said only where the wall time alone would be one of two.
  const offset = localToInstant(local, timeZone).kind === 'one' ? '' : formatIsoOffset((local - at) / SECOND)
  return `${text.slice(0, 10)} ${text.slice(11, 16)}${seconds}${offset}`
}

/**
 * The notation which `parseMoment` gives back as the same moment: `2027-02-11 17:00 Europe/Tallinn`,
 * `D-240 09:00 Asia/Tokyo`, `D+1 Asia/Tokyo` (whole day), `T+00:45:00`. The zone is left out where it is `home`.
 */
export function formatMoment(moment: Moment, home?: string): string {
  if (moment.anchor === 'ttime') return formatOffset(moment.offset)
  const zone = moment.timeZone === home ? '' : ` ${moment.timeZone}`
  if (moment.anchor === 'fixed') return formatFixed(moment.at, moment.timeZone) + zone
  const time = moment.minute === null ? '' : ` ${formatMinute(moment.minute)}`
  return formatDay(moment.day) + time + zone
}
