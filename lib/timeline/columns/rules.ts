import { type Audience, activityKinds } from '@/lib/schedule/kinds/rules'
import type { Instant } from '@/lib/time'

/** What stands on a timeline; the order is the code by which a kind travels, so new ones go to the end. */
export const itemKinds = ['phase', 'inject', 'shift', ...activityKinds, 'registration'] as const
export type ItemKind = (typeof itemKinds)[number]

const codes = new Map(itemKinds.map((kind, code) => [kind, code]))

/** What items are sorted into lanes by; an item names them by their place in these lists. */
export type Lists = {
  phases: { id: string; name: string }[]
  storylines: { id: string; number: number; name: string }[]
  controllers: { id: string; name: string }[]
  roles: { id: string; name: string }[]
  nations: { id: string; code: string; name: string }[]
  /** `swatch` and `letter` are shown only beside the name; `parent` and `nations` are places in the lists, -1 for none. */
  teams: {
    id: string
    name: string
    kind: string
    letter: string
    swatch: string
    parent: number
    nations: number[]
  }[]
  /** Experts and staff, under keys like `registration:…` and `account:…`; `nation` is -1 for staff. */
  people: { id: string; name: string; nation: number }[]
}

/** One thing with a time, as it is read. */
export type TimelineItem = {
  kind: ItemKind
  id: string
  /** A serial, or empty. */
  code: string
  label: string
  startAt: Instant
  /** The first instant after it; null for a moment without length. */
  endAt: Instant | null
  wholeDays: boolean
  /** Whether it has a time of its own: an inject that waits for others has not, and cannot be dragged. */
  pinned: boolean
  /** Whether the viewer may move it. */
  movable: boolean
  phaseId: string | null
  storylineId: string | null
  controllerId: string | null
  teamIds: readonly string[]
  roleIds: readonly string[]
  personIds: readonly string[]
  place: string
  /** Its beginning as it was planned, `D-28 09:00`; '' where the time follows from others. */
  moment: string
  /** The zone that it was meant in, where that is not home; else null. */
  timeZone: string | null
  /** Whom it is for, of what the schedule says that; else null. */
  audience: Audience | null
  /** People wanted at a shift or in a team, and how many there are. */
  places: number
  filled: number
  /** When it really began and ended. */
  beganAt: Instant | null
  endedAt: Instant | null
  /** Where it stands out among its kind: play, an opening, a closing. */
  tone: ItemTone | null
}

export type ItemTone = 'good' | 'bad' | 'quiet'

/** Whether people are wanted at it. */
const wantsPeople = (kind: ItemKind) => kind === 'shift' || kind === 'registration'

/** What a wait hangs on: `after` comes first. */
export type Link = { id: string; after: string }

/** The first line of an answer: all that the first picture needs. Every array has a place for each item, by start. */
export type Shapes = {
  /** Where the stream of changes goes on from. */
  cursor: string
  home: string
  startexAt: Instant
  endexAt: Instant
  lists: Lists
  kind: number[]
  /** Milliseconds after the start of the item before; the first one after 1970. */
  start: number[]
  /** Milliseconds; -1 for a moment without length. */
  length: number[]
  /** Bits: 1 whole days, 2 with a time of its own, 4 may be moved. */
  flags: number[]
  phase: number[]
  storyline: number[]
  controller: number[]
  /** Which of `sets`: places in a list, and many items share one. */
  teams: number[]
  roles: number[]
  people: number[]
  sets: number[][]
  /** Of shifts and teams: place of the item, people wanted, people there. */
  filled: [number, number, number][]
  /** Of what has happened: place of the item, began, ended. */
  happened: [number, Instant | null, Instant | null][]
  /** Place of an item that stands out, how. */
  tones: [number, ItemTone][]
  /** Place of an item, place of what it waits for. */
  links: [number, number][]
}

/** The second line: what is read, and what an item is addressed by. */
export type Words = {
  id: string[]
  code: string[]
  label: string[]
  /** Place of an item, and what few items have. */
  place: [number, string][]
  moment: [number, string][]
  timeZone: [number, string][]
  audience: [number, Audience][]
}

export const WHOLE_DAYS = 1
export const PINNED = 2
export const MOVABLE = 4

export type Frame = Pick<Shapes, 'cursor' | 'home' | 'startexAt' | 'endexAt' | 'lists'>

/** Items of any order as two lines of columns. References to what is in no list are left out. */
export function columnsOf(
  frame: Frame,
  items: readonly TimelineItem[],
  links: readonly Link[],
): { shapes: Shapes; words: Words } {
  const order = items.toSorted((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1))
  const { lists } = frame
  const [phase, storyline, controller] = [
    placeIn(lists.phases),
    placeIn(lists.storylines),
    placeIn(lists.controllers),
  ]
  const sets = new Sets()
  const [teams, roles, people] = [sets.of(lists.teams), sets.of(lists.roles), sets.of(lists.people)]
  const shapes: Shapes = {
    ...frame,
    kind: order.map(({ kind }) => codes.get(kind) ?? 0),
    start: distances(order),
    length: order.map(({ startAt, endAt }) => (endAt === null ? -1 : Math.max(0, endAt - startAt))),
    flags: order.map(
      ({ wholeDays, pinned, movable }) =>
        (wholeDays ? WHOLE_DAYS : 0) | (pinned ? PINNED : 0) | (movable ? MOVABLE : 0),
    ),
    phase: order.map(({ phaseId }) => phase(phaseId)),
    storyline: order.map(({ storylineId }) => storyline(storylineId)),
    controller: order.map(({ controllerId }) => controller(controllerId)),
    teams: order.map(({ teamIds }) => teams(teamIds)),
    roles: order.map(({ roleIds }) => roles(roleIds)),
    people: order.map(({ personIds }) => people(personIds)),
    sets: sets.all,
    filled: rare(order, ({ kind, places, filled }) => (wantsPeople(kind) ? { places, filled } : null)).map(
      ([index, { places, filled }]) => [index, places, filled],
    ),
    happened: rare(order, ({ beganAt, endedAt }) =>
      beganAt === null && endedAt === null ? null : { beganAt, endedAt },
    ).map(([index, { beganAt, endedAt }]) => [index, beganAt, endedAt]),
    tones: rare(order, ({ tone }) => tone),
    links: linksIn(order, links),
  }
  const words: Words = {
    id: order.map(({ id }) => id),
    code: order.map(({ code }) => code),
    label: order.map(({ label }) => label),
    place: rare(order, ({ place }) => place || null),
    moment: rare(order, ({ moment }) => moment || null),
    timeZone: rare(order, ({ timeZone }) => timeZone),
    audience: rare(order, ({ audience }) => audience),
  }
  return { shapes, words }
}

/** Each start as milliseconds after the one before. */
function distances(order: readonly TimelineItem[]): number[] {
  let before = 0
  return order.map(({ startAt }) => {
    const distance = startAt - before
    before = startAt
    return distance
  })
}

/** What few items have, with the place of each. */
function rare<Value>(
  order: readonly TimelineItem[],
  tell: (item: TimelineItem) => Value | null,
): [number, Value][] {
  const found: [number, Value][] = []
  for (const [index, item] of order.entries()) {
    const value = tell(item)
    if (value !== null) found.push([index, value])
  }
  return found
}

function linksIn(order: readonly TimelineItem[], links: readonly Link[]): Shapes['links'] {
  // Few items wait for others: a map of all thirty thousand would cost more than the rest of this.
  const linked = new Set(links.flatMap(({ id, after }) => [id, after]))
  const places = new Map<string, number>()
  for (const [index, { id }] of order.entries()) if (linked.has(id)) places.set(id, index)
  return links.flatMap(({ id, after }): Shapes['links'] => {
    const [to, from] = [places.get(id), places.get(after)]
    return to === undefined || from === undefined ? [] : [[to, from]]
  })
}

function placesOf(list: readonly { id: string }[]): Map<string, number> {
  return new Map(list.map(({ id }, index) => [id, index]))
}

/** Where something stands in a list; -1 for what does not. */
function placeIn(list: readonly { id: string }[]): (id: string | null) => number {
  const places = placesOf(list)
  return id => (id === null ? undefined : places.get(id)) ?? -1
}

/** Distinct sets of places; thousands of injects share a few recipients, and often the very same array of them. */
class Sets {
  readonly all: number[][] = []
  readonly #known = new Map<string, number>()

  /** Which set the things of a list are that ids name. */
  of(list: readonly { id: string }[]): (ids: readonly string[]) => number {
    const places = placesOf(list)
    const met = new Map<readonly string[], number>()
    return ids => {
      const before = met.get(ids)
      if (before !== undefined) return before
      const set = this.#add(ids.flatMap(id => places.get(id) ?? []))
      met.set(ids, set)
      return set
    }
  }

  #add(places: readonly number[]): number {
    const set = places.length < 2 ? places : [...new Set(places)].sort((a, b) => a - b)
    const key = set.join()
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.all.length)
    return this.all.push([...set]) - 1
  }
}

/** What may be told anew as a whole: phases with activities where any of them changes, shifts where many do. */
export type ItemGroup = 'plan' | 'shifts'

/** What is new since a cursor; `all` where that is too much to be told item by item: then everything is asked anew. */
export type TimelineChanges =
  | { cursor: string; all: true }
  | {
      cursor: string
      all: false
      frame: Omit<Frame, 'cursor'>
      /** Injects and shifts that changed, or follow from such; of each group in `groups` all, in place of what was known. */
      items: TimelineItem[]
      groups: ItemGroup[]
      /** Injects that have no time any more, and what is gone. */
      removed: string[]
      /** Of the items above, all that they wait for. */
      links: Link[]
    }

/** The items as columns to compute with: what is drawn thirty thousand times a frame is no object. */
export type Table = Omit<
  Shapes,
  'kind' | 'start' | 'length' | 'flags' | 'phase' | 'storyline' | 'controller' | 'teams' | 'roles' | 'people'
> & {
  count: number
  kind: Uint8Array
  /** Instants in ms. */
  startAt: Float64Array
  /** The first instant after it; equal to `startAt` for a moment without length. */
  endAt: Float64Array
  flags: Uint8Array
  phase: Int32Array
  storyline: Int32Array
  controller: Int32Array
  teams: Int32Array
  roles: Int32Array
  people: Int32Array
}

/** Columns as they came, to compute with. */
export function tableOf({ kind, start, length, flags, ...rest }: Shapes): Table {
  const startAt = new Float64Array(start.length)
  const endAt = new Float64Array(start.length)
  let at = 0
  for (const [index, after] of start.entries()) {
    at += after
    startAt[index] = at
    endAt[index] = at + Math.max(0, length[index] ?? 0)
  }
  const { phase, storyline, controller, teams, roles, people } = rest
  return {
    ...rest,
    count: start.length,
    kind: Uint8Array.from(kind),
    startAt,
    endAt,
    flags: Uint8Array.from(flags),
    phase: Int32Array.from(phase),
    storyline: Int32Array.from(storyline),
    controller: Int32Array.from(controller),
    teams: Int32Array.from(teams),
    roles: Int32Array.from(roles),
    people: Int32Array.from(people),
  }
}
