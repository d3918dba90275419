import type { Instant } from '@/lib/time'
import { type Limits, settle, type Window } from '@/lib/timeline/axis/rules'
import { type ItemKind, itemKinds } from '@/lib/timeline/columns/rules'
import { type Grouping, groupings } from '@/lib/timeline/lanes/rules'
import { civil, DAY, dayNumber, HOUR, MINUTE } from '@/lib/timeline/wall/rules'

export type ZoneChoice = 'home' | 'viewer' | 'zulu'
type View = 'chart' | 'table'

/** Where somebody stands on a timeline: all of it is in the address, so that a link shows another the same. */
export type Position = {
  /** Null for the whole plan, which grows with it. */
  window: Window | null
  zone: ZoneChoice
  view: View
  lanes: Grouping
  /** Lanes whose fold somebody has changed. */
  turned: readonly string[]
  /** What is shown; null for everything. */
  kinds: readonly ItemKind[] | null
  /** The item whose details are open. */
  item: string | null
}

/** The search parameters as Next gives them to a page. */
export type Parameters = Record<string, string | readonly string[] | undefined>

const ZONES: readonly ZoneChoice[] = ['home', 'viewer', 'zulu']
const VIEWS: readonly View[] = ['chart', 'table']
/** More than these and an address would be cut by mail programs. */
const MOST_TURNED = 20

const pad = (value: number, length = 2) => String(value).padStart(length, '0')

/** `2027-04-20T06:00Z`, to the minute. */
export function instantText(at: Instant): string {
  const minutes = Math.round(at / MINUTE)
  const number = Math.floor((minutes * MINUTE) / DAY)
  const { year, month, day } = civil(number)
  const inDay = minutes - (number * DAY) / MINUTE
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}Z`
}

/** The instant of such a text, or null for anything else (a date that no calendar has included). */
export function instantFrom(text: string): Instant | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)Z$/.exec(text)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number)
  const at = dayNumber(year, month, day) * DAY + hour * HOUR + minute * MINUTE
  return instantText(at) === text ? at : null
}

function oneOf<T extends string>(
  allowed: readonly [T, ...T[]] | readonly T[],
  value: unknown,
  otherwise: T,
): T {
  return allowed.find(one => one === value) ?? otherwise
}

function kindsIn(text: string): ItemKind[] | null {
  const named = text.split('.')
  const kinds = itemKinds.filter(kind => named.includes(kind))
  return kinds.length === 0 || kinds.length === itemKinds.length ? null : kinds
}

/** Reads a position out of search parameters. What is missing or makes no sense is the default. */
export function positionFrom(parameters: Parameters): Position {
  const text = (name: string) => {
    const value = parameters[name]
    return typeof value === 'string' ? value : ''
  }
  const from = instantFrom(text('from'))
  const to = instantFrom(text('to'))
  return {
    window: from !== null && to !== null && from < to ? { from, to } : null,
    zone: oneOf(ZONES, parameters.zone, 'home'),
    view: oneOf(VIEWS, parameters.view, 'chart'),
    lanes: oneOf(groupings, parameters.lanes, 'kind'),
    turned: text('turned')
      .split('.')
      .filter(id => /^[\w:-]{1,120}$/.test(id))
      .slice(0, MOST_TURNED),
    kinds: kindsIn(text('kinds')),
    item: /^[a-z]+:[\w-]{1,64}$/.test(text('item')) ? text('item') : null,
  }
}

/** The search parameters of a position, `?` included, those of others kept; defaults are left out. */
export function searchOf(position: Position, others: string): string {
  const search = new URLSearchParams(others)
  const put = (name: string, value: string | null) =>
    value === null ? search.delete(name) : search.set(name, value)
  put('from', position.window && instantText(position.window.from))
  put('to', position.window && instantText(position.window.to))
  put('zone', position.zone === 'home' ? null : position.zone)
  put('view', position.view === 'chart' ? null : position.view)
  put('lanes', position.lanes === 'kind' ? null : position.lanes)
  put('turned', position.turned.slice(-MOST_TURNED).join('.') || null)
  put('kinds', position.kinds?.join('.') ?? null)
  put('item', position.item)
  // Colons are lawful in a query and an address is read aloud and pasted into mails.
  const text = search.toString().replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}

/** The window that a position asks for, within the limits; the whole plan where it asks for none. */
export function windowOf(position: Position, all: Window, limits: Limits): Window {
  return position.window ? settle(position.window, limits) : all
}
