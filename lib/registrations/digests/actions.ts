'use server'

import { z } from 'zod'
import { action } from '@/lib/action'
import { partnerName } from '@/lib/countries/rules'
import { localeFor } from '@/lib/locale'
import { queueMail } from '@/lib/mail'
import { gather, isStillTrue, type Noticed } from './rules'

/**
 * Writes one letter to one contact about all that has become of the delegation's people since the last. Only our own
 * clock does so (`lib/tasks.ts`). Notices go in the transaction that makes the letter, so a crash tells nothing twice.
 */
export const sendDigest = action({
  name: 'digest.send',
  input: z.object({ exerciseId: z.uuid(), participationId: z.uuid(), accountId: z.uuid() }),
  may: actor => actor.kind === 'job',
  async run({ tx, changeId }, { exerciseId, participationId, accountId }) {
    // Somebody who confirms at this moment keeps the own notices; they come with the next letter.
    const noticed = await tx.$queryRaw<Noticed[]>`
      WITH told AS (
        DELETE FROM "Notice" WHERE ("accountId", "registrationId") IN (
          SELECT "accountId", "registrationId" FROM "Notice"
           WHERE "exerciseId" = ${exerciseId}::uuid AND "participationId" = ${participationId}::uuid
             AND "accountId" = ${accountId}::uuid FOR UPDATE SKIP LOCKED)
        RETURNING "registrationId", "what")
      SELECT r."id", r."companyId", r."givenName" || ' ' || r."familyName" AS "name", r."state", t."what"
        FROM told t JOIN "Registration" r ON r."id" = t."registrationId" ORDER BY r."familyName", r."givenName", r."id"`
    const member = await tx.membership.findFirst({
      // Who has left the delegation since is not written to; who speaks for all of it, not as a company's.
      orderBy: { companyId: { sort: 'asc', nulls: 'first' } },
      where: { exerciseId, participationId, accountId },
      select: {
        companyId: true,
        account: { select: { email: true, locale: true, timeZone: true } },
        participation: { select: { partner: true, exercise: { select: { name: true, timeZone: true } } } },
      },
    })
    if (!member?.participation) return
    const { account, participation, companyId } = member
    // Between the notice and the letter somebody may have gone to another company, or the contact to another part.
    const news = noticed.filter(
      one => isStillTrue(one.what, one.state) && (companyId === null || one.companyId === companyId),
    )
    if (news.length === 0) return
    const { partner, exercise } = participation
    const locale = localeFor(account.locale ?? undefined, null)
    await queueMail(tx, {
      cause: `digest:${changeId}`,
      recipient: account.email,
      locale,
      exerciseId,
      template: 'contact_digest',
      params: {
        exercise: exercise.name,
        nation: partnerName(partner, locale),
        participationId,
        companyId,
        timeZone: account.timeZone ?? partner.timeZone ?? exercise.timeZone,
        ...gather(news.map(({ id, name, what }) => ({ id, name, what }))),
      },
    })
  },
  stale: 'none',
})
