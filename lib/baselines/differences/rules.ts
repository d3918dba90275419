import { bySerial } from '@/lib/injects/order/rules'
import type { Moment } from '@/lib/time'
import { type Image, type Rows, tableOf } from '../rewind/rules'

type DifferenceKind = 'added' | 'removed' | 'changed'
export type FieldDifference = { field: string; from: unknown; to: unknown }

/** What is different in one inject, with all that hangs on it; fields only where it was there both times. */
export type InjectDifference = {
  id: string
  serial: string
  title: string
  kind: DifferenceKind
  fields: FieldDifference[]
}

/** The same for a row of the lists round the injects: storylines, objectives, columns. */
export type ListDifference = {
  table: string
  row: string
  name: string
  kind: DifferenceKind
  fields: FieldDifference[]
}

export type WaitInWords = {
  afterInjectId: string | null
  afterGateId: string | null
  condition: string
  delaySeconds: number
}

export type FileInWords = { name: string; size: number; sha256: string }

const plainFields = [
  ...['kind', 'title', 'text', 'storylineId', 'incidentId', 'deliveryModeId'],
  ...['durationSeconds', 'scenarioAt', 'phaseId', 'controllerId', 'reviewerId', 'trigger', 'expectedAction'],
  ...['measure', 'scoreLeast', 'scoreMost', 'notes', 'tlp', 'releasableTo', 'keptToKindId'],
  ...['techniques', 'cves', 'cwes', 'state', 'stateReason'],
]
const childTables = new Set(['InjectParty', 'InjectObjective', 'InjectValue', 'Wait', 'Attachment'])

/** Columns that are nobody's decision. */
const silent = new Set([
  'id',
  'exerciseId',
  'version',
  'nextInject',
  'nextIncident',
  'nextStoryline',
  'nextGate',
])

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const number = (value: unknown): number => (typeof value === 'number' ? value : 0)
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** How injects differ between two moments, by serial. Both sides hold the whole of every inject that one of them names. */
export function injectDifferences(before: Rows, after: Rows): InjectDifference[] {
  const [past, present] = [viewsOf(before), viewsOf(after)]
  const found = [...new Set([...past.keys(), ...present.keys()])].flatMap((id): InjectDifference[] => {
    const [from, to] = [past.get(id), present.get(id)]
    const { serial, title } = to ?? from ?? { serial: '', title: '' }
    if (!from) return [{ id, serial, title, kind: 'added', fields: [] }]
    if (!to) return [{ id, serial, title, kind: 'removed', fields: [] }]
    const fields = fieldDifferences(from.fields, to.fields)
    return fields.length === 0 ? [] : [{ id, serial, title, kind: 'changed', fields }]
  })
  return found.sort((a, b) => bySerial(a.serial, b.serial))
}

/** How the lists differ, table by table. */
export function listDifferences(before: Rows, after: Rows): ListDifference[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter(key => isListed(key, before, after))
  return keys.toSorted().flatMap((key): ListDifference[] => {
    const [from, to] = [before.get(key), after.get(key)]
    const table = tableOf(key)
    const row = key.slice(table.length + 1)
    const name = nameOf(to ?? from ?? {})
    if (!from || !to) return [{ table, row, name, kind: from ? 'removed' : 'added', fields: [] }]
    const fields = fieldDifferences(from, to).filter(({ field }) => !silent.has(field))
    return fields.length === 0 ? [] : [{ table, row, name, kind: 'changed', fields }]
  })
}

function isListed(key: string, before: Rows, after: Rows): boolean {
  const table = tableOf(key)
  if (table === 'Inject') return false
  const image = after.get(key) ?? before.get(key)
  return !childTables.has(table) || (table === 'Wait' && idOf(image?.injectId) === null)
}

function nameOf(image: Image): string {
  return [image.number, image.title ?? image.name].filter(part => part !== undefined && part !== '').join(' ')
}

function fieldDifferences(from: Image, to: Image): FieldDifference[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap(field =>
    same(from[field], to[field]) ? [] : [{ field, from: from[field] ?? null, to: to[field] ?? null }],
  )
}

type View = { serial: string; title: string; fields: Record<string, unknown> }

/** Each inject with its parties, objectives, values and waits as fields of its own, in the order in which they are read. */
function viewsOf(rows: Rows): Map<string, View> {
  const views = new Map<string, View>()
  const children = new Map<string, Image[]>()
  for (const [key, image] of rows) {
    const table = tableOf(key)
    const owner = table === 'Inject' ? null : childTables.has(table) ? idOf(image.injectId) : null
    if (owner !== null) {
      const kept = children.get(`${owner} ${table}`)
      if (kept) kept.push(image)
      else children.set(`${owner} ${table}`, [image])
    }
  }
  for (const [key, image] of rows) {
    if (tableOf(key) !== 'Inject') continue
    const id = text(image.id)
    const of = (table: string) => children.get(`${id} ${table}`) ?? []
    views.set(id, { serial: text(image.serial), title: text(image.title), fields: fieldsOf(image, of) })
  }
  return views
}

function fieldsOf(image: Image, of: (table: string) => Image[]): Record<string, unknown> {
  const parties = of('InjectParty').toSorted((a, b) => number(a.position) - number(b.position))
  const side = (which: string) => parties.filter(party => party.side === which).map(partyOf)
  const values = of('InjectValue').map(({ columnId, value, teamId, registrationId }) => [
    `column:${text(columnId)}`,
    value ?? teamId ?? registrationId,
  ])
  const objectives = of('InjectObjective').map(({ objectiveId }) => text(objectiveId))
  return {
    ...Object.fromEntries(plainFields.map(field => [field, image[field]])),
    start: momentIn(image),
    ...{ from: side('from'), to: side('to'), objectives: objectives.toSorted() },
    waits: of('Wait')
      .map(waitOf)
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    files: of('Attachment')
      .map(fileOf)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ...Object.fromEntries(values),
  }
}

/** What tells a file from another of the same name. */
const fileOf = ({ name, size, sha256 }: Image): FileInWords => ({
  ...{ name: text(name), size: number(size), sha256: text(sha256) },
})

const partyOf = ({ teamId, roleId, registrationId, personaId }: Image): string =>
  text(teamId ?? roleId ?? registrationId ?? personaId)

function waitOf(image: Image): WaitInWords {
  return {
    afterInjectId: idOf(image.afterInjectId),
    afterGateId: idOf(image.afterGateId),
    condition: text(image.condition),
    delaySeconds: number(image.delaySeconds),
  }
}

function momentIn(image: Image): Moment | null {
  const { startAnchor, startAt, startDay, startMinute, startOffset, startTimeZone } = image
  const timeZone = text(startTimeZone)
  if (startAnchor === 'fixed') return { anchor: 'fixed', at: Date.parse(text(startAt)), timeZone }
  if (startAnchor === 'ttime') return { anchor: 'ttime', offset: number(startOffset) }
  const minute = typeof startMinute === 'number' ? startMinute : null
  return startAnchor === 'dday' ? { anchor: 'dday', day: number(startDay), minute, timeZone } : null
}
