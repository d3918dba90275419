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
export type PlanRow = {
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
  /** whose date of its own it is; called in the reader's language */
  partner: PlanPartner | null
}

type PlanPartner = { kind: 'nation' | 'organisation' | 'fictional'; code: string; name: string }

/** The same with its place in the plan, by which what is known of it is found at once. */
export type PlanItem = PlanRow & { n: number }

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
  frame: Omit<StartexFrame, 'clock'>
  endexOffset: number
  status: ExerciseStatus
  items: readonly PlanRow[]
  gates: readonly { id: string; kind: 'all' | 'any' | 'manual' }[]
  waits: readonly PlanWait[]
}

/** The plan by what it is asked for. */
export type PlanIndex = Omit<MovePlan, 'frame' | 'items'> & {
  frame: StartexFrame
  items: readonly PlanItem[]
  item: (table: PlanTable, id: string) => PlanItem | undefined
  rowsOf: (table: PlanTable) => readonly PlanItem[]
  /** what belongs to an activity or a rota */
  partsOf: (id: string) => readonly PlanItem[]
  /** what is planned into a phase, rotas and their shifts included */
  inPhase: (phaseId: string) => readonly PlanItem[]
  /** when it is planned as the plan stands: asked of the same row again and again */
  span: (item: PlanItem) => Span | null
}

export const keyOf = ({ table, id }: Pick<PlanRow, 'table' | 'id'>): string => `${table} ${id}`

export const tableOf: Record<MovableKind, PlanTable> = {
  phase: 'Phase',
  activity: 'Activity',
  inject: 'Inject',
  shift: 'Shift',
}

/** Whether every moment that it has is fixed, so that it stays where STARTEX goes. */
export const isPinned = ({ start, end }: Pick<PlanRow, 'start' | 'end'>): boolean =>
  (start ?? end)?.anchor === 'fixed' && (end ?? start)?.anchor === 'fixed'

const nothing: readonly PlanItem[] = []

export function indexed(plan: MovePlan): PlanIndex {
  const items = new Map<string, PlanItem>()
  const parts = new Map<string, PlanItem[]>()
  const phases = new Map<string, PlanItem[]>()
  const tables = new Map<string, PlanItem[]>()
  const add = (map: Map<string, PlanItem[]>, key: string | null, item: PlanItem) => {
    if (key === null) return
    const known = map.get(key)
    if (known) known.push(item)
    else map.set(key, [item])
  }
  const all = plan.items.map((row, n): PlanItem => ({ ...row, n }))
  for (const item of all) {
    items.set(keyOf(item), item)
    add(parts, item.of, item)
    add(phases, item.phaseId, item)
    add(tables, item.table, item)
  }
  const partsOf = (id: string) => parts.get(id) ?? nothing
  const frame = running(plan.frame)
  const spans: (Span | null | undefined)[] = all.map(() => undefined)
  return {
    ...plan,
    ...{ frame, items: all },
    span: item => {
      const known = spans[item.n]
      if (known !== undefined) return known
      const span = spanOf(item, frame)
      spans[item.n] = span
      return span
    },
    item: (table, id) => items.get(`${table} ${id}`),
    rowsOf: table => tables.get(table) ?? nothing,
    partsOf,
    inPhase: id => (phases.get(id) ?? nothing).flatMap(item => [item, ...partsOf(item.id)]),
  }
}

/** With the clock that runs through, made once: else each of thirty thousand moments is resolved by one of its own. */
export const running = ({ startexAt, timeZone }: Omit<StartexFrame, 'clock'>): StartexFrame => ({
  ...{ startexAt, timeZone },
  clock: runningClock(startexAt),
})

/** `endAt` is the first instant no longer part of it, null for a point in time. */
export type Span = { startAt: Instant; endAt: Instant | null; adjusted: 'skipped' | 'repeated' | null }

type Timing = Pick<PlanRow, 'table' | 'start' | 'end' | 'durationSeconds' | 'days'>

/**
 * When it is planned by its own moments; null for what has none, such as an inject that only waits. T-times are counted
 * on a clock that runs through, as plans are made.
 */
export const spanOf = (item: Timing, frame: StartexFrame): Span | null => spanAs(item.table, item, frame)

/** The same for a row as it would be. */
export function spanAs(
  table: PlanTable,
  { start, end, durationSeconds, days }: Omit<Timing, 'table'>,
  frame: StartexFrame,
): Span | null {
  if (table === 'SignUp') return signUpSpan(start, end, frame)
  if (start === null) return null
  if (end !== null) return resolvePhase({ start, end }, frame)
  if (days !== null) return resolveActivity({ start, durationSeconds, days }, frame)
  if (start.anchor === 'ttime') return lasting(frame.startexAt + start.offset * SECOND, durationSeconds, null)
  const { at, adjusted } = resolveMoment(start, frame)
  return lasting(at, durationSeconds, adjusted)
}

const lasting = (startAt: Instant, durationSeconds: number | null, adjusted: Span['adjusted']): Span => ({
  startAt,
  endAt: durationSeconds === null ? null : startAt + durationSeconds * SECOND,
  adjusted,
})

/** A sign-up may have either date alone. */
function signUpSpan(opens: Moment | null, closes: Moment | null, frame: StartexFrame): Span | null {
  const moment = opens ?? closes
  if (moment === null) return null
  const { startAt, endAt, adjusted } = resolvePhase({ start: moment, end: closes ?? moment }, frame)
  return { startAt, endAt: closes === null ? null : endAt, adjusted }
}
