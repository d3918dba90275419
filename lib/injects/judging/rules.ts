import { z } from 'zod'
import type { ErrorParams } from '@/lib/errors'
import type { GraphIndex, LogicNode } from '@/lib/logic/graph/rules'
import { type LogicProblem, ownTimeProblem, waitsProblem } from '@/lib/logic/moves/rules'
import { isWaitNotation, parseWaits, printPath } from '@/lib/logic/notation/rules'
import { exerciseSecondsOf } from '@/lib/logic/times/rules'
import type { StartexFrame } from '@/lib/time'
import { formatOffset } from '@/lib/time-format'
import { parseDuration } from '@/lib/time-parse'
import { readMoment } from '@/lib/time-typed'
import type { Instant } from '@/lib/time-zones'
import { columnValueSchema, valueSchemas } from '../fields/schema'
import {
  type BuiltInField,
  columnOf,
  type FieldValue,
  type InjectField,
  type InjectRow,
  partyOf,
  type SayingTimes,
  type WaitRow,
} from '../rules'

export type MselColumn = {
  id: string
  kind: 'text' | 'number' | 'choice' | 'choices' | 'date' | 'yes_no' | 'person' | 'team' | 'url'
  choices: readonly string[]
}

/** What an edit may name: ids of this exercise, by the field that takes them, and what times are read with. */
export type Known = SayingTimes & {
  frame: StartexFrame
  now: Instant
  has: (kind: Reference, id: string) => boolean
  storylineOf: (incidentId: string) => string | undefined
  column: (id: string) => MselColumn | undefined
  injectOf: (serial: string) => string | undefined
  gateNumbered: (number: number) => string | undefined
  /** all that waits for each other; only needed where times are edited */
  graph: GraphIndex
}

export type Reference =
  | 'storyline'
  | 'mode'
  | 'phase'
  | 'member'
  | 'kind'
  | 'objective'
  | 'team'
  | 'role'
  | 'person'
  | 'persona'

type Refused = { ok: false; reason: string; params?: ErrorParams }
/** `any`: one of these is enough, which takes a gate of their own that has yet to be made; else null. */
export type Judged = { ok: true; row: InjectRow; any: WaitRow[] | null } | Refused

const refused = (reason: string, params?: ErrorParams): Refused => ({
  ok: false,
  reason,
  ...(params ? { params } : {}),
})

/** The inject as this edit would leave it, or why it cannot. */
export function judgeEdit(row: InjectRow, field: InjectField, value: FieldValue, known: Known): Judged {
  const columnId = columnOf(field)
  if (columnId !== null) return judgeColumn(row, columnId, value, known)
  if (!isBuiltIn(field)) return refused('not_found')
  const parsed = valueSchemas[field].safeParse(value)
  if (!parsed.success) return refused(wordOf(parsed.error.issues[0]?.message))
  const read = parsed.data
  if (field === 'start') return judgeStart(row, String(read), known)
  if (field === 'waits') return judgeWaits(row, String(read), known)
  if (field === 'duration') return judgeDuration(row, String(read), known)
  if (field === 'scenarioAt') return judgeScenarioAt(row, String(read), known)
  const missing = missingIn(field, read, known)
  if (missing) return missing
  const next: InjectRow = { ...row, [field]: read }
  if (field === 'storylineId' && known.storylineOf(row.incidentId ?? '') !== next.storylineId)
    next.incidentId = null
  if (field === 'incidentId' && next.incidentId !== null)
    next.storylineId = known.storylineOf(next.incidentId) ?? row.storylineId
  if ((next.scoreLeast ?? -Infinity) > (next.scoreMost ?? Infinity)) return refused('score_range')
  return { ok: true, row: next, any: null }
}

const isBuiltIn = (field: InjectField): field is BuiltInField => field in valueSchemas

/** A schema's own literal; zod's own words would mean nothing to anybody. */
const wordOf = (message = '') => (/^[a-z][a-z0-9_]*$/.test(message) ? message : 'invalid')

const namedBy: Partial<Record<BuiltInField, Reference>> = {
  storylineId: 'storyline',
  deliveryModeId: 'mode',
  phaseId: 'phase',
  controllerId: 'member',
  reviewerId: 'member',
  keptToKindId: 'kind',
}

/** An id that names nothing of this exercise. */
function missingIn(field: BuiltInField, value: FieldValue, known: Known): Refused | null {
  const gone = refused('not_found')
  if (field === 'incidentId')
    return typeof value === 'string' && known.storylineOf(value) === undefined ? gone : null
  if (field === 'from' || field === 'to' || field === 'objectives') {
    const named = Array.isArray(value) ? value : []
    const refs = named.map(ref =>
      field === 'objectives' ? { kind: 'objective' as const, id: ref } : partyOf(ref),
    )
    return refs.every(ref => ref !== null && known.has(ref.kind, ref.id)) ? null : gone
  }
  const kind = namedBy[field]
  return kind !== undefined && typeof value === 'string' && !known.has(kind, value) ? gone : null
}

function judgeDuration(row: InjectRow, text: string, known: Known): Judged {
  if (text === '') return judgeTimed({ ...row, durationSeconds: null }, known)
  const parsed = parseDuration(text)
  if (!parsed.ok) return refused(parsed.problem)
  if (parsed.seconds < 0 || parsed.seconds > 366 * 86_400) return refused('out_of_range')
  return judgeTimed({ ...row, durationSeconds: parsed.seconds }, known)
}

function judgeScenarioAt(row: InjectRow, text: string, { frame, now, scenarioZone }: Known): Judged {
  if (text === '') return { ok: true, row: { ...row, scenarioAt: null }, any: null }
  const read = readMoment({ text, choice: null }, { frame, timeZone: scenarioZone, now })
  if (!read.ok) return refused(read.reason)
  if (read.moment.anchor !== 'fixed') return refused('scenario_time_fixed')
  return { ok: true, row: { ...row, scenarioAt: read.moment.at }, any: null }
}

function judgeStart(row: InjectRow, text: string, known: Known): Judged {
  // Cleared, a pinned inject follows what it waits for again; cleared once more, it waits for nothing.
  if (text === '')
    return { ok: true, row: { ...row, moment: null, waits: row.moment ? row.waits : [] }, any: null }
  if (isWaitNotation(text)) return judgeWaits({ ...row, moment: null }, text, known)
  const read = readMoment({ text, choice: null }, { ...known, timeZone: known.timeZone })
  if (!read.ok) return refused(read.reason)
  if (read.moment.anchor === 'dday' && read.moment.minute === null) return refused('time_of_day_needed')
  return judgeTimed({ ...row, moment: read.moment }, known)
}

/** What it waits for, beside a time of its own where it has one: that must not come before. */
function judgeWaits(row: InjectRow, text: string, known: Known): Judged {
  if (text === '') return { ok: true, row: { ...row, waits: [] }, any: null }
  const parsed = parseWaits(text)
  if (!parsed.ok) return refused(parsed.problem)
  const waits: WaitRow[] = []
  for (const { after, condition, delay } of parsed.waits) {
    const afterInjectId = 'serial' in after ? (known.injectOf(after.serial) ?? null) : null
    const afterGateId = 'gate' in after ? (known.gateNumbered(after.gate) ?? null) : null
    if (afterInjectId === null && afterGateId === null)
      return refused('wait_unknown', { name: 'serial' in after ? after.serial : `gate ${after.gate}` })
    if (afterInjectId === row.id) return refused('logic_circle', { path: `${row.serial} → ${row.serial}` })
    waits.push({ afterInjectId, afterGateId, condition, delaySeconds: delay })
  }
  waits.sort(inOrder)
  const several = parsed.mode === 'any' && waits.length > 1
  const node = nodeOf({ ...row, waits }, known.frame)
  const problem =
    waitsProblem(known.graph, node) ?? tooEarly(several ? { ...node, kind: 'any' } : node, known)
  if (problem) return refusedBy(problem, known)
  return several ? { ok: true, row, any: waits } : { ok: true, row: { ...row, waits }, any: null }
}

/** As the database gives them back: equal waits must look equal. */
function inOrder(a: WaitRow, b: WaitRow): number {
  const key = ({ afterInjectId, afterGateId, condition }: WaitRow) =>
    `${afterInjectId ?? '~'} ${afterGateId ?? '~'} ${condition}`
  return key(a) < key(b) ? -1 : 1
}

/** A length or a time of its own, against what it waits for. */
function judgeTimed(next: InjectRow, known: Known): Judged {
  const problem = tooEarly(nodeOf(next, known.frame), known)
  return problem ? refusedBy(problem, known) : { ok: true, row: next, any: null }
}

const tooEarly = (node: LogicNode, { graph }: Known): LogicProblem | null =>
  node.start !== null && node.waits.length > 0 ? ownTimeProblem(graph, node) : null

function refusedBy(problem: LogicProblem, known: Known): Refused {
  const floor = problem.reason === 'logic_too_early' ? { floor: formatOffset(problem.floor) } : {}
  return refused(problem.reason, { path: pathText(problem.path, known), ...floor })
}

const pathText = (path: readonly string[], { serialOf, gateOf }: Known) =>
  printPath(path, id => serialOf(id) ?? `gate ${gateOf(id) ?? ''}`)

/** An inject as the logic sees it. */
export function nodeOf(
  row: Pick<InjectRow, 'id' | 'moment' | 'waits' | 'durationSeconds'>,
  frame: StartexFrame,
): LogicNode {
  return {
    id: row.id,
    kind: 'inject',
    start: row.moment ? exerciseSecondsOf(row.moment, frame) : null,
    duration: row.durationSeconds,
    waits: row.waits.map(({ afterInjectId, afterGateId, condition, delaySeconds }) => ({
      after: afterInjectId ?? afterGateId ?? '',
      condition,
      delay: delaySeconds,
    })),
  }
}

function judgeColumn(row: InjectRow, columnId: string, value: FieldValue, known: Known): Judged {
  const column = known.column(columnId)
  if (!column) return refused('not_found')
  const parsed = columnValueSchema.safeParse(value ?? '')
  if (!parsed.success) return refused(wordOf(parsed.error.issues[0]?.message))
  const problem = parsed.data === '' ? null : columnProblem(column, parsed.data, known)
  if (problem) return refused(problem)
  const { [columnId]: _, ...others } = row.values
  const values = parsed.data === '' ? others : { ...others, [columnId]: parsed.data }
  return { ok: true, row: { ...row, values }, any: null }
}

/** Why a column of that kind cannot hold a text. */
function columnProblem(
  { kind, choices }: MselColumn,
  text: string,
  known: Pick<Known, 'has'>,
): string | null {
  switch (kind) {
    case 'number':
      return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(text) ? null : 'not_a_number'
    case 'yes_no':
      return text === 'yes' || text === 'no' ? null : 'invalid'
    case 'date':
      return dateProblem(text)
    case 'choice':
      return choices.includes(text) ? null : 'not_a_choice'
    case 'choices':
      return text.split('\n').every(line => choices.includes(line)) ? null : 'not_a_choice'
    case 'team':
    case 'person':
      return known.has(kind, text) ? null : 'not_found'
    case 'url':
      return /^https?:\/\//i.test(text) && URL.canParse(text) ? null : 'not_a_link'
    default:
      return null
  }
}

function dateProblem(text: string): string | null {
  return z.iso.date().safeParse(text).success ? null : 'not_a_date'
}
