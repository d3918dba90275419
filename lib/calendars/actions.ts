'use server'

import { action } from '@/lib/action'
import { env } from '@/lib/env'
import { AppError, refuseIf } from '@/lib/errors'
import { accountOf } from '@/lib/policy'
import { dateOf } from '@/lib/time'
import { hashToken, makeToken } from '@/lib/tokens'
import { mayFollow, mostFeeds } from './rules'
import { followSchema, revokeFeedSchema } from './schema'

const pages = () => ['/me/calendars']

/** A secret address for a calendar program. It is told this once: whoever loses it makes another. */
export const followCalendar = action({
  name: 'calendar.follow',
  input: followSchema,
  may: (actor, { kind, exerciseId = null, teamId = null, participationId = null }) =>
    mayFollow(actor, { kind, exerciseId, teamId, participationId }),
  run: async ({ tx, actor, now }, { kind, name, exerciseId, teamId, participationId }) => {
    const account = accountOf(actor)
    if (!account) throw new AppError('unauthenticated', 'sign_in_first')
    // Two at once: the second counts what the first has made.
    await tx.$queryRaw`SELECT FROM "Account" WHERE "id" = ${account.accountId}::uuid FOR NO KEY UPDATE`
    const alive = await tx.calendarFeed.count({ where: { accountId: account.accountId, revokedAt: null } })
    refuseIf(alive >= mostFeeds ? 'too_many_calendars' : null, { most: mostFeeds })
    const token = makeToken()
    const subject = {
      exerciseId: exerciseId ?? null,
      teamId: teamId ?? null,
      participationId: participationId ?? null,
    }
    const { id } = await tx.calendarFeed.create({
      data: {
        ...{ accountId: account.accountId, kind, name, ...subject },
        ...{ tokenHash: hashToken(token), createdAt: dateOf(now) },
      },
      select: { id: true },
    })
    return { id, once: { link: `${env.baseUrl}/api/calendars/${token}` } }
  },
  stale: pages,
})

/** Takes one's own link back: whoever follows it is told nothing any more. */
export const revokeFeed = action({
  name: 'calendar.revoke',
  input: revokeFeedSchema,
  may: actor => actor.kind === 'account',
  run: async ({ tx, actor, now }, { feedId }) => {
    const accountId = accountOf(actor)?.accountId
    if (!accountId) throw new AppError('unauthenticated', 'sign_in_first')
    const { count } = await tx.calendarFeed.updateMany({
      where: { id: feedId, accountId, revokedAt: null },
      data: { revokedAt: dateOf(now) },
    })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: pages,
})
