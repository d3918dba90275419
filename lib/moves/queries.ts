import { inTheirOrder } from '@/lib/clashes/whole/list/rules'
import { type Clash, type ClashKind, clashKinds } from '@/lib/clashes/whole/plan/rules'
import { planFrom } from '@/lib/clashes/whole/rows/rules'
import { partnerName } from '@/lib/countries/rules'
import { db, type Tx } from '@/lib/db'
import type { Locale } from '@/lib/locale'
import { countAffected } from '@/lib/move-mail'
import { readMovePlan } from '@/lib/move-rows'
import {
  countCalendars,
  countTouched,
  hasChanged,
  type TouchedIds,
  type TouchedNation,
} from '@/lib/move-touched'
import { readPlanRows } from '@/lib/plan-rows'
import { type Actor, accountOf, can } from '@/lib/policy'
import { currentCursor } from '@/lib/stream-changes'
import type { Cursor } from '@/lib/stream-cursor'
import { instantOf } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import { clashEffect, type Looked, lookedAt } from './clashing/rules'
import { type Logic, logicOf } from './follows/rules'
import { indexed, type PlanIndex, type PlanTable } from './plan/rules'
import { permissionsFor } from './rights/rules'
import type { Operation } from './schema'
import { printOf } from './seen/rules'
import type { Went } from './survey/rules'
import { type Telling, type Told, toldOf } from './telling/rules'

/** What a move would do, told before it is done. `seen` goes back with the move, so that nobody moves unseen. */
export type Preview = Telling & {
  seen: string
  clashes: { made: ClashesTold; mended: ClashesTold }
  nations: Omit<TouchedNation, 'kind'>[]
  calendars: number
  letters: number
}

/** The same with what the clashes are about by its name, by id. */
export type NamedPreview = Preview & { names: Record<string, string> }

/** By kind, and the first few whole. */
export type ClashesTold = { total: number; kinds: { kind: ClashKind; count: number }[]; first: Clash[] }

/** For whoever may carry it out; else null. */
export async function getPreview(
  actor: Actor,
  exerciseId: string,
  operation: Operation,
  { now, locale }: { now: Instant; locale: Locale },
): Promise<Preview | null> {
  const needed = ['schedule.edit', ...permissionsFor(operation)] as const
  if (!needed.every(permission => can(actor, permission, { exerciseId }))) return null
  const { since, plan, logic, looked } = await keptPlan(exerciseId)
  const told = toldOf(plan, logic, operation, now, locale)
  const ids = idsOf(told)
  const [nations, calendars, letters, partners] = await Promise.all([
    countTouched(db, exerciseId, ids),
    countCalendars(db, exerciseId, ids),
    countAffected(db, { exerciseId, ids: laterIds(told), except: accountOf(actor)?.email ?? null }),
    partnersOf(exerciseId, told.telling.unfit.nations),
  ])
  const named = nations.map(({ kind, code, name, ...numbers }) => ({
    ...{ code, ...numbers },
    name: kind === null || code === null ? '' : partnerName({ kind, code, name }, locale),
  }))
  const { exercise, problem } = told.outcome
  const effect =
    looked && problem === null
      ? clashEffect(looked, { exercise, touched: told.touched })
      : { made: [], mended: [] }
  const unfit = { ...told.telling.unfit, nations: partners.map(partner => partnerName(partner, locale)) }
  const clashes = { made: clashesTold(effect.made), mended: clashesTold(effect.mended) }
  const seen = `${since} ${printOf(told)}`
  return { ...told.telling, unfit, clashes, nations: named, calendars, letters, seen }
}

async function partnersOf(exerciseId: string, participations: readonly string[]) {
  if (participations.length === 0) return []
  const rows = await db.participation.findMany({
    where: { exerciseId, id: { in: [...participations] } },
    select: { partner: { select: { kind: true, code: true, name: true } } },
  })
  return rows.map(({ partner }) => partner)
}

/** Clashes told one by one; the rest by kind. */
const mostClashes = 6

function clashesTold(clashes: readonly Clash[]): ClashesTold {
  const counts = new Map<ClashKind, number>()
  for (const { kind } of clashes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const kinds = clashKinds.flatMap(kind => {
    const count = counts.get(kind)
    return count === undefined ? [] : [{ kind, count }]
  })
  return { total: clashes.length, kinds, first: inTheirOrder(clashes).slice(0, mostClashes) }
}

type Kept = { since: Cursor; plan: PlanIndex; logic: Logic; looked: Looked | null }

/** Plans that were looked at last: who drags asks again and again, and reads thirty thousand rows once. */
const kept = new Map<string, Kept>()
const mostKept = 4

/** The plan as it stands, read anew where anything of the exercise has changed. Throws `not_found`. */
async function keptPlan(exerciseId: string): Promise<Kept> {
  const known = kept.get(exerciseId)
  kept.delete(exerciseId)
  const current =
    known && !(await hasChanged(db, exerciseId, known.since)) ? known : await readPlan(exerciseId)
  kept.set(exerciseId, current)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  return current
}

async function readPlan(exerciseId: string): Promise<Kept> {
  // Before the plan is read: what comes between makes it read anew rather than missed.
  const since = await currentCursor()
  const plan = indexed(await readMovePlan(db, exerciseId))
  const rows = await readPlanRows(exerciseId)
  return { since, plan, logic: logicOf(plan), looked: rows && lookedAt(planFrom(rows)) }
}

/** The same inside the transaction of the move. Throws `not_found` for an exercise that is gone. */
export async function tellMove(
  tx: Tx,
  exerciseId: string,
  operation: Operation,
  now: Instant,
): Promise<Told> {
  const plan = indexed(await readMovePlan(tx, exerciseId))
  return toldOf(plan, logicOf(plan), operation, now)
}

type MovedIds = TouchedIds & { gates: string[] }

/** What is touched, by table. */
const idsOf = ({ touched }: Told): MovedIds => byTable(touched)

/** What begins at another time: that is what is written to people. */
export const laterIds = ({ touched }: Told): MovedIds => byTable(touched.filter(isLater))

const isLater = ({ from, to }: Went): boolean => from !== null && to !== null && from.startAt !== to.startAt

function byTable(rows: readonly Went[]): MovedIds {
  const of = (table: PlanTable) => rows.flatMap(({ item }) => (item.table === table ? [item.id] : []))
  return {
    ...{ shifts: of('Shift'), activities: of('Activity'), injects: of('Inject') },
    gates: of('ParticipationGate'),
  }
}

/** How many moves a page tells of. */
const mostMoves = 20

/** The last moves of an exercise, the latest first; those that were put back say so. */
export async function listMoves(actor: Actor, exerciseId: string) {
  if (!can(actor, 'schedule.edit', { exerciseId })) return []
  const rows = await db.change.findMany({
    where: { exerciseId, action: 'plan.move' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: mostMoves,
    select: {
      ...{ id: true, at: true, actorLabel: true, reason: true, result: true },
      undoneBy: { select: { id: true }, take: 1 },
    },
  })
  return rows.map(({ id, at, actorLabel, reason, result, undoneBy }) => ({
    ...{ id, by: actorLabel, reason: reason ?? '', undone: undoneBy.length > 0 },
    at: instantOf(at),
    kind: wordIn(result, 'kind'),
    moved: numberIn(result, 'moved'),
  }))
}

export type LastMove = Awaited<ReturnType<typeof listMoves>>[number]

function fieldIn(result: unknown, field: string): unknown {
  return typeof result === 'object' && result !== null
    ? Object.entries(result).find(([name]) => name === field)?.[1]
    : undefined
}
const wordIn = (result: unknown, field: string) => String(fieldIn(result, field) ?? '')
const numberIn = (result: unknown, field: string) => Number(fieldIn(result, field) ?? 0)
