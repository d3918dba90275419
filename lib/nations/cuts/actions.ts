'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { AppError, fieldRefusal, refuseIf } from '@/lib/errors'
import { queueMail } from '@/lib/mail'
import { can } from '@/lib/policy'
import { dateOf } from '@/lib/time'
import { calendarDateAt, columnOfDate } from '@/lib/time-calendar'
import { formatDate } from '@/lib/time-format'
import { lockLines, moveOn } from '@/lib/waiting-list'
import { listLetterContacts } from './queries'
import { cutProblem } from './rules'
import { cancelCutSchema, cutQuotaSchema } from './schema'

const pages = [
  '/exercises/[code]/nations',
  '/exercises/[code]/nations/[participationId]',
  '/exercises/[code]/registrations',
  '/delegation/[participationId]',
]

/**
 * Lowers a quota below what is taken: the nation chooses who goes, by a day. Until enough are gone nobody new gets a
 * place above the cut, and then the quota has its new size by itself (`lib/places.ts`). Where nobody has to go it is
 * lowered at once. Says how many have to go.
 */
export const cutQuota = action({
  name: 'quota.cut',
  input: cutQuotaSchema,
  may: (actor, input) => can(actor, 'nation.edit', input),
  run: async (
    { tx, now, changeId },
    { exerciseId, participationId, quotaId: id, size, cutOn, cutReason },
  ) => {
    const owner = { exerciseId, participationId }
    await lockLines(tx, [participationId])
    const quota = await lockQuota(tx, { ...owner, id })
    const { timeZone } = await tx.exercise.findUniqueOrThrow({
      where: { id: exerciseId },
      select: { timeZone: true },
    })
    const problem = cutProblem(size, quota.size, cutOn, calendarDateAt(now, timeZone))
    if (problem) throw fieldRefusal(problem.field, problem.reason, { size: quota.size })
    const count = Math.max(quota.used - size, 0)
    const where = { id, ...owner }
    const data = count === 0 ? { size, ...noCut } : { cutTo: size, cutOn: columnOfDate(cutOn), cutReason }
    await tx.quota.update({ where, data, select: { id: true } })
    if (count > 0) {
      for (const { accountId, email, ...to } of await listLetterContacts(tx, owner))
        await queueMail(tx, {
          cause: `quota_cut:${changeId}:${accountId}`,
          recipient: email,
          locale: to.locale,
          exerciseId,
          template: 'quota_cut',
          params: {
            ...{ exercise: to.exercise, nation: to.nation, timeZone: to.timeZone },
            ...{ scope: quota.name ?? 'none', count: String(count), size: String(size), reason: cutReason },
            until: formatDate(cutOn, to.locale),
          },
        })
    }
    // A lower cut than before, or a first one, lets nobody in; a higher one may.
    await moveOn(tx, { exerciseId, participationIds: [participationId] }, dateOf(now))
    return { toGo: count }
  },
  stale: () => pages,
})

const noCut = { cutTo: null, cutOn: null, cutReason: null } as const

/** Takes a pending cut back; whoever waits for a place that is free again comes in. */
export const cancelCut = action({
  name: 'quota.cancel_cut',
  input: cancelCutSchema,
  may: (actor, input) => can(actor, 'nation.edit', input),
  run: async ({ tx, now, changeId }, { exerciseId, participationId, quotaId: id }) => {
    const owner = { exerciseId, participationId }
    await lockLines(tx, [participationId])
    const quota = await lockQuota(tx, { ...owner, id })
    refuseIf(quota.cutTo === null ? 'no_cut_pending' : null)
    await tx.quota.update({ where: { id, ...owner }, data: noCut, select: { id: true } })
    for (const { accountId, email, ...to } of await listLetterContacts(tx, owner))
      await queueMail(tx, {
        cause: `quota_cut_cancelled:${changeId}:${accountId}`,
        recipient: email,
        locale: to.locale,
        exerciseId,
        template: 'quota_cut_cancelled',
        params: {
          ...{ exercise: to.exercise, nation: to.nation, timeZone: to.timeZone },
          ...{ scope: quota.name ?? 'none', size: String(quota.size) },
        },
      })
    const { submitted } = await moveOn(tx, { exerciseId, participationIds: [participationId] }, dateOf(now))
    return { cameIn: submitted.length }
  },
  stale: () => pages,
})

type LockedQuota = { size: number; used: number; cutTo: number | null; name: string | null }

/** The newest numbers, which stand still until the transaction ends. */
async function lockQuota(
  tx: Tx,
  { id, exerciseId, participationId }: { id: string; exerciseId: string; participationId: string },
): Promise<LockedQuota> {
  const [quota] = await tx.$queryRaw<LockedQuota[]>`
    SELECT q."size", q."used", q."cutTo",
           coalesce((SELECT "name" FROM "Role" WHERE "id" = q."roleId"), (SELECT "name" FROM "Site" WHERE "id" = q."siteId")) AS "name"
      FROM "Quota" q WHERE q."id" = ${id}::uuid AND q."exerciseId" = ${exerciseId}::uuid
       AND q."participationId" = ${participationId}::uuid FOR UPDATE OF q`
  if (!quota) throw new AppError('not_found', 'not_found')
  return quota
}
