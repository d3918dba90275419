import { type Moment, momentLimits, resolveMoment, type StartexFrame } from './time'
import { DAY, epochDayAt, epochDayOrNull, MINUTE, SECOND, wallAt } from './time-calendar'
import { dtgLetterOffset } from './time-format'
import { cleaned, monthNamed, parseSpan, parseTail, type Span, type Tail, weekdayNamed } from './time-tokens'
import { localToInstant } from './time-wall'
import { type Instant, offsetSecondsAt, timeZoneNamed } from './time-zones'

/** `timeZone`: the zone meant where none is typed. `now` (else STARTEX) tells the century of a year of two digits. */
export type ParseContext = { frame: StartexFrame; timeZone: string; now?: Instant }

export type MomentProblem =
  | 'empty'
  | 'unknown_notation'
  | 'unknown_zone'
  | 'invalid_date'
  | 'invalid_time'
  | 'wrong_weekday'
  | 'time_missing'
  | 'unit_missing'
  | 'zone_needed'
  | 'offset_mismatch'
  | 'skipped_hour'
  | 'repeated_hour'
  | 'out_of_range'

/**
 * `choices` are the two instants that a skipped or repeated wall time could mean, earlier first, and `offers` the same
 * two as moments, under the anchor that was typed where it can say them.
 */
export type ParsedMoment =
  | { ok: true; moment: Moment }
  | { ok: false; problem: MomentProblem; choices?: [Instant, Instant]; offers?: [Moment, Moment] }

type Reader = (match: RegExpExecArray, context: ParseContext) => ParsedMoment

const refused = (problem: MomentProblem): ParsedMoment => ({ ok: false, problem })

// The order matters only for speed: no text fits two.
const NOTATIONS: [RegExp, Reader][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ](.*)$)/i, readIso],
  [/^(?:D-?DAY|JOUR J|[DJ])(?: ?([+-]) ?(\d{1,5}))?(?:$| (.*)$)/i, readDday],
  [/^(?:T|STARTEX)(?: ?([+-]) ?(.+))?$/i, readTtime],
  [/^([+-]) ?(\d.*)$/, readSigned],
  [/^H(?:-?HOUR)? ?([+-]) ?(\d.*)$/i, readHours],
  [/^(\d{2})[ /]?(\d{2}):?(\d{2}) ?([A-Z]?) ?([A-Z]{3}) ?(\d{2}|\d{4})(?:$| (.*)$)/i, readDtg],
  [/^(?:(\p{L}+\.?),? )?(\d{1,2})(?:er|st|nd|rd|th)? (\p{L}+\.?) (\d{4})(?:$|,? (.*)$)/iu, readTextual],
]

/**
 * The moment that a planner typed, in any notation: `2027-02-11 17:00 Europe/Tallinn`, `11 Feb 2027 17:00`,
 * `D-240 09:00`, `D+1` (whole day), `D-DAY 09:00 Asia/Tokyo`, `T+45m`, `T-1d2h`, `T+02:10:00`, `STARTEX+45m`,
 * `+ 1 02:10:00`, `H+2`, `221430ZNOV26`. Refuses what is ambiguous and what no clock shows; never guesses.
 */
export function parseMoment(text: string, context: ParseContext): ParsedMoment {
  const line = cleaned(text)
  if (line === '') return refused('empty')
  if (line.length > 200) return refused('unknown_notation')
  for (const [pattern, read] of NOTATIONS) {
    const match = pattern.exec(line)
    if (match) return read(match, context)
  }
  return refused('unknown_notation')
}

function readIso([, year, month, day, rest]: RegExpExecArray, context: ParseContext): ParsedMoment {
  return readDate(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`, rest, context)
}

function readTextual(match: RegExpExecArray, context: ParseContext): ParsedMoment {
  const [, weekday, day = '', monthName = '', year = '', rest] = match
  const month = monthNamed(monthName)
  if (month === null) return refused('unknown_notation')
  const date = `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (weekday !== undefined) {
    const named = weekdayNamed(weekday)
    if (named === null) return refused('unknown_notation')
    const epochDay = epochDayOrNull(date)
    // 1970-01-01 was a Thursday.
    if (epochDay !== null && (((epochDay + 4) % 7) + 7) % 7 !== named) return refused('wrong_weekday')
  }
  return readDate(date, rest, context)
}

function readDate(date: string, rest: string | undefined, context: ParseContext): ParsedMoment {
  const epochDay = epochDayOrNull(date)
  if (epochDay === null) return refused('invalid_date')
  const tail = parseTail(rest ?? '')
  if (typeof tail === 'string') return refused(tail)
  if (tail.time === null) return refused('time_missing')
  const local = epochDay * DAY + tail.time
  return tail.offset === null
    ? fixedAtWall(local, tail.zone ?? context.timeZone)
    : fixedAtOffset(local, tail.offset, tail, context)
}

function fixed(at: Instant, timeZone: string): ParsedMoment {
  if (at < momentLimits.earliest || at > momentLimits.latest) return refused('out_of_range')
  return { ok: true, moment: { anchor: 'fixed', at, timeZone } }
}

function fixedAtWall(local: number, timeZone: string): ParsedMoment {
  const wall = localToInstant(local, timeZone)
  if (wall.kind === 'one') return fixed(wall.at, timeZone)
  const { earlier, later } = wall
  return {
    ok: false,
    problem: wall.kind === 'skipped' ? 'skipped_hour' : 'repeated_hour',
    choices: [earlier, later],
    offers: [
      { anchor: 'fixed', at: earlier, timeZone },
      { anchor: 'fixed', at: later, timeZone },
    ],
  }
}

function fixedAtOffset(local: number, offset: number, tail: Tail, context: ParseContext): ParsedMoment {
  const at = local - offset * SECOND
  if (tail.zone === null) return fixed(at, zoneWithOffset(at, offset, tail.zulu, context))
  // Z beside a zone says the instant and where it is meant (RFC 9557); any other offset must be that zone's own.
  if (!tail.zulu && offsetSecondsAt(tail.zone, at) !== offset) return refused('offset_mismatch')
  return fixed(at, tail.zone)
}

/** The zone that somebody means who says only an offset: the one at hand where it has it then, else the bare offset. */
function zoneWithOffset(at: Instant, offset: number, zulu: boolean, context: ParseContext): string {
  if (zulu) return 'UTC'
  if (offsetSecondsAt(context.timeZone, at) === offset) return context.timeZone
  const hours = offset / 3600
  // The sign of these names is inverted: Etc/GMT-2 is two hours ahead. No name for half hours.
  const name = hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
  return timeZoneNamed(name) ?? context.timeZone
}

function readDtg(match: RegExpExecArray, context: ParseContext): ParsedMoment {
  const [, day, hour, minute, letter = '', monthName = '', yearText = '', rest] = match
  const month = monthNamed(monthName)
  if (month === null) return refused('unknown_notation')
  const zone = rest === undefined ? null : timeZoneNamed(rest.replace(/^\[(.*)\]$/, '$1'))
  if (rest !== undefined && zone === null) return refused('unknown_zone')
  const epochDay = epochDayOrNull(
    `${fullYear(yearText, context)}-${String(month + 1).padStart(2, '0')}-${day}`,
  )
  if (epochDay === null) return refused('invalid_date')
  if (Number(hour) > 23 || Number(minute) > 59) return refused('invalid_time')
  const local = epochDay * DAY + (Number(hour) * 60 + Number(minute)) * MINUTE
  const upper = letter.toUpperCase()
  // J is the observer's own zone, which nobody but the observer knows.
  if (upper === 'J') return zone === null ? refused('zone_needed') : fixedAtWall(local, zone)
  // Without a letter the time is that of whoever wrote it.
  if (upper === '') return fixedAtWall(local, zone ?? context.timeZone)
  const offset = dtgLetterOffset(upper) ?? 0
  const at = local - offset * SECOND
  return fixed(at, zone ?? zoneWithOffset(at, offset, upper === 'Z', context))
}

/** A year of two digits is the one nearest to now, else to STARTEX. */
export function fullYear(text: string, { frame, now }: ParseContext): number {
  if (text.length === 4) return Number(text)
  const near = new Date(now ?? frame.startexAt).getUTCFullYear()
  return near + ((((Number(text) - near + 50) % 100) + 100) % 100) - 50
}

const WHOLE_DAY = /^(.*?) ?\(?(?:whole day|all day|journée entière)\)?$/i

function readDday([, sign, digits, rest = '']: RegExpExecArray, context: ParseContext): ParsedMoment {
  const count = Number(digits ?? 0)
  const day = sign === '-' && count > 0 ? -count : count
  if (Math.abs(day) > momentLimits.day) return refused('out_of_range')
  const whole = WHOLE_DAY.exec(rest)
  const tail = parseTail(whole?.[1] ?? rest)
  if (typeof tail === 'string') return refused(tail)
  if (tail.offset !== null && !tail.zulu) return refused('unknown_notation')
  if (tail.time !== null && (whole || tail.time % MINUTE !== 0)) return refused('invalid_time')
  const timeZone = tail.zone ?? (tail.zulu ? 'UTC' : context.timeZone)
  if (tail.time === null) return { ok: true, moment: { anchor: 'dday', day, minute: null, timeZone } }
  return ddayAtWall({ anchor: 'dday', day, minute: tail.time / MINUTE, timeZone }, context.frame)
}

function ddayAtWall(moment: Extract<Moment, { anchor: 'dday' }>, frame: StartexFrame): ParsedMoment {
  const { adjusted } = resolveMoment(moment, frame)
  if (adjusted === null) return { ok: true, moment }
  const { timeZone } = moment
  const home = epochDayAt(frame.startexAt, frame.timeZone)
  const wall = localToInstant((home + moment.day) * DAY + (moment.minute ?? 0) * MINUTE, timeZone)
  if (wall.kind === 'one') return { ok: true, moment }
  const { earlier, later } = wall
  const choices: [Instant, Instant] = [earlier, later]
  if (wall.kind === 'repeated') {
    // A D-day time of a repeated hour is the later one; only a fixed moment can say the earlier.
    return {
      ok: false,
      problem: 'repeated_hour',
      choices,
      offers: [{ anchor: 'fixed', at: earlier, timeZone }, moment],
    }
  }
  const beside = (at: Instant): Moment => ({
    ...moment,
    day: epochDayAt(at, timeZone) - home,
    minute: wallAt(at, timeZone).minute,
  })
  return { ok: false, problem: 'skipped_hour', choices, offers: [beside(earlier), beside(later)] }
}

function readTtime([, sign, text]: RegExpExecArray): ParsedMoment {
  return text === undefined ? { ok: true, moment: { anchor: 'ttime', offset: 0 } } : fromStartex(sign, text)
}

function fromStartex(sign: string | undefined, text: string): ParsedMoment {
  const span = parseSpan(text)
  if (typeof span === 'string') return refused(span)
  if (span.seconds > momentLimits.offset) return refused('out_of_range')
  return {
    ok: true,
    moment: { anchor: 'ttime', offset: sign === '-' && span.seconds > 0 ? -span.seconds : span.seconds },
  }
}

/** `+ 02:10:00`, `+ 1 02:10:00`, `- 00:10:00`: from STARTEX, as Blueprint writes it. */
function readSigned([, sign, text = '']: RegExpExecArray): ParsedMoment {
  return fromStartex(sign, text.replace(/^(\d{1,5}) (?=\d{1,5}:\d{2})/, '$1d '))
}

/** `H+2` are hours; `H+90min` and `H-1:30` say more. */
function readHours([, sign, text = '']: RegExpExecArray): ParsedMoment {
  return fromStartex(sign, /^\d+$/.test(text) ? `${text}h` : text)
}

type DurationProblem = 'empty' | 'unknown_notation' | 'unit_missing' | 'out_of_range'

/** `days` is set where whole days or weeks were typed, for what lasts calendar days rather than hours. */
export type ParsedDuration = ({ ok: true } & Span) | { ok: false; problem: DurationProblem }

/** `1h30`, `90m`, `3d`, `1:30`, `02:10:00`, `1 h 30 min`, `3 jours`: whole seconds, not negative, ten years at most. */
export function parseDuration(text: string): ParsedDuration {
  const line = cleaned(text)
  if (line === '') return { ok: false, problem: 'empty' }
  if (line.length > 200) return { ok: false, problem: 'unknown_notation' }
  const span = parseSpan(line)
  if (typeof span === 'string') return { ok: false, problem: span }
  if (span.seconds > momentLimits.offset) return { ok: false, problem: 'out_of_range' }
  return { ok: true, ...span }
}
