import { itemKinds, type Table } from '@/lib/timeline/columns/rules'

/** What lanes may be made by; `kind` is the plan as a planner thinks of it: phases, then each kind of thing. */
export const groupings = [
  'kind',
  'phase',
  'team',
  'nation',
  'storyline',
  'controller',
  'role',
  'person',
] as const
export type Grouping = (typeof groupings)[number]

/** What a lane is named by; `group` is a kind of team, `none` what is in no other lane. */
type LaneOf = Grouping | 'group' | 'none'

export type Lane = {
  /** Stays when the data change: `team:` and the team's id. */
  id: string
  of: LaneOf
  /** Place in the list of that name, or the code of a kind of item. */
  at: number
  depth: number
  /** Place of the lane around it, -1 for none. */
  parent: number
  /** Whether it has lanes within. */
  folds: boolean
  /** Whether it is folded until somebody opens it. */
  folded: boolean
  /** Places in the table, by start: its own. */
  items: Int32Array
  /** Its own and those of all lanes within, each once. */
  whole: Int32Array
}

type Put = (lane: number) => void
type Visit = (item: number, put: Put) => void
const NONE = new Int32Array(0)
const PHASE = itemKinds.indexOf('phase')
const REGISTRATION = itemKinds.indexOf('registration')

/** Items into `count` lanes, in the order given, each at most once in each; two passes, so that no list ever grows. */
function split(items: Int32Array, count: number, visit: Visit): Int32Array[] {
  const sizes = new Int32Array(count)
  const last = new Int32Array(count).fill(-1)
  const each = (found: (item: number, lane: number) => void) => {
    last.fill(-1)
    for (const item of items)
      visit(item, lane => {
        if (lane < 0 || lane >= count || last[lane] === item) return
        last[lane] = item
        found(item, lane)
      })
  }
  each((_, lane) => {
    sizes[lane] = (sizes[lane] ?? 0) + 1
  })
  const lanes = Array.from(sizes, size => new Int32Array(size))
  const filled = new Int32Array(count)
  each((item, lane) => {
    const at = filled[lane] ?? 0
    const there = lanes[lane]
    if (there) there[at] = item
    filled[lane] = at + 1
  })
  return lanes
}

/** Two ascending lists as one without repetition. */
export function union(a: Int32Array, b: Int32Array): Int32Array {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const all = new Int32Array(a.length + b.length)
  let [i, j, size] = [0, 0, 0]
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Number.POSITIVE_INFINITY
    const right = b[j] ?? Number.POSITIVE_INFINITY
    all[size++] = Math.min(left, right)
    if (left <= right) i++
    if (right <= left) j++
  }
  return all.subarray(0, size)
}

type Draft = Pick<Lane, 'id' | 'of' | 'at' | 'items'> & { folded?: boolean; within?: Draft[] }

/** Drafts as lanes in the order in which they are read; what has nothing in it, and nothing within, is left out. */
function flatten(drafts: readonly Draft[]): Lane[] {
  const lanes: Lane[] = []
  const add = (
    { within = [], folded = false, ...draft }: Draft,
    depth: number,
    parent: number,
  ): Lane | null => {
    const place = lanes.length
    const lane: Lane = { ...draft, depth, parent, folds: false, folded: false, whole: draft.items }
    lanes.push(lane)
    for (const inner of within) {
      const added = add(inner, depth + 1, place)
      if (added) lane.whole = union(lane.whole, added.whole)
    }
    if (lane.whole.length === 0) {
      lanes.length = place
      return null
    }
    lane.folds = lanes.length > place + 1
    lane.folded = folded && lane.folds
    return lane
  }
  for (const draft of drafts) add(draft, 0, -1)
  return lanes
}

/** The lanes in the order in which they are drawn and read; cheap enough for each change of the data. */
export function lanesOf(table: Table, by: Grouping, shown: Int32Array = everything(table)): Lane[] {
  const [phases, others] = parted(shown, item => table.kind[item] === PHASE)
  const top: Draft = { id: 'kind:phase', of: 'kind', at: PHASE, items: phases }
  if (by === 'kind') return flatten([top, ...kindLanes(table, others)])
  if (by === 'phase') return flatten(phaseLanes(table, shown))
  const drafts = { team: teamLanes, nation: nationLanes }[by === 'team' || by === 'nation' ? by : 'team']
  const within = by === 'team' || by === 'nation' ? drafts(table, others) : listLanes(table, others, by)
  const placed = new Uint8Array(table.count)
  for (const lane of flatten(within)) for (const item of lane.whole) placed[item] = 1
  const [, none] = parted(others, item => placed[item] === 1)
  return flatten([top, ...within, { id: 'none', of: 'none', at: 0, items: none }])
}

export function everything(table: Table): Int32Array {
  return Int32Array.from({ length: table.count }, (_, item) => item)
}

function parted(items: Int32Array, is: (item: number) => boolean): [Int32Array, Int32Array] {
  return [items.filter(is), items.filter(item => !is(item))]
}

function kindLanes(table: Table, items: Int32Array, prefix = ''): Draft[] {
  const there = split(items, itemKinds.length, (item, put) => put(table.kind[item] ?? -1))
  return there.map((own, kind): Draft => {
    const lane = { id: `${prefix}kind:${itemKinds[kind]}`, of: 'kind' as const, at: kind }
    if (kind !== REGISTRATION) return { ...lane, items: own }
    // Every team registers at the same time: side by side, a line each, they are compared.
    const { teams } = table.lists
    const inTeam = split(own, teams.length, (item, put) => setOf(table, table.teams[item]).forEach(put))
    const within = teams.map(({ id }, at): Draft => {
      return { id: `${lane.id}:team:${id}`, of: 'team', at, items: inTeam[at] ?? NONE }
    })
    return { ...lane, items: own.filter(item => setOf(table, table.teams[item]).length === 0), within }
  })
}

function phaseLanes(table: Table, shown: Int32Array): Draft[] {
  const { phases } = table.lists
  const inPhase = split(shown, phases.length + 1, (item, put) => {
    const phase = table.phase[item] ?? -1
    put(phase < 0 ? phases.length : phase)
  })
  return inPhase.map((items, at): Draft => {
    const phase = phases[at]
    if (!phase) return { id: 'none', of: 'none', at: 0, items: NONE, within: kindLanes(table, items) }
    const [bar, others] = parted(items, item => table.kind[item] === PHASE)
    const id = `phase:${phase.id}`
    return { id, of: 'phase', at, items: bar, within: kindLanes(table, others, `${id}:`) }
  })
}

const setOf = (table: Table, set: number | undefined) => table.sets[set ?? -1] ?? []

function listLanes(
  table: Table,
  items: Int32Array,
  by: 'storyline' | 'controller' | 'role' | 'person' | 'team' | 'nation',
): Draft[] {
  const { storylines, controllers, roles, people } = table.lists
  if (by === 'storyline' || by === 'controller') {
    const list = by === 'storyline' ? storylines : controllers
    const column = table[by]
    const there = split(items, list.length, (item, put) => put(column[item] ?? -1))
    return list.map(({ id }, at) => ({ id: `${by}:${id}`, of: by, at, items: there[at] ?? NONE }))
  }
  const of = by === 'role' ? 'role' : 'person'
  const [list, column] = of === 'role' ? [roles, table.roles] : [people, table.people]
  const there = split(items, list.length, (item, put) => setOf(table, column[item]).forEach(put))
  return list.map(({ id }, at) => ({ id: `${of}:${id}`, of, at, items: there[at] ?? NONE }))
}

/** Kinds of team, in them teams under their parents, in each the roles that watch for it. */
function teamLanes(table: Table, items: Int32Array): Draft[] {
  const { teams, roles } = table.lists
  const inTeam = split(items, teams.length, (item, put) => setOf(table, table.teams[item]).forEach(put))
  const draftOf = (at: number): Draft => {
    const [own = NONE, id = ''] = [inTeam[at], teams[at]?.id]
    const byRole = split(own, roles.length, (item, put) => setOf(table, table.roles[item]).forEach(put))
    const roled = roles.map(
      (role, place): Draft => ({
        id: `team:${id}:role:${role.id}`,
        of: 'role',
        at: place,
        items: byRole[place] ?? NONE,
      }),
    )
    const unroled = own.filter(item => setOf(table, table.roles[item]).length === 0)
    const under = teams.flatMap((team, place) => (team.parent === at && place !== at ? [draftOf(place)] : []))
    return { id: `team:${id}`, of: 'team', at, items: unroled, within: [...roled, ...under], folded: true }
  }
  const groups = grouped(teams, ({ kind }) => kind)
  return [...groups].map(([kind, places]) => ({
    id: `group:${kind}`,
    of: 'group' as const,
    at: places[0] ?? 0,
    items: NONE,
    within: places.filter(at => (teams[at]?.parent ?? -1) < 0).map(draftOf),
  }))
}

/** Nations with what their teams get and do, in each its people. */
function nationLanes(table: Table, items: Int32Array): Draft[] {
  const { nations, teams, people } = table.lists
  const inNation = split(items, nations.length, (item, put) => {
    for (const team of setOf(table, table.teams[item])) teams[team]?.nations.forEach(put)
  })
  const ofPerson = split(items, people.length, (item, put) => setOf(table, table.people[item]).forEach(put))
  const peopleOf = grouped(people, ({ nation }) => nation)
  return nations.map(({ id }, at) => ({
    id: `nation:${id}`,
    of: 'nation' as const,
    at,
    items: inNation[at] ?? NONE,
    folded: true,
    within: (peopleOf.get(at) ?? []).map(place => ({
      id: `nation:${id}:person:${people[place]?.id}`,
      of: 'person' as const,
      at: place,
      items: ofPerson[place] ?? NONE,
    })),
  }))
}

/** Places of a list by a key, both in the order of the list. */
function grouped<T, Key>(list: readonly T[], keyOf: (one: T) => Key): Map<Key, number[]> {
  const groups = new Map<Key, number[]>()
  for (const [place, one] of list.entries()) {
    const group = groups.get(keyOf(one))
    if (group) group.push(place)
    else groups.set(keyOf(one), [place])
  }
  return groups
}

/** The lanes that are seen: none within one that is folded. `turned` are those whose fold somebody has changed. */
export function openLanes(lanes: readonly Lane[], turned: ReadonlySet<string>): OpenLane[] {
  const hidden = new Set<number>()
  return lanes.flatMap((lane, place): OpenLane[] => {
    const folded = lane.folds && lane.folded !== turned.has(lane.id)
    if (hidden.has(lane.parent)) {
      hidden.add(place)
      return []
    }
    if (folded) hidden.add(place)
    return [{ lane, folded, drawn: folded ? lane.whole : lane.items }]
  })
}

export type OpenLane = { lane: Lane; folded: boolean; drawn: Int32Array }
