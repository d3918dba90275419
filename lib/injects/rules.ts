import type { WaitCondition } from '@/lib/logic/graph/rules'
import { printWaits, type TypedWaits } from '@/lib/logic/notation/rules'
import type { Moment } from '@/lib/time'
import { formatDuration, formatMoment } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'

export const injectKinds = [
  'inject',
  'contingency',
  'expected_action',
  'information',
  'administrative',
] as const
type InjectKind = (typeof injectKinds)[number]

export const injectStates = ['draft', 'review', 'approved', 'synchronised'] as const
export type InjectState = (typeof injectStates)[number]

export const tlpLabels = ['red', 'amber_strict', 'amber', 'green', 'clear'] as const
type TlpLabel = (typeof tlpLabels)[number]

/** Who sends or receives: `team:<id>`, `role:<id>`, `person:<registration>`, `persona:<id>`. */
export type PartyRef = string

/** What an inject or a gate waits for; exactly one of the two ids. `delaySeconds` is not negative. */
export type WaitRow = {
  afterInjectId: string | null
  afterGateId: string | null
  condition: WaitCondition
  delaySeconds: number
}

/** An inject with all that belongs to it, as the editor holds it. */
export type InjectRow = {
  id: string
  serial: string
  version: number
  kind: InjectKind
  title: string
  text: string
  storylineId: string | null
  incidentId: string | null
  deliveryModeId: string | null
  /** its own time; without one it follows from what it waits for, or has none */
  moment: Moment | null
  waits: WaitRow[]
  durationSeconds: number | null
  scenarioAt: Instant | null
  phaseId: string | null
  controllerId: string | null
  reviewerId: string | null
  trigger: string
  expectedAction: string
  measure: string
  scoreLeast: number | null
  scoreMost: number | null
  notes: string
  tlp: TlpLabel | null
  releasableTo: string
  keptToKindId: string | null
  techniques: string[]
  cves: string[]
  cwes: string[]
  state: InjectState
  stateReason: string | null
  from: PartyRef[]
  to: PartyRef[]
  objectives: string[]
  /** by the column's id; a team or a person by id, several choices on lines of their own */
  values: Record<string, string>
}

/** What can be edited; the columns of an exercise's own are called by their ids. */
export const injectFields = [
  ...(['kind', 'title', 'text', 'storylineId', 'incidentId', 'deliveryModeId', 'start'] as const),
  ...([
    'waits',
    'duration',
    'scenarioAt',
    'phaseId',
    'controllerId',
    'reviewerId',
    'trigger',
    'expectedAction',
    'measure',
  ] as const),
  ...(['scoreLeast', 'scoreMost', 'notes', 'tlp', 'releasableTo', 'keptToKindId'] as const),
  ...(['techniques', 'cves', 'cwes', 'from', 'to', 'objectives'] as const),
] as const
export type BuiltInField = (typeof injectFields)[number]
export type InjectField = BuiltInField | `column:${string}`

export type FieldValue = string | number | null | string[]

/** In which words times are said: zones, and what the injects and gates that are waited for are called. */
export type SayingTimes = {
  timeZone: string
  scenarioZone: string
  serialOf: (injectId: string) => string | undefined
  gateOf: (gateId: string) => number | undefined
}

const columnOf = (field: string): string | null => (field.startsWith('column:') ? field.slice(7) : null)

/**
 * What a field of an inject holds, as it is sent when it is edited and compared with what somebody saw: times and
 * lengths as they are typed (`D+2 09:30`, `after 3.12 + 20 min`, `1 h`), empty for none.
 */
export function fieldValue(row: InjectRow, field: InjectField, saying: SayingTimes): FieldValue {
  const column = columnOf(field)
  if (column !== null) return row.values[column] ?? ''
  if (field === 'start')
    return row.moment ? formatMoment(row.moment, saying.timeZone) : waitsText(row, saying)
  if (field === 'waits') return waitsText(row, saying)
  if (field === 'duration') return row.durationSeconds === null ? '' : plainDuration(row.durationSeconds)
  if (field === 'scenarioAt') return scenarioText(row.scenarioAt, saying.scenarioZone)
  return isPlain(field) ? row[field] : ''
}

/** The column of an exercise's own that a field names, else null. */
export { columnOf }

type PlainField = Exclude<BuiltInField, 'start' | 'waits' | 'duration' | 'scenarioAt'>
const isPlain = (field: InjectField): field is PlainField =>
  field !== 'waits' && injectFields.some(known => known === field)

const plainDuration = (seconds: number) => formatDuration(seconds, 'en').replaceAll('\u00a0', ' ')

function scenarioText(at: Instant | null, timeZone: string): string {
  return at === null ? '' : formatMoment({ anchor: 'fixed', at, timeZone }, timeZone)
}

/** What an inject waits for, as it is typed; empty for nothing. */
function waitsText({ waits }: Pick<InjectRow, 'waits'>, { serialOf, gateOf }: SayingTimes): string {
  const named: TypedWaits['waits'] = []
  for (const { afterInjectId, afterGateId, condition, delaySeconds: delay } of waits) {
    const serial = afterInjectId === null ? undefined : serialOf(afterInjectId)
    const gate = afterGateId === null ? undefined : gateOf(afterGateId)
    if (serial !== undefined) named.push({ after: { serial }, condition, delay })
    else if (gate !== undefined) named.push({ after: { gate }, condition, delay })
  }
  return printWaits({ mode: 'all', waits: named })
}

/** Whether two values of one field are the same to a person: order counts in lists, as from whom to whom does. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

const refPattern = /^(team|role|person|persona):([0-9a-f-]{36})$/

/** A reference taken apart; null for what is none. */
export function partyOf(ref: PartyRef): { kind: 'team' | 'role' | 'person' | 'persona'; id: string } | null {
  const found = refPattern.exec(ref)
  const [kind, id] = [found?.[1], found?.[2]]
  if (id === undefined) return null
  return kind === 'team' || kind === 'role' || kind === 'person' || kind === 'persona' ? { kind, id } : null
}

/** The fields on which times of others hang: who changes one does so alone. */
export const isTime = (field: InjectField): boolean =>
  field === 'start' || field === 'waits' || field === 'duration'

/** The fields whose change leaves what was approved as it was: how it is kept, not what is played. */
const bookkeeping: readonly string[] = ['notes', 'reviewerId']

/** After this change an inject that was approved has to be looked at again. */
export function reopens(state: InjectState, field: InjectField): boolean {
  return (state === 'approved' || state === 'synchronised') && !bookkeeping.includes(field)
}
