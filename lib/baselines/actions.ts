'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { AppError, refuseIf } from '@/lib/errors'
import { type Actor, accountOf, can } from '@/lib/policy'
import { awaitOthers } from '@/lib/scenario-lock'
import { dateOf, type Instant } from '@/lib/time'
import { injectKey, listWaits, waitsLostWith, write } from './restoring/queries'
import { namedIds, ofInject, type Plan, restorePlan, withoutCircles, withState } from './restoring/rules'
import { type Cut, type Image, rewind } from './rewind/rules'
import { livingIds, momentsSince } from './rows/queries'
import { addBaselineSchema, removeBaselineSchema, restoreInjectSchema, rollBackSchema } from './schema'

/** Rows that one transaction of at most fifteen seconds writes with their history. */
const mostRows = 30_000

const pages = ['/exercises/[code]/scenario/history']

/** Keeps this moment of the scenario by name. It waits for changes under way, so that it parts them exactly. */
export const addBaseline = action({
  name: 'baseline.add',
  input: addBaselineSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx, actor, now }, input) => {
    await awaitOthers(tx, input.exerciseId)
    const [found] = await tx.$queryRaw<{ behind: bigint; injects: number }[]>`
      SELECT coalesce((SELECT max("id") FROM "ChangeField"), 0) AS "behind",
             (SELECT count(*)::int FROM "Inject" WHERE "exerciseId" = ${input.exerciseId}::uuid) AS "injects"`
    const { behind, injects } = found ?? { behind: 0n, injects: 0 }
    const createdById = accountOf(actor)?.accountId ?? null
    return tx.baseline.create({
      data: { ...input, at: dateOf(now), behind, injects, createdById },
      select: { id: true },
    })
  },
  stale: () => pages,
})

/** Forgets the name; the history itself stays. */
export const removeBaseline = action({
  name: 'baseline.remove',
  input: removeBaselineSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, baselineId: id }) => {
    const { count } = await tx.baseline.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => pages,
})

/**
 * Makes the whole scenario what it was at a baseline or a moment, approvals included: hence for those who approve. What
 * names something that is gone outside the scenario (a team, a phase) is left out and counted. It can be taken back by
 * rolling back to the moment just before.
 */
export const rollBack = action({
  name: 'scenario.roll_back',
  input: rollBackSchema,
  may: (actor, input) => can(actor, 'scenario.approve', input),
  run: async ({ tx, now }, { exerciseId, ...to }) => {
    await awaitOthers(tx, exerciseId)
    const cut = await cutOf(tx, exerciseId, to, now)
    const moments = await momentsSince(tx, exerciseId, cut)
    if (moments === null) throw new AppError('refused', 'roll_back_too_large')
    const wanted = rewind(moments.now, moments.edits, cut)
    // Its counters must never count back, and a scenario without its settings is none.
    for (const [key, image] of moments.now)
      if (key.startsWith('Scenario ') && !wanted.has(key)) wanted.set(key, image)
    const plan = restorePlan(moments.now, wanted, await livingIds(tx, exerciseId, namedIds(wanted)))
    await carryOut(tx, exerciseId, plan)
    return { rows: plan.rows, leftOut: plan.leftOut.length, before: now - 1 }
  },
  stale: () => pages,
})

/**
 * Makes one inject what it was, also one that was removed: under its old id and serial. What was approved then comes
 * back as to be reviewed, unless whoever restores it approves. Others that waited for it when it was removed wait again.
 */
export const restoreInject = action({
  name: 'inject.restore',
  input: restoreInjectSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx, actor, now }, { exerciseId, injectId, ...to }) => {
    await awaitOthers(tx, exerciseId)
    const cut = await cutOf(tx, exerciseId, to, now)
    const moments = await momentsSince(tx, exerciseId, cut, injectId)
    if (moments === null) throw new AppError('refused', 'roll_back_too_large')
    const present = ofInject(moments.now, injectId)
    const past = ofInject(rewind(moments.now, moments.edits, cut), injectId)
    const image = past.get(injectKey(injectId))
    // Made later, or another exercise's.
    if (!image) throw new AppError('not_found', 'not_there_then')
    past.set(injectKey(injectId), approvable(image, actor, exerciseId))
    const others = present.has(injectKey(injectId))
      ? new Map<string, Image>()
      : await waitsLostWith(tx, exerciseId, injectId)
    const all = new Map([...past, ...others])
    const { rows: wanted, circles } = withoutCircles(all, await listWaits(tx, exerciseId))
    const plan = restorePlan(present, wanted, await livingIds(tx, exerciseId, namedIds(wanted)))
    await carryOut(tx, exerciseId, plan)
    return { id: injectId, serial: String(image.serial), leftOut: plan.leftOut.length + circles }
  },
  stale: () => pages,
})

type To = { baselineId: string | null; at: number | null }

async function cutOf(tx: Tx, exerciseId: string, { baselineId: id, at }: To, now: Instant): Promise<Cut> {
  if (id === null) {
    refuseIf(at === null || at > now ? 'moment_to_come' : null)
    return { at: at ?? now }
  }
  const baseline = await tx.baseline.findFirst({ where: { id, exerciseId }, select: { behind: true } })
  if (!baseline) throw new AppError('not_found', 'not_found')
  return { behind: Number(baseline.behind) }
}

function approvable(image: Image, actor: Actor, exerciseId: string): Image {
  return can(actor, 'scenario.approve', { exerciseId }) ? image : withState(image)
}

async function carryOut(tx: Tx, exerciseId: string, plan: Plan): Promise<void> {
  refuseIf(plan.problem)
  refuseIf(plan.rows === 0 ? 'nothing_to_restore' : null)
  refuseIf(plan.rows > mostRows ? 'roll_back_too_large' : null)
  await write(tx, exerciseId, plan.steps)
}
