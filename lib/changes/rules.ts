/** A field of a change as the database recorded it; field `*` is a whole row made (no `from`) or removed (no `to`). */
export type RecordedField = { table: string; row: string; field: string; from: unknown; to: unknown }

export type ChangeKind = 'made' | 'removed' | 'edited'

export function changeKind({ field, from }: RecordedField): ChangeKind {
  if (field !== '*') return 'edited'
  return from === null ? 'made' : 'removed'
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Every row that a change speaks of: its own, and those that its values name. */
export function idsIn(fields: readonly RecordedField[]): string[] {
  const found = fields.flatMap(({ row, field, from, to }) => [
    ...row.split('/'),
    ...(field === '*' ? [...referencesIn(from), ...referencesIn(to)] : [from, to]),
  ])
  return [...new Set(found.filter(value => typeof value === 'string').filter(value => uuid.test(value)))]
}

function referencesIn(image: unknown): unknown[] {
  if (!isImage(image)) return []
  return Object.entries(image).flatMap(([column, value]) => (/Id$/.test(column) ? [value] : []))
}

function isImage(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a row that is gone was called, from its own last image. */
export function nameInImage(image: unknown): string | null {
  if (!isImage(image)) return null
  const text = (column: string) => {
    const value = image[column]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const person = [text('givenName'), text('familyName')].filter(part => part !== null).join(' ')
  return text('title') ?? text('wording') ?? (person === '' ? (text('name') ?? text('email')) : person)
}

/** The rows that stand in for one that has no name of its own: a seat is a role in a team. */
const namedBy: Record<string, readonly string[]> = {
  Seat: ['teamId', 'roleId'],
  Quota: ['participationId', 'roleId', 'siteId'],
  TeamNation: ['teamId', 'participationId'],
  ParticipationGate: ['participationId'],
  Participation: ['partnerId'],
  Accession: ['partnerId'],
  DoubleVerdict: ['registrationId', 'otherId'],
  Membership: ['accountId', 'participationId'],
  Invitation: ['participationId'],
  RegistrationLink: ['registrationId'],
  ActivityPlaces: ['activityId', 'partnerId'],
  SignUpLink: ['activityId', 'partnerId'],
  InjectParty: ['injectId', 'teamId', 'roleId', 'registrationId', 'personaId'],
  InjectObjective: ['injectId', 'objectiveId'],
  InjectValue: ['injectId', 'columnId'],
  Wait: ['injectId', 'afterInjectId'],
  Attachment: ['injectId'],
  CatalogueVersion: ['entryId'],
}

/** What tells the plot: only whoever writes the scenario reads its history. */
export const scenarioTables = [
  ...['Scenario', 'ScenarioMark', 'Storyline', 'Incident', 'DeliveryMode', 'Persona', 'Objective'],
  ...[
    'Inject',
    'InjectParty',
    'InjectObjective',
    'MselColumn',
    'MselView',
    'InjectValue',
    'LogicGate',
    'Wait',
    'Baseline',
    'Attachment',
    'CatalogueEntry',
    'CatalogueVersion',
  ],
]

/** The ids whose names, in this order, say which row it is. */
export function namingIds({ table, row, from, to, field }: RecordedField): string[] {
  const image = field === '*' ? (to ?? from) : null
  const others = isImage(image) ? (namedBy[table] ?? []).map(column => image[column]) : []
  const known = others.filter(value => typeof value === 'string')
  return known.length > 0 ? known : row.split('/')
}

/** The fields as whoever may not see people's needs reads them: that something changed there, once a person, no more. */
export function masked<Field extends RecordedField & { changeId: string; total: number }>(
  fields: readonly Field[],
): Field[] {
  const seen = new Set<string>()
  const hidden = new Map<string, number>()
  const kept = fields.flatMap(field => {
    if (field.table === 'DeletionRequest') return [{ ...field, from: null, to: null }]
    if (field.table !== 'RegistrationNeeds') return [field]
    const key = `${field.changeId} ${field.row}`
    if (seen.has(key)) {
      hidden.set(field.changeId, (hidden.get(field.changeId) ?? 0) + 1)
      return []
    }
    seen.add(key)
    return [{ ...field, field: 'needs', from: null, to: null }]
  })
  return kept.map(field => ({ ...field, total: field.total - (hidden.get(field.changeId) ?? 0) }))
}

export type ValueKind = 'reference' | 'instant' | 'date' | 'day' | 'minute' | 'offset' | 'seconds' | 'plain'

/** How a column's value is to be read; the name of a column says what it holds. */
export function valueKind(field: string): ValueKind {
  if (/Id$/.test(field)) return 'reference'
  if (/At$/.test(field)) return 'instant'
  if (/On$/.test(field)) return 'date'
  if (/Day$/.test(field)) return 'day'
  if (/Minute$/.test(field)) return 'minute'
  if (/Offset$/.test(field)) return 'offset'
  return /Seconds$/.test(field) ? 'seconds' : 'plain'
}

/** The page that an address asks for, from 1; whatever cannot be one is the first. */
export function pageNumber(asked: string | string[] | undefined): number {
  const page = Number([asked].flat()[0])
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1
}

/**
 * Fields of one change as people read them: rows of one table that were made or removed together, and the edited
 * fields of one row together, in the order in which they came.
 */
export function grouped<Field extends { table: string; row: string; kind: ChangeKind }>(
  fields: readonly Field[],
): Field[][] {
  const groups = new Map<string, Field[]>()
  for (const field of fields) {
    const key = `${field.table} ${field.kind === 'edited' ? field.row : field.kind}`
    groups.set(key, [...(groups.get(key) ?? []), field])
  }
  return [...groups.values()]
}
