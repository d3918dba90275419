import { type GraphIndex, graphOf, type LogicNode } from '@/lib/logic/graph/rules'
import type { Moment, StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import type { Edit } from '../edits/rules'
import { type Known, type MselColumn, nodeOf, type Reference } from '../judging/rules'
import { type FieldValue, fieldValue, type InjectRow, partyOf, type WaitRow } from '../rules'

/** What the database says of the ids that an edit names: see `lib/inject-ids.ts`. */
type Found = {
  found: readonly { kind: Reference | 'incident'; id: string; of: string | null }[]
  columns: readonly MselColumn[]
}

type Logic = {
  injects: readonly { id: string; serial: string; durationSeconds: number | null; moment: Moment | null }[]
  gates: readonly { id: string; number: number; kind: 'all' | 'any' | 'manual' }[]
  waits: readonly (WaitRow & { injectId: string | null; gateId: string | null })[]
}

type Plan = { frame: StartexFrame; scenarioZone: string; now: Instant }

/** Everything that edits are judged by. Without `logic` (no edit of a time among them) times are not read. */
export function knownFrom({ found, columns }: Found, logic: Logic, plan: Plan): Known {
  const ids = new Set(found.map(({ kind, id }) => `${kind} ${id}`))
  const incidents = new Map(
    found.flatMap(({ kind, id, of }) => (kind === 'incident' && of !== null ? [[id, of] as const] : [])),
  )
  const serials = new Map(logic.injects.map(({ id, serial }) => [id, serial]))
  const bySerial = new Map(logic.injects.map(({ id, serial }) => [serial.toLowerCase(), id]))
  const gates = new Map(logic.gates.map(({ id, number }) => [id, number]))
  const byNumber = new Map(logic.gates.map(({ id, number }) => [number, id]))
  const own = new Map(columns.map(column => [column.id, column]))
  return {
    ...plan,
    timeZone: plan.frame.timeZone,
    has: (kind, id) => ids.has(`${kind} ${id}`),
    storylineOf: id => incidents.get(id),
    column: id => own.get(id),
    serialOf: id => serials.get(id),
    gateOf: id => gates.get(id),
    injectOf: serial => bySerial.get(serial.toLowerCase()),
    gateNumbered: number => byNumber.get(number),
    graph: graphFrom(logic, plan.frame),
  }
}

/** All injects and gates as the logic sees them. */
export function graphFrom({ injects, gates, waits }: Logic, frame: StartexFrame): GraphIndex {
  const behind = new Map<string, WaitRow[]>()
  for (const wait of waits) {
    const who = wait.injectId ?? wait.gateId ?? ''
    behind.set(who, [...(behind.get(who) ?? []), wait])
  }
  const waitsOf = (id: string) => behind.get(id) ?? []
  return graphOf([
    ...injects.map(inject => nodeOf({ ...inject, waits: waitsOf(inject.id) }, frame)),
    ...gates.map(
      ({ id, kind }): LogicNode => ({
        ...nodeOf({ id, moment: null, durationSeconds: null, waits: waitsOf(id) }, frame),
        kind,
      }),
    ),
  ])
}

/** Every id that these edits and injects speak of, to be looked up at once. */
export function idsNamedIn(
  rows: readonly Pick<InjectRow, 'incidentId'>[],
  values: readonly { value: FieldValue }[],
): string[] {
  const texts = values.flatMap(({ value }) =>
    typeof value === 'string' ? [value] : Array.isArray(value) ? value : [],
  )
  const named = [...rows.map(({ incidentId }) => incidentId ?? ''), ...texts]
  return [...new Set(named.map(text => partyOf(text)?.id ?? text))].filter(isUuid)
}

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** An inject of which nothing has been said yet. */
export function emptyInject(
  id: string,
  serial: string,
  place: { storylineId: string | null; incidentId: string | null },
): InjectRow {
  return {
    ...{ id, serial, version: 1, kind: 'inject', title: '', text: '', ...place, deliveryModeId: null },
    ...{ moment: null, waits: [], durationSeconds: null, scenarioAt: null, phaseId: null },
    ...{ controllerId: null, reviewerId: null, trigger: '', expectedAction: '', measure: '' },
    ...{ scoreLeast: null, scoreMost: null, notes: '', tlp: null, releasableTo: '', keptToKindId: null },
    ...{ techniques: [], cves: [], cwes: [], state: 'draft', stateReason: null },
    ...{ from: [], to: [], objectives: [], values: {} },
  }
}

/** What is said of new injects, as edits of what nobody has seen yet. */
export function unseen(
  rows: readonly InjectRow[],
  said: readonly Pick<Edit, 'injectId' | 'field' | 'value'>[],
): Edit[] {
  const rowOf = new Map(rows.map(row => [row.id, row]))
  const nothing = { timeZone: 'UTC', scenarioZone: 'UTC', serialOf: () => undefined, gateOf: () => undefined }
  return said.flatMap(edit => {
    const row = rowOf.get(edit.injectId)
    return row ? [{ ...edit, seen: fieldValue(row, edit.field, nothing) }] : []
  })
}

/** Another of the same, to begin with: nobody has agreed to it yet. */
export function duplicateOf(row: InjectRow, id: string, serial: string): InjectRow {
  return { ...row, id, serial, version: 1, state: 'draft', stateReason: null }
}
