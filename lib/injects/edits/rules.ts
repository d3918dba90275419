import type { ErrorParams } from '@/lib/errors'
import { judgeEdit, type Known, nodeOf } from '../judging/rules'
import {
  type FieldValue,
  fieldValue,
  type InjectField,
  type InjectRow,
  isTime,
  reopens,
  sameValue,
  type WaitRow,
} from '../rules'

export type Edit = { injectId: string; field: InjectField; seen: FieldValue; value: FieldValue }

/** An edit that did not happen, and why; where somebody else was quicker, what stands there now. */
export type RefusedEdit = {
  injectId: string
  field: InjectField
  reason: string
  params?: ErrorParams
  theirs?: FieldValue
}

export type JudgedEdits = {
  /** how each inject is left, those that stay as they are included */
  rows: Map<string, InjectRow>
  applied: { injectId: string; field: InjectField }[]
  refused: RefusedEdit[]
  /** injects that are to wait for one of several: each needs a gate of its own */
  gates: Map<string, WaitRow[]>
}

/**
 * Each edit by itself, in order, on what those before it left: what is sound happens, whatever becomes of the others.
 * What was approved goes back to review with a change of substance, unless it is `editorial`.
 */
export function judgeEdits(
  rows: readonly InjectRow[],
  edits: readonly Edit[],
  known: Known,
  editorial: boolean,
): JudgedEdits {
  const judged: JudgedEdits = {
    rows: new Map(rows.map(row => [row.id, row])),
    applied: [],
    refused: [],
    gates: new Map(),
  }
  for (const { injectId, field, seen, value } of edits) {
    const row = judged.rows.get(injectId)
    const at = { injectId, field }
    if (!row) {
      judged.refused.push({ ...at, reason: 'not_found' })
      continue
    }
    const now = fieldValue(row, field, known)
    if (!sameValue(now, seen) && !sameValue(now, value)) {
      judged.refused.push({ ...at, reason: 'changed_meanwhile', theirs: now })
      continue
    }
    const outcome = judgeEdit(row, field, value, known)
    if (!outcome.ok) {
      const { reason, params } = outcome
      judged.refused.push({ ...at, reason, ...(params ? { params } : {}) })
      continue
    }
    const next = outcome.row
    if (!editorial && reopens(row.state, field) && !sameValue(now, fieldValue(next, field, known))) {
      next.state = 'review'
      next.stateReason = null
    }
    judged.rows.set(injectId, next)
    judged.applied.push(at)
    if (field === 'start' || field === 'waits') {
      judged.gates.delete(injectId)
      if (outcome.any) judged.gates.set(injectId, outcome.any)
    }
    const waits = judged.gates.get(injectId) ?? next.waits
    if (isTime(field)) known.graph.put(nodeOf({ ...next, waits }, known.frame))
  }
  return judged
}
