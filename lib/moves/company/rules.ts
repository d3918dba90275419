import type { WholePlan } from '@/lib/clashes/whole/plan/rules'
import { DAY } from '@/lib/time-calendar'
import { type Instant, offsetSecondsAt, transitionsBetween } from '@/lib/time-zones'
import type { Span } from '../plan/rules'

/**
 * Who stands what, by number: made once of a plan, so that a preview of a slide counts instead of looking at everybody.
 * `own`: how many duties and activities somebody has. `tied`: whom another exercise keeps busy, so that they never move
 * as a whole. Those of row `r` are `people` from `first[r]` to `first[r + 1]`.
 */
export type Company = {
  numbers: ReadonlyMap<string, number>
  own: Int32Array
  tied: Uint8Array
  zones: readonly string[]
  zoneOf: Int32Array
  rows: ReadonlyMap<string, number>
  first: readonly number[]
  people: readonly number[]
  startAt: readonly Instant[]
  endAt: readonly Instant[]
}

export function companyOf(plan: WholePlan): Company {
  const numbers = new Map(plan.people.map(({ id }, n) => [id, n]))
  const number = (person: string) => {
    const known = numbers.get(person) ?? numbers.size
    numbers.set(person, known)
    return known
  }
  const rows = new Map<string, number>()
  const [first, people, starts, ends]: [number[], number[], Instant[], Instant[]] = [[0], [], [], []]
  const add = (id: string, startAt: Instant, endAt: Instant, all: readonly { person: string }[]) => {
    rows.set(id, rows.size)
    for (const { person } of all) people.push(number(person))
    first.push(people.length)
    starts.push(startAt)
    ends.push(endAt)
  }
  for (const { id, startAt, endAt, duties } of plan.shifts) add(id, startAt, endAt, duties)
  for (const { id, startAt, endAt, attendees } of plan.activities)
    add(id, startAt, endAt ?? startAt, attendees)
  const own = new Int32Array(numbers.size)
  for (const n of people) own[n] = (own[n] ?? 0) + 1
  const zones = [...new Set(['UTC', ...plan.people.map(({ timeZone }) => timeZone)])]
  const zoneOf = new Int32Array(numbers.size)
  const tied = new Uint8Array(numbers.size)
  for (const [n, { timeZone, elsewhere }] of plan.people.entries()) {
    zoneOf[n] = zones.indexOf(timeZone)
    tied[n] = elsewhere.length > 0 ? 1 : 0
  }
  return { numbers, own, tied, zones, zoneOf, rows, first, people, startAt: starts, endAt: ends }
}

type Went = { item: { id: string }; from: Span | null; to: Span | null }

/**
 * Who has everything as before: all that somebody has to do goes by the same whole days and at the same times of day
 * where they are, or nothing of it goes. Says of some who do that they do not; never the other way round. `tells`: whether
 * anybody stands that row for whom something is otherwise.
 */
export type AsOne = { person: (id: string) => boolean; tells: (rowId: string) => boolean }

export function movingAsOne(company: Company, touched: readonly Went[]): AsOne {
  const { numbers, own, tied, rows, first, people } = company
  const by = stepOf(company, touched)
  const keeps = nightsKept(company, by)
  const going = new Int32Array(own.length)
  const apart = tied.slice()
  for (const { item, from, to } of touched) {
    const row = rows.get(item.id)
    if (row === undefined) continue
    const along = isStep(from, to, by)
    for (let at = first[row] ?? 0; at < (first[row + 1] ?? 0); at++) {
      const n = people[at] ?? 0
      if (along && keeps(n, row)) going[n] = (going[n] ?? 0) + 1
      else apart[n] = 1
    }
  }
  let any = false
  for (let n = 0; n < own.length; n++) {
    if (going[n] !== 0 && going[n] !== own[n]) apart[n] = 1
    any ||= apart[n] === 1
  }
  return {
    person: id => apart[numbers.get(id) ?? -1] !== 1,
    tells: id => {
      const row = any ? rows.get(id) : undefined
      return row !== undefined && people.slice(first[row], first[row + 1]).some(n => apart[n] === 1)
    },
  }
}

const isStep = (from: Span | null, to: Span | null, by: number): boolean =>
  from !== null &&
  to !== null &&
  to.startAt - from.startAt === by &&
  (to.endAt ?? to.startAt) - (from.endAt ?? from.startAt) === by

/** By how much the first goes that anybody stands; a move of one phase has no other step. */
function stepOf({ rows, first }: Company, touched: readonly Went[]): number {
  for (const { item, from, to } of touched) {
    const row = from && to ? rows.get(item.id) : undefined
    if (from && to && row !== undefined && first[row] !== first[row + 1]) return to.startAt - from.startAt
  }
  return 0
}

/**
 * Whether the times of day stay where the person is, so that a night stays a night. A zone whose clocks do not change
 * anywhere between the first and the last of all times is asked once.
 */
function nightsKept({ zones, zoneOf, startAt, endAt }: Company, by: number) {
  if (by === 0) return () => true
  if (by % DAY !== 0) return () => false
  const least = startAt.reduce((some, at) => Math.min(some, at), Number.POSITIVE_INFINITY)
  const most = endAt.reduce((some, at) => Math.max(some, at), Number.NEGATIVE_INFINITY)
  const [from, to] = [Math.min(least, least + by), Math.max(most, most + by)]
  const steady = zones.map(zone => from > to || transitionsBetween(zone, from, to).length === 0)
  return (n: number, row: number): boolean => {
    const at = zoneOf[n] ?? 0
    if (steady[at]) return true
    const zone = zones[at] ?? 'UTC'
    const same = (instant = 0) => offsetSecondsAt(zone, instant) === offsetSecondsAt(zone, instant + by)
    return same(startAt[row]) && same(endAt[row])
  }
}
