import type { Moment } from '@/lib/time'
import { DAY, SECOND } from '@/lib/time-calendar'
import { parseDuration } from '@/lib/time-parse'
import {
  dayFirstIn,
  joinListed,
  type ListContext,
  type ListedTime,
  type ListGuess,
  type ListProblem,
  parseListed,
} from '@/lib/time-parse-list'
import type { Instant } from '@/lib/time-zones'
import { conditions } from '../document/scenario/schema'
import type { DocumentInject } from '../document/schema'

/**
 * How the times of one list are meant, as a person says: the zone of its wall times; the day of clocks that have none
 * (`YYYY-MM-DD`, else they are on D-day); null where its own cells are to tell. `now` tells the century of a year of two
 * digits where STARTEX is not known.
 */
export type TimeChoices = {
  timeZone: string
  startexAt: Instant | null
  launchOn: string | null
  dayFirst: boolean | null
  bareUnit: 'hours' | 'minutes' | null
  now: Instant
}

export function noChoices(now: Instant): TimeChoices {
  return { timeZone: 'UTC', startexAt: null, launchOn: null, dayFirst: null, bareUnit: null, now }
}

/** T+90 counts minutes: nobody plans four days in hours alone. */
const mostHours = 96

/** What the columns as a whole say about single cells that could mean two things. */
export function listContext(cells: readonly string[], choices: TimeChoices): ListContext {
  const bare = cells.flatMap(cell => /^\s*(?:T|STARTEX)?\s*[+-]\s*(\d{1,6})\s*$/i.exec(cell)?.[1] ?? [])
  const american = cells.some(cell => /\d\s*[ap]\.?m\b/i.test(cell))
  const hours = bare.every(number => Number(number) <= mostHours) && bare.length > 0
  const zero = cells.some(cell => /^\s*(?:day|tag|jour|d[ií]a|p[aä]ev|giorno)\s*0\b/i.test(cell))
  return {
    frame: { startexAt: choices.startexAt ?? choices.now, timeZone: choices.timeZone },
    timeZone: choices.timeZone,
    dayFirst: choices.dayFirst ?? dayFirstIn(cells) ?? !american,
    bareUnit: choices.bareUnit ?? (hours ? 'hours' : 'minutes'),
    firstDay: zero ? 0 : 1,
    now: choices.now,
  }
}

/** `after 3.12 + 20m`, `after 3.12 (failed)`: what it waits for, and how long after. */
const AFTER =
  /^(?:after|nach|après|apres|pärast|despu[eé]s de|dopo)\s+(\S[^(+]*?)(?:\s*\((\w+)\))?(?:\s*\+\s*(\d.*))?$/i

/** A serial of the same list, on a condition, with a delay. */
export type Waiting = {
  serial: string
  condition: DocumentInject['waits'][number]['condition']
  delaySeconds: number
}

export type CellTime =
  | { kind: 'none' }
  | { kind: 'moment'; moment: Moment; durationSeconds: number | null; guess: ListGuess | 'no_day' | null }
  | ({ kind: 'after' } & Waiting)
  | { kind: 'problem'; problem: ListProblem }

/** The time of a row: of its day, date and time cells, and of the separator above it. */
export function rowTime(
  cells: { day: string; date: string; time: string },
  above: ListedTime | null,
  context: ListContext,
  launchOn: string | null,
): CellTime {
  const after = AFTER.exec(cells.time.trim())
  if (after) return waitOf(after)
  const time = cells.time.trim() === '' ? null : parseListed(cells.time, context)
  const date = cells.date.trim() === '' ? null : parseListed(cells.date, context)
  const own =
    date && date.kind !== 'problem' ? date : cells.day.trim() === '' ? date : dayOf(cells.day, context)
  const day = own ?? above
  if (!time && !own) return { kind: 'none' }
  const launched = day ?? (launchOn === null ? null : parseListed(launchOn, context))
  const joined = joinListed(launched, time, context)
  if (joined.kind !== 'moment')
    return { kind: 'problem', problem: joined.kind === 'problem' ? joined.problem : 'unknown_notation' }
  const alone = time?.kind === 'clock' && !launched
  return {
    kind: 'moment',
    moment: joined.moment,
    durationSeconds: lengthOf(time),
    guess: joined.guess ?? (alone ? 'no_day' : null),
  }
}

/** A number alone in a column of days is the day's. */
function dayOf(cell: string, context: ListContext): ListedTime {
  return parseListed(/^\s*\d{1,3}\s*$/.test(cell) ? `Day ${cell.trim()}` : cell, context)
}

function waitOf([, serial = '', word = 'released', delay]: RegExpExecArray): CellTime {
  const condition = conditions.find(known => known === word.toLowerCase())
  const parsed = delay === undefined ? null : parseDuration(delay)
  if (!condition || (parsed && !parsed.ok)) return { kind: 'problem', problem: 'unknown_notation' }
  return { kind: 'after', serial: serial.trim(), condition, delaySeconds: parsed?.ok ? parsed.seconds : 0 }
}

function lengthOf(time: ListedTime | null): number | null {
  if (time?.kind !== 'clock' || time.until === null) return null
  const length = time.until - time.second
  return length < 0 ? length + DAY / SECOND : length
}

/** A length in any notation, a number alone in minutes; null for what is none. */
export function lengthIn(cell: string): number | null {
  const text = cell.trim()
  const parsed = parseDuration(/^\d{1,4}$/.test(text) ? `${text}m` : text)
  return parsed.ok ? parsed.seconds : null
}

/**
 * The day that a row between the events names: `DAY 2 – Tuesday 24 March 2027`, `Tag 3`, `24.03.2027`. Null where it
 * names none.
 */
export function separatorDay(cell: string, context: ListContext): ListedTime | null {
  const pieces = [cell, ...cell.split(/\s[-–—:|/]\s|[(),:–—|]|\s{2,}/)]
  const found = pieces.flatMap(piece => {
    const listed =
      piece.trim() === '' ? null : parseListed(piece.replace(/^(?:\p{L}+day|date)\b:?,?\s*/iu, ''), context)
    return listed?.kind === 'date' || listed?.kind === 'day' || isWholeDay(listed) ? [listed] : []
  })
  // A date says more than a number of a day beside it.
  return found.find(listed => listed?.kind === 'date') ?? found[0] ?? null
}

function isWholeDay(listed: ListedTime | null): listed is Extract<ListedTime, { kind: 'moment' }> {
  return listed?.kind === 'moment' && listed.moment.anchor === 'dday' && listed.moment.minute === null
}
