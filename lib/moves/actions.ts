'use server'

import { action, type Write } from '@/lib/action'
import { AppError, type ConflictDetail } from '@/lib/errors'
import type { Locale } from '@/lib/locale'
import { makeCopies } from '@/lib/move-copies'
import { type ToldMove, takeBackLetters, tellAffected } from '@/lib/move-mail'
import { changesSince } from '@/lib/move-touched'
import { blockersOf, putBack } from '@/lib/move-undo'
import { writeExercise, writeMoved } from '@/lib/move-writes'
import { lockPlan } from '@/lib/plan-lock'
import { accountOf, can } from '@/lib/policy'
import { namesOf } from '@/lib/row-names'
import { lockScenario, lockScenarioIfAny } from '@/lib/scenario-lock'
import { isCursor } from '@/lib/stream-cursor'
import { hasStartexHappened } from './keeping/rules'
import type { PlanItem } from './plan/rules'
import { laterIds, tellMove } from './queries'
import { permissionsFor, type Right } from './rights/rules'
import { applyMoveSchema, undoMoveSchema } from './schema'
import { printOf } from './seen/rules'
import { calledIn, type Told } from './telling/rules'

const planPages = () => [
  '/exercises',
  '/exercises/[code]',
  '/exercises/[code]/schedule',
  '/exercises/[code]/schedule/move',
  '/exercises/[code]/settings',
]

/**
 * Moves a part of the plan as its preview said: one transaction, one entry in the history. The plan is locked before the
 * scenario, and both before any row, by everybody who takes more than one.
 */
export const applyMove = action({
  name: 'plan.move',
  input: applyMoveSchema,
  may: (actor, { exerciseId, operation }) =>
    can(actor, 'schedule.edit', { exerciseId }) &&
    permissionsFor(operation).every(permission => can(actor, permission, { exerciseId })),
  run: async ({ tx, actor, now, changeId }, { exerciseId, operation, seen, reason, tell, editorial }) => {
    await lockPlan(tx, exerciseId)
    // The copy of an inject takes a number of the scenario.
    await (operation.kind === 'duplicate' ? lockScenario : lockScenarioIfAny)(tx, exerciseId)
    const told = await tellMove(tx, exerciseId, operation, now)
    const { outcome } = told
    const [since = '', hash = ''] = seen.split(' ')
    if (printOf(told) !== hash) throw await planChanged(tx, exerciseId, since, told)
    if (outcome.problem !== null) throw new AppError('refused', outcome.problem)
    const keepStates = editorial || isCountedAnew(told)
    await writeMoved(tx, exerciseId, outcome.moved, keepStates)
    await writeExercise(tx, exerciseId, outcome.exercise)
    await makeCopies(tx, exerciseId, outcome.made, accountOf(actor)?.accountId ?? null)
    const letters = tell
      ? await tellAffected(tx, {
          ...{ exerciseId, changeId, reason, now, moves: movesToTell(told), ids: laterIds(told) },
          except: accountOf(actor)?.email ?? null,
        })
      : 0
    return { changeId, kind: operation.kind, letters, moved: outcome.moved.length + outcome.made.length }
  },
  stale: planPages,
})

/** Counted from a STARTEX that moves they are the same injects, to be played at the same point. */
const isCountedAnew = ({ telling: { startex, home } }: Told): boolean =>
  startex.from !== startex.to || home.from !== home.to

const called = (item: PlanItem) => (locale: Locale) => calledIn(item, locale)

/** What is told of each row: those without a time before or after say nothing. */
function movesToTell({ touched }: Told): Map<string, ToldMove> {
  const told = touched.flatMap(({ item, from, to }) =>
    from && to && from.startAt !== to.startAt
      ? [[item.id, { what: called(item), fromAt: from.startAt, toAt: to.startAt }] as const]
      : [],
  )
  return new Map(told)
}

/** What has come between the preview and now, by whom, as far as it concerns what would move. */
async function planChanged(
  tx: Write['tx'],
  exerciseId: string,
  since: string,
  told: Told,
): Promise<AppError> {
  const ids = [exerciseId, ...told.touched.map(({ item }) => item.id)]
  const changes = isCursor(since) ? await changesSince(tx, exerciseId, since, ids) : []
  const names = await namesOf(
    exerciseId,
    changes.map(({ row }) => row),
  )
  const conflicts = changes.map(
    ({ action: name, by, row }): ConflictDetail => ({ field: names.get(row)?.name ?? '', theirs: name, by }),
  )
  return new AppError('conflict', 'plan_changed', { conflicts })
}

/** Puts a move back as a whole, as long as nothing of it has been changed since. */
export const undoMove = action({
  name: 'plan.move_back',
  input: undoMoveSchema,
  may: (actor, { exerciseId }) => can(actor, 'schedule.edit', { exerciseId }),
  run: async (write, { exerciseId, changeId }) => {
    const { tx } = write
    await lockPlan(tx, exerciseId)
    await lockScenarioIfAny(tx, exerciseId)
    const made = await tx.change.findFirst({
      where: { id: changeId, exerciseId, action: 'plan.move' },
      select: { undoneBy: { select: { id: true }, take: 1 } },
    })
    if (!made) throw new AppError('not_found', 'not_found')
    if (made.undoneBy.length > 0) throw new AppError('refused', 'move_undone_already')
    await mayPutBack(write, exerciseId, changeId)
    const blockers = await blockersOf(tx, exerciseId, changeId)
    if (blockers.length > 0) throw await builtUpon(tx, exerciseId, blockers)
    await putBack(tx, exerciseId, changeId)
    await takeBackLetters(tx, write.changeId, changeId, write.now)
    await tx.change.update({
      where: { id: write.changeId },
      data: { undoesId: changeId },
      select: { id: true },
    })
    return { changeId: write.changeId }
  },
  stale: planPages,
})

/** Whoever may not move injects, or STARTEX, may not put them back either; and what has happened stays. */
async function mayPutBack({ tx, actor }: Write, exerciseId: string, changeId: string): Promise<void> {
  const written = await tx.changeField.findMany({
    where: { changeId, table: { in: ['Inject', 'Exercise'] } },
    distinct: ['table', 'field'],
    select: { table: true, field: true },
  })
  const startex = written.some(({ field }) => field === 'startexAt' || field === 'timeZone')
  const needed: Right[] = [
    ...(startex ? (['exercise.move'] as const) : []),
    ...(written.some(({ table }) => table === 'Inject') ? (['scenario.edit'] as const) : []),
  ]
  if (!needed.every(permission => can(actor, permission, { exerciseId })))
    throw new AppError('forbidden', 'not_yours')
  if (!startex) return
  const { status } = await tx.exercise.findUniqueOrThrow({
    where: { id: exerciseId },
    select: { status: true },
  })
  if (hasStartexHappened(status)) throw new AppError('refused', 'startex_has_happened')
}

/** What stands in the way, by name: people decide from it, so it is not merely counted. */
async function builtUpon(
  tx: Write['tx'],
  exerciseId: string,
  blockers: readonly { row: string }[],
): Promise<AppError> {
  const rows = [...new Set(blockers.map(({ row }) => row))]
  const names = await namesOf(exerciseId, rows)
  const latest = await tx.changeField.findMany({
    where: { row: { in: rows } },
    orderBy: { id: 'desc' },
    distinct: ['row'],
    select: { row: true, change: { select: { actorLabel: true, action: true } } },
  })
  const conflicts = latest.map(
    ({ row, change }): ConflictDetail => ({
      ...{ field: names.get(row)?.name ?? '', theirs: change.action, by: change.actorLabel },
    }),
  )
  return new AppError('refused', 'move_built_upon', { conflicts })
}
