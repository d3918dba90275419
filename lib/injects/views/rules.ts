import { folded } from '../cells/rules'
import { type InjectRow, injectKinds, injectStates, tlpLabels } from '../rules'

/** By what rows stand together. An inject for several teams or objectives stands with the first. */
export const groupings = ['storyline', 'phase', 'team', 'controller', 'objective'] as const
export type Grouping = (typeof groupings)[number]

export const sorts = ['serial', 'time', 'title', 'state'] as const
export type Sort = (typeof sorts)[number]

/** What a list is narrowed by; each takes ids or words of the model, any of which is enough. */
export const filterKeys = [
  ...(['storyline', 'kind', 'state', 'team', 'controller', 'objective', 'mode', 'phase', 'tlp'] as const),
] as const
export type FilterKey = (typeof filterKeys)[number]

export const onlys = ['untimed', 'conflicts', 'findings'] as const

export type View = {
  /** words, all of which stand in the serial, the title or the text */
  q: string
  filters: Partial<Record<FilterKey, readonly string[]>>
  /** only what has no time, only what others contradict, or only what a check found something about */
  only: (typeof onlys)[number] | null
  sort: Sort
  descending: boolean
  group: Grouping | null
}

export const plainView: View = {
  q: '',
  filters: {},
  only: null,
  sort: 'time',
  descending: false,
  group: null,
}

/** Stands for "none" in a filter: injects without a storyline, for instance. */
export const noneId = 'none'

const enums: Partial<Record<FilterKey, readonly string[]>> = {
  kind: injectKinds,
  state: injectStates,
  tlp: tlpLabels,
}
const isOf = <T extends string>(all: readonly T[], text: string | null): text is T =>
  all.some(one => one === text)

/** A view as the address says it. What is not understood is left out, as an old address may name what is gone. */
export function readView(query: URLSearchParams): View {
  const filters: Partial<Record<FilterKey, readonly string[]>> = {}
  for (const key of filterKeys) {
    const known = enums[key]
    const values = (query.get(key) ?? '').split(',').filter(one => one !== '')
    const kept = known ? values.filter(one => one === noneId || known.includes(one)) : values
    if (kept.length > 0) filters[key] = kept.slice(0, 50)
  }
  const sort = query.get('sort')
  const by = sort?.replace(/^-/, '') ?? null
  const group = query.get('group')
  const only = query.get('only')
  return {
    q: (query.get('q') ?? '').slice(0, 200),
    filters,
    only: isOf(onlys, only) ? only : null,
    sort: isOf(sorts, by) ? by : plainView.sort,
    descending: sort?.startsWith('-') ?? false,
    group: isOf(groupings, group) ? group : null,
  }
}

/** The same in an address, without what is usual: empty for the plain view. */
export function printView(view: View): string {
  const query = new URLSearchParams()
  if (view.q.trim() !== '') query.set('q', view.q.trim())
  for (const key of filterKeys) {
    const values = view.filters[key]
    if (values && values.length > 0) query.set(key, values.join(','))
  }
  if (view.only) query.set('only', view.only)
  if (view.sort !== plainView.sort || view.descending)
    query.set('sort', `${view.descending ? '-' : ''}${view.sort}`)
  if (view.group) query.set('group', view.group)
  // Commas part the values and need no escaping in a query.
  return query.toString().replaceAll('%2C', ',')
}

/** Whether a view leaves anything out. */
export const isNarrowed = ({ q, filters, only }: View): boolean =>
  q.trim() !== '' || only !== null || Object.keys(filters).length > 0

/** What the order of rows takes from elsewhere: when each is (epoch ms), and what contradicts itself. */
export type Looks = {
  timeOf: (row: InjectRow) => number | null
  conflicting: (row: InjectRow) => boolean
  /** whether a check found something; true while nobody has looked */
  found: (row: InjectRow) => boolean
  /** the ids of a list in its own order, for groups */
  order: Record<Grouping, readonly string[]>
}

export type Group = { key: string; ids: readonly string[] }

/** The ids of all rows in the order of a view. */
export function ordered(
  rows: Iterable<InjectRow>,
  view: Pick<View, 'sort' | 'descending'>,
  looks: Looks,
): string[] {
  return [...rows].sort(comparing(view, looks)).map(({ id }) => id)
}

/**
 * What a view shows of an order, in one group of no name where it has none. The order is given, since a row that is
 * written in stays where it is until somebody sorts again.
 */
export function arrange(
  order: Iterable<string>,
  rowOf: (id: string) => InjectRow | undefined,
  view: View,
  looks: Looks,
): Group[] {
  const words = folded(view.q).split(' ').filter(Boolean)
  const groups = new Map<string, string[]>(view.group === null ? [['', []]] : [])
  for (const id of order) {
    const row = rowOf(id)
    if (!row || !isKept(row, view, words, looks)) continue
    const key = view.group === null ? '' : (groupOf(row, view.group) ?? noneId)
    const ids = groups.get(key)
    if (ids) ids.push(id)
    else groups.set(key, [id])
  }
  const listed = view.group === null ? [] : looks.order[view.group]
  const place = new Map(listed.map((id, at) => [id, at]))
  const placeOf = (key: string) => place.get(key) ?? (key === noneId ? Infinity : Number.MAX_SAFE_INTEGER)
  return [...groups].map(([key, ids]) => ({ key, ids })).sort((a, b) => placeOf(a.key) - placeOf(b.key))
}

/** An order that knows these rows too: new ones behind the one they were made from, else at the end; gone ones go. */
export function placedIn(
  order: readonly string[],
  ids: ReadonlySet<string>,
  behind: ReadonlyMap<string, string>,
): readonly string[] {
  const known = new Set(order)
  const fresh = [...ids].filter(id => !known.has(id))
  if (fresh.length === 0 && order.every(id => ids.has(id))) return order
  const followers = new Map<string, string[]>()
  const loose: string[] = []
  for (const id of fresh) {
    const before = behind.get(id)
    if (before === undefined) loose.push(id)
    else followers.set(before, [...(followers.get(before) ?? []), id])
  }
  const placed: string[] = []
  const put = (id: string) => {
    if (ids.has(id)) placed.push(id)
    const next = followers.get(id) ?? []
    followers.delete(id)
    for (const one of next) put(one)
  }
  for (const id of [...order, ...loose]) put(id)
  for (const left of followers.values()) placed.push(...left)
  return placed
}

/** The id of the group that a row stands in; null where it is in none. */
function groupOf(row: InjectRow, by: Grouping): string | null {
  switch (by) {
    case 'storyline':
      return row.storylineId
    case 'phase':
      return row.phaseId
    case 'controller':
      return row.controllerId
    case 'objective':
      return row.objectives[0] ?? null
    case 'team':
      return teamsOf(row.to)[0] ?? null
  }
}

const teamsOf = (refs: readonly string[]) =>
  refs.flatMap(ref => (ref.startsWith('team:') ? [ref.slice('team:'.length)] : []))

const idsOf: Record<FilterKey, (row: InjectRow) => readonly (string | null)[]> = {
  storyline: row => [row.storylineId],
  kind: row => [row.kind],
  state: row => [row.state],
  team: row => teamsOf([...row.from, ...row.to]),
  controller: row => [row.controllerId],
  objective: row => row.objectives,
  mode: row => [row.deliveryModeId],
  phase: row => [row.phaseId],
  tlp: row => [row.tlp],
}

function isKept(row: InjectRow, { filters, only }: View, words: readonly string[], looks: Looks): boolean {
  for (const key of filterKeys) {
    const wanted = filters[key]
    if (!wanted) continue
    const ids = idsOf[key](row).filter(id => id !== null)
    const found = ids.length === 0 ? wanted.includes(noneId) : ids.some(id => wanted.includes(id))
    if (!found) return false
  }
  if (only === 'untimed' && looks.timeOf(row) !== null) return false
  if (only === 'conflicts' && !looks.conflicting(row)) return false
  if (only === 'findings' && !looks.found(row)) return false
  if (words.length === 0) return true
  const text = searched(row)
  return words.every(word => text.includes(word))
}

/** Rows are never changed in place, so what was made of one holds as long as it does. */
const searchTexts = new WeakMap<InjectRow, string>()
function searched(row: InjectRow): string {
  const known = searchTexts.get(row)
  if (known !== undefined) return known
  const codes = [...row.techniques, ...row.cves, ...row.cwes].join(' ')
  const text = folded(`${row.serial} ${row.title} ${row.text} ${codes}`)
  searchTexts.set(row, text)
  return text
}

/** `3.12` after `3.2`. */
const serialKeys = new Map<string, string>()
function serialKey(serial: string): string {
  const known = serialKeys.get(serial)
  if (known !== undefined) return known
  const key = serial.toLowerCase().replace(/\d+/g, figures => figures.padStart(9, '0'))
  serialKeys.set(serial, key)
  return key
}

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)

/** What has no time comes last, whichever way; equals keep the order of their serials. */
function comparing(
  { sort, descending }: Pick<View, 'sort' | 'descending'>,
  { timeOf }: Looks,
): (a: InjectRow, b: InjectRow) => number {
  const way = descending ? -1 : 1
  const bySerial = (a: InjectRow, b: InjectRow) => compare(serialKey(a.serial), serialKey(b.serial))
  const by: Record<Sort, (a: InjectRow, b: InjectRow) => number> = {
    serial: (a, b) => way * bySerial(a, b),
    title: (a, b) => way * compare(folded(a.title), folded(b.title)),
    state: (a, b) => way * (injectStates.indexOf(a.state) - injectStates.indexOf(b.state)),
    time: (a, b) => {
      const [at, bt] = [timeOf(a), timeOf(b)]
      if (at === null || bt === null) return Number(at === null) - Number(bt === null)
      return way * compare(at, bt)
    },
  }
  return (a, b) => by[sort](a, b) || bySerial(a, b)
}
