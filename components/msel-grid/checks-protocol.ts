import type { Finding, Plan, PlanInject } from '@/lib/clashes/plan/rules'
import type { PlanEdit, Recheck } from '@/lib/clashes/rules'
import type { FieldValue, InjectField } from '@/lib/injects/rules'

/** What is typed into a field, as `readCell` understands it. */
export type TypedField = { injectId: string; field: InjectField; value: FieldValue }

/** To the worker that checks the plan. Injects come in parts, so that sending them holds up no key. */
export type ChecksQuestion =
  | { kind: 'begin'; plan: Plan }
  | { kind: 'injects'; injects: PlanInject[] }
  | { kind: 'open' }
  | { kind: 'edit'; edits: PlanEdit[]; own: string[] }
  | { kind: 'try'; ask: number; typed: TypedField }

/** `tried` is null where what is typed cannot be; `own`: which of the edits were made here. */
export type ChecksAnswer =
  | { kind: 'opened'; findings: Finding[] }
  | { kind: 'rechecked'; recheck: Recheck; own: string[] }
  | { kind: 'tried'; ask: number; recheck: Recheck | null }
