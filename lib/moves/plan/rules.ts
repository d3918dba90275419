import type { ExerciseStatus } from '@/lib/exercises/schema'
import type { InjectState } from '@/lib/injects/rules'
import type { WaitCondition } from '@/lib/logic/graph/rules'
import type { Gate } from '@/lib/schedule/kinds/rules'
import { resolveActivity, resolvePhase } from '@/lib/schedule/rules'
import { type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import { runningClock } from '@/lib/time-clock'
import type { Instant } from '@/lib/time-zones'
import type { MovableKind } from '../schema'

/** The tables of the plan whose rows have a moment. */
export type PlanTable =
  | 'Phase'
  | 'Activity'
  | 'AgendaItem'
  | 'Leg'
  | 'SignUp'
  | 'ParticipationGate'
  | 'Rota'
  | 'Shift'
  | 'Inject'

/**
 * A row of the plan with its moments. `start` and `end` are a sign-up's opening and closing too; a nation's own date goes
 * by `participationId/gate`. `of`: the activity or the rota that it is part of.
 */
export type PlanItem = {
  table: PlanTable
  id: string
  name: string
  of: string | null
  phaseId: string | null
  start: Moment | null
  end: Moment | null
  durationSeconds: number | null
  days: number | null
  gate: Gate | null
  state: InjectState | null
  version: number
}

type PlanWait = {
  injectId: string | null
  gateId: string | null
  afterInjectId: string | null
  afterGateId: string | null
  condition: WaitCondition
  delaySeconds: number
}

/** The whole plan of an exercise as moves see it. */
export type MovePlan = {
  frame: StartexFrame
  endexOffset: number
  status: ExerciseStatus
  items: readonly PlanItem[]
  gates: readonly { id: string; kind: 'all' | 'any' | 'manual' }[]
  waits: readonly PlanWait[]
}

/** The plan by what it is asked for. */
export type PlanIndex = MovePlan & {
  item: (table: PlanTable, id: string) => PlanItem | undefined
  /** what belongs to an activity or a rota */
  partsOf: (id: string) => readonly PlanItem[]
  /** what is planned into a phase, rotas and their shifts included */
  inPhase: (phaseId: string) => readonly PlanItem[]
}

export const keyOf = ({ table, id }: Pick<PlanItem, 'table' | 'id'>): string => `${table} ${id}`

export const tableOf: Record<MovableKind, PlanTable> = {
  phase: 'Phase',
  activity: 'Activity',
  inject: 'Inject',
  shift: 'Shift',
}

const nothing: readonly PlanItem[] = []

export function indexed(plan: MovePlan): PlanIndex {
  const items = new Map<string, PlanItem>()
  const parts = new Map<string, PlanItem[]>()
  const phases = new Map<string, PlanItem[]>()
  const add = (map: Map<string, PlanItem[]>, key: string | null, item: PlanItem) => {
    if (key === null) return
    const known = map.get(key)
    if (known) known.push(item)
    else map.set(key, [item])
  }
  for (const item of plan.items) {
    items.set(keyOf(item), item)
    add(parts, item.of, item)
    add(phases, item.phaseId, item)
  }
  const partsOf = (id: string) => parts.get(id) ?? nothing
  const { startexAt, timeZone } = plan.frame
  return {
    ...plan,
    // Made once: without a clock, each of thirty thousand moments is resolved by one of its own.
    frame: { startexAt, timeZone, clock: plan.frame.clock ?? runningClock(startexAt) },
    item: (table, id) => items.get(`${table} ${id}`),
    partsOf,
    inPhase: id => (phases.get(id) ?? nothing).flatMap(item => [item, ...partsOf(item.id)]),
  }
}

/** `endAt` is the first instant no longer part of it, null for a point in time. */
export type Span = { startAt: Instant; endAt: Instant | null; adjusted: 'skipped' | 'repeated' | null }

type Timing = Pick<PlanItem, 'table' | 'start' | 'end' | 'durationSeconds' | 'days'>

/** When it is planned by its own moments; null for what has none, such as an inject that only waits. */
export function spanOf(item: Timing, frame: StartexFrame): Span | null {
  const { start, end, durationSeconds, days } = item
  if (item.table === 'SignUp') return signUpSpan(start, end, frame)
  if (start === null) return null
  if (end !== null) return resolvePhase({ start, end }, frame)
  if (days !== null) return resolveActivity({ start, durationSeconds, days }, frame)
  const { at, adjusted } = resolveMoment(start, frame)
  return { startAt: at, endAt: durationSeconds === null ? null : at + durationSeconds * SECOND, adjusted }
}

/** A sign-up may have either date alone. */
function signUpSpan(opens: Moment | null, closes: Moment | null, frame: StartexFrame): Span | null {
  const moment = opens ?? closes
  if (moment === null) return null
  const { startAt, endAt, adjusted } = resolvePhase({ start: moment, end: closes ?? moment }, frame)
  return { startAt, endAt: closes === null ? null : endAt, adjusted }
}
