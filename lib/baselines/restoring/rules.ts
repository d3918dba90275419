import { type Image, keyOf, type Rows, tableOf } from '../rewind/rules'

/** What is written to make rows what they were, in an order that no foreign key and no unique name refuses. */
export type Step =
  | { deed: 'remove' | 'insert'; table: string; images: Image[] }
  | { deed: 'update'; table: string; images: Image[]; columns: string[] }

/** What cannot come back since something that it names is gone by now. */
type LeftOut = { table: string; injectId: string | null; column: string }

export type Plan = { steps: Step[]; leftOut: LeftOut[]; problem: null | 'kept_kind_gone'; rows: number }

const columnsOfKey: Record<string, readonly string[]> = {
  InjectObjective: ['injectId', 'objectiveId'],
  InjectValue: ['injectId', 'columnId'],
  Scenario: ['exerciseId'],
}
export const keyColumns = (table: string): readonly string[] => columnsOfKey[table] ?? ['id']

/** Tables that others point to, in the order in which their rows are made. */
const parents = ['Storyline', 'Incident', 'DeliveryMode', 'Persona', 'Objective', 'MselColumn', 'LogicGate']
/** Rows that are removed and made again rather than changed: nothing points to them, and nothing can collide. */
const children = ['InjectParty', 'InjectObjective', 'InjectValue', 'Wait', 'ScenarioMark']
const uniqueColumns: Record<string, string> = {
  ...{ Storyline: 'name', Incident: 'name', DeliveryMode: 'name', Persona: 'name' },
  ...{ Objective: 'number', MselColumn: 'name' },
}

/** Where a row points, and what becomes of it when what it names is gone. */
type Reference = { column: string; gone: 'empty' | 'skip' | 'refuse' }
const pointing = (gone: Reference['gone'], ...columns: string[]) => columns.map(column => ({ column, gone }))
const references: Record<string, Reference[]> = {
  Inject: [
    // What was red's must not come back for everybody to read.
    ...pointing('refuse', 'keptToKindId'),
    ...pointing('empty', 'storylineId', 'incidentId', 'deliveryModeId', 'phaseId', 'controllerId'),
    ...pointing('empty', 'reviewerId', 'createdById', 'catalogueVersionId'),
  ],
  InjectParty: pointing('skip', 'teamId', 'roleId', 'registrationId', 'personaId'),
  InjectObjective: pointing('skip', 'objectiveId'),
  InjectValue: pointing('skip', 'columnId', 'teamId', 'registrationId'),
  Wait: pointing('skip', 'injectId', 'gateId', 'afterInjectId', 'afterGateId'),
}

/** Ids that the rows to be written name: whoever plans asks the database which of them there still are. */
export function namedIds(rows: Rows): string[] {
  const found = new Set<string>()
  for (const [key, image] of rows)
    for (const { column } of references[tableOf(key)] ?? []) {
      const id = image[column]
      if (typeof id === 'string') found.add(id)
    }
  return [...found]
}

/** Columns that count up by themselves, or say nothing of the plan. */
const kept = new Set(['version', 'nextInject', 'nextIncident', 'nextStoryline', 'nextGate'])

/** From the rows as they are to the rows as they shall be; `living`: ids that there are beside those that come back. */
export function restorePlan(current: Rows, wanted: Rows, living: ReadonlySet<string>): Plan {
  const coming = new Set([...living, ...[...wanted.values()].map(({ id }) => String(id))])
  const { target, leftOut, problem } = whatCanBe(wanted, current, coming)
  // What is in a file is kept by nobody once the file is gone.
  for (const [key, image] of wanted)
    if (tableOf(key) === 'Attachment' && !current.has(key))
      leftOut.push({ table: 'Attachment', injectId: String(image.injectId), column: 'content' })
  const of = (rows: Rows, table: string) => [...rows].filter(([key]) => tableOf(key) === table)
  const gone = (table: string) =>
    of(current, table).flatMap(([key, image]) => (target.has(key) ? [] : [image]))
  const fresh = (table: string) =>
    of(target, table).flatMap(([key, image]) => (current.has(key) ? [] : [raised(image)]))
  const changed = (table: string) =>
    of(target, table).flatMap(([key, image]) => {
      const columns = changedColumns(current.get(key), image)
      return columns.length === 0 ? [] : [{ key, image, columns }]
    })
  const redone = (table: string) => changed(table).map(({ key, image }) => ({ now: current.get(key), image }))
  const remove = (table: string, images: Image[]): Step => ({ deed: 'remove', table, images })
  const insert = (table: string, images: Image[]): Step => ({ deed: 'insert', table, images })
  const steps: Step[] = [
    ...children.map(table =>
      remove(table, [...gone(table), ...redone(table).flatMap(({ now }) => (now ? [now] : []))]),
    ),
    remove('Inject', gone('Inject')),
    ...parents.flatMap(table => asides(table, of(current, table), of(target, table))),
    ...parents.flatMap(table => levels(fresh(table)).map(images => insert(table, images))),
    ...parents.flatMap(table => updates(table, changed(table))),
    insert('Inject', fresh('Inject')),
    ...updates('Inject', changed('Inject')),
    ...parents.toReversed().flatMap(table =>
      levels(gone(table))
        .toReversed()
        .map(images => remove(table, images)),
    ),
    ...children.map(table =>
      insert(table, [...fresh(table), ...redone(table).map(({ image }) => raised(image))]),
    ),
    ...updates('Scenario', changed('Scenario')),
  ].filter(({ images }) => images.length > 0)
  return { steps, leftOut, problem, rows: steps.reduce((sum, { images }) => sum + images.length, 0) }
}

/** The wanted rows without what they can no longer point to. */
function whatCanBe(wanted: Rows, current: Rows, living: ReadonlySet<string>) {
  const target = new Map<string, Image>()
  const leftOut: LeftOut[] = []
  let problem: Plan['problem'] = null
  for (const [key, image] of wanted) {
    const table = tableOf(key)
    const missing = (references[table] ?? []).filter(({ column }) => {
      const id = image[column]
      return typeof id === 'string' && !living.has(id)
    })
    const injectId = String((table === 'Inject' ? image.id : image.injectId) ?? '') || null
    // What is gone for everybody is no loss of this step.
    for (const { column } of missing.filter(({ column }) => current.get(key)?.[column] !== image[column]))
      if (column !== 'createdById' && column !== 'catalogueVersionId')
        leftOut.push({ table, injectId, column })
    if (missing.some(({ gone }) => gone === 'refuse')) problem = 'kept_kind_gone'
    if (missing.some(({ gone }) => gone === 'skip')) continue
    const empty = Object.fromEntries(missing.map(({ column }) => [column, null]))
    const incident = 'storylineId' in empty ? { incidentId: null } : {}
    target.set(key, missing.length === 0 ? image : { ...image, ...empty, ...incident })
  }
  return { target, leftOut, problem }
}

function changedColumns(from: Image | undefined, to: Image): string[] {
  if (!from) return []
  return Object.keys(to).filter(
    column =>
      !kept.has(column) && JSON.stringify(from[column] ?? null) !== JSON.stringify(to[column] ?? null),
  )
}

type Changed = { image: Image; columns: string[] }

/** One statement for all rows of which the same columns change. */
function updates(table: string, changed: Changed[]): Step[] {
  const groups = new Map<string, Changed[]>()
  for (const one of changed) {
    const key = one.columns.toSorted().join()
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map(group => ({
    deed: 'update',
    table,
    images: group.map(({ image }) => image),
    columns: group[0]?.columns ?? [],
  }))
}

/** Who holds a name now that another row wants back goes aside: names may have been swapped. */
function asides(table: string, current: [string, Image][], target: [string, Image][]): Step[] {
  const column = uniqueColumns[table]
  if (column === undefined) return []
  const scope = (image: Image) => `${table === 'Incident' ? image.storylineId : ''} ${image[column]}`
  const wantedBy = new Map(target.map(([key, image]) => [scope(image), key]))
  const inTheWay = current.filter(([key, image]) => (wantedBy.get(scope(image)) ?? key) !== key)
  const images = inTheWay.map(([, image]) => ({ ...image, [column]: `~${String(image.id).slice(-12)}` }))
  return images.length === 0 ? [] : [{ deed: 'update', table, images, columns: [column] }]
}

/** Rows by their depth in their own tree, the highest first. */
function levels(images: Image[]): Image[][] {
  const byId = new Map(images.map(image => [image.id, image]))
  const depth = (image: Image): number => {
    const parent = byId.get(image.parentId)
    return parent ? depth(parent) + 1 : 0
  }
  const found: Image[][] = []
  for (const image of images) {
    const level = depth(image)
    found[level] = [...(found[level] ?? []), image]
  }
  return found
}

/** Whoever has the row open from before it went must not save over it unnoticed. */
function raised(image: Image): Image {
  return typeof image.version === 'number' ? { ...image, version: image.version + 1 } : image
}

/** One inject and what hangs on it, of many rows. */
export function ofInject(rows: Rows, injectId: string): Map<string, Image> {
  return new Map(
    [...rows].filter(([key, image]) =>
      key === keyOf({ table: 'Inject', row: injectId }) ? true : image.injectId === injectId,
    ),
  )
}

/** What was approved is to be reviewed again where somebody else brings it back. */
export function withState(image: Image): Image {
  const approved = image.state === 'approved' || image.state === 'synchronised'
  return approved ? { ...image, state: 'review', stateReason: null } : image
}

/** The rows without those waits that would go in a circle with these (what waits for what today), and how many those are. */
export function withoutCircles(
  rows: Rows,
  waits: readonly { on: string; after: string }[],
): { rows: Map<string, Image>; circles: number } {
  const before = new Map<string, string[]>()
  const join = (on: string, after: string) => before.set(on, [...(before.get(on) ?? []), after])
  for (const { on, after } of waits) join(on, after)
  const waitsFor = (from: string, wanted: string): boolean => {
    const seen = new Set([from])
    for (const id of seen) {
      if (id === wanted) return true
      for (const next of before.get(id) ?? []) seen.add(next)
    }
    return false
  }
  const kept = new Map<string, Image>()
  for (const [key, image] of rows) {
    if (tableOf(key) === 'Wait') {
      const on = String(image.injectId ?? image.gateId)
      const after = String(image.afterInjectId ?? image.afterGateId)
      if (waitsFor(after, on)) continue
      join(on, after)
    }
    kept.set(key, image)
  }
  return { rows: kept, circles: rows.size - kept.size }
}
