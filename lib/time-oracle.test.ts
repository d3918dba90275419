import { describe, expect, test, vi } from 'vitest'
import { wallToInstant } from './time'
import { startOfDay } from './time-wall'
import { offsetSecondsAt, transitionsBetween } from './time-zones'

// Thousands of runs take seconds on a machine that is busy with the rest of the tests.
vi.setConfig({ testTimeout: 30_000 })

/**
 * Zone arithmetic against an oracle that shares none of it: Intl's own text, read another way, and brute force.
 * What Morocco or Egypt decide next year changes the data of both sides together.
 */
const zones = [
  ...['Europe/Tallinn', 'Europe/London', 'Europe/Dublin', 'Europe/Lisbon', 'Europe/Kyiv', 'Europe/Istanbul'],
  ...['Atlantic/Azores', 'Africa/Casablanca', 'Africa/El_Aaiun', 'Africa/Cairo', 'Africa/Johannesburg'],
  ...[
    'Asia/Beirut',
    'Asia/Gaza',
    'Asia/Jerusalem',
    'Asia/Tehran',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Asia/Tokyo',
  ],
  ...[
    'Asia/Seoul',
    'Asia/Almaty',
    'America/St_Johns',
    'America/New_York',
    'America/Phoenix',
    'America/Havana',
  ],
  ...['America/Santiago', 'America/Sao_Paulo', 'America/Nuuk', 'America/Asuncion', 'America/Mexico_City'],
  ...['Australia/Lord_Howe', 'Australia/Adelaide', 'Pacific/Chatham', 'Pacific/Apia', 'Pacific/Kiritimati'],
  ...['Antarctica/Troll', 'Antarctica/Casey', 'UTC'],
]
const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const HOUR = 60 * MINUTE
const from = Date.UTC(2020, 0, 1)
const to = Date.UTC(2036, 0, 1)

type Oracle = { offset: (at: number) => number; wall: (at: number) => string; changes: number[] }

function oracle(timeZone: string): Oracle {
  const offsets = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset', year: 'numeric' })
  const walls = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const offset = (at: number) => {
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(offsets.format(at)) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60)
  }
  return { offset, wall: at => walls.format(at), changes: changesOf(offset) }
}

const oracles = new Map(zones.map(zone => [zone, oracle(zone)]))
const oracleOf = (timeZone: string): Oracle => oracles.get(timeZone) ?? oracle(timeZone)

/** Minutes at which Intl's offset changes, by walking hours and then minutes. */
function changesOf(offset: Oracle['offset']): number[] {
  const changes: number[] = []
  let before = offset(from)
  for (let hour = from; hour < to; hour += 6 * HOUR) {
    const after = offset(hour + 6 * HOUR)
    for (let at = hour; before !== after && at <= hour + 6 * HOUR; at += MINUTE) {
      if (offset(at) === before) continue
      changes.push(at)
      before = offset(at)
    }
  }
  return changes
}

/** Every wall time of the quarter hours around a change, with the instants that show it. */
function wallsAround(change: number, { wall }: Oracle): Map<string, number[]> {
  const shown = new Map<string, number[]>()
  // A day either side, so that each wall time asked for lies well within the instants searched.
  const first = Math.floor(change / QUARTER) * QUARTER - 30 * HOUR
  for (let at = first; at <= first + 60 * HOUR; at += QUARTER) {
    const text = wall(at)
    shown.set(text, [...(shown.get(text) ?? []), at])
  }
  return shown
}

function expectedWall(text: string, instants: number[] | undefined) {
  const [earlier, later] = instants ?? []
  if (later !== undefined) return { text, kind: 'repeated', earlier, later }
  return earlier === undefined ? { text, kind: 'skipped' } : { text, kind: 'one', at: earlier }
}

function actualWall(text: string, timeZone: string) {
  const minute = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))
  const found = wallToInstant({ date: text.slice(0, 10), minute }, timeZone)
  return found.kind === 'skipped' ? { text, kind: found.kind } : { text, ...found }
}

describe(`With the zone data ${process.versions.tz}, from 2020 to 2035,`, () => {
  test.each(zones)('%s has the offsets that Intl shows, and changes where Intl changes', timeZone => {
    const intl = oracleOf(timeZone)
    const wrong: string[] = []
    for (let at = from; at < to; at += 7 * HOUR + 13 * MINUTE) {
      if (offsetSecondsAt(timeZone, at) !== intl.offset(at)) wrong.push(new Date(at).toISOString())
    }
    expect(wrong).toEqual([])
    expect(transitionsBetween(timeZone, from, to)).toEqual(
      intl.changes.map(at => ({ at, before: intl.offset(at - 1), after: intl.offset(at) })),
    )
  })

  const utc = oracleOf('UTC')

  test.each(zones)(
    '%s skips, repeats and shows the wall times around each change as brute force finds',
    timeZone => {
      const intl = oracleOf(timeZone)
      for (const change of intl.changes) {
        const shown = wallsAround(change, intl)
        const middle = Math.floor(change / QUARTER) * QUARTER + intl.offset(change) * 1000
        for (let local = middle - 4 * HOUR; local <= middle + 4 * HOUR; local += QUARTER) {
          const text = utc.wall(local)
          expect(actualWall(text, timeZone)).toEqual(expectedWall(text, shown.get(text)))
        }
      }
    },
  )

  test.each(zones)('a day in %s begins with the first minute of its date', timeZone => {
    const intl = oracleOf(timeZone)
    for (const change of intl.changes) {
      const date = intl.wall(change).slice(0, 10)
      const start = startOfDay(date, timeZone)
      expect([intl.wall(start).slice(0, 10), date]).toEqual([date, date])
      expect(intl.wall(start - MINUTE).slice(0, 10) < date).toBe(true)
    }
  })
})

test('The oracle has changes to compare, of an hour, half an hour and two hours', () => {
  expect(zones.flatMap(zone => oracleOf(zone).changes).length).toBeGreaterThan(500)
  const steps = zones.flatMap(zone =>
    transitionsBetween(zone, from, to).map(({ before, after }) => after - before),
  )
  expect(steps).toEqual(expect.arrayContaining([3600, -3600, 1800, -1800, 7200, -7200]))
})
