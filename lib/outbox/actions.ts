'use server'

import { action } from '../action'
import { AppError, refuseIf } from '../errors'
import { addJob } from '../jobs'
import { mailJobKey } from '../mail'
import { can } from '../policy'
import { dateOf, instantOf } from '../time'
import { sendAgainProblem } from './rules'
import { sendAgainSchema } from './schema'

/** Puts a letter that was given up, or that waited for a mail server, on its way with all its attempts before it. */
export const sendAgain = action({
  name: 'mail.send_again',
  input: sendAgainSchema,
  may: actor => can(actor, 'platform.administer', {}),
  async run({ tx, now }, { mailId }) {
    // While the letter is on the wire its row is locked: whoever presses then is told how that went.
    await tx.$queryRaw`SELECT FROM "Mail" WHERE "id" = ${mailId}::uuid FOR UPDATE`
    const mail = await tx.mail.findUnique({
      where: { id: mailId },
      select: {
        exerciseId: true,
        params: true,
        attempts: true,
        sentAt: true,
        nextAttemptAt: true,
        givenUpAt: true,
        failure: true,
        erasedAt: true,
      },
    })
    if (!mail) throw new AppError('not_found', 'not_found')
    const at = (date: Date | null) => (date === null ? null : instantOf(date))
    const letter = {
      ...mail,
      sentAt: at(mail.sentAt),
      nextAttemptAt: at(mail.nextAttemptAt),
      givenUpAt: at(mail.givenUpAt),
      expiresAt: expiryOf(mail.params),
      erased: mail.erasedAt !== null,
    }
    refuseIf(sendAgainProblem(letter, now))
    const again = { attempts: 0, failure: null, givenUpAt: null, nextAttemptAt: dateOf(now) }
    await tx.mail.update({ where: { id: mailId }, data: again, select: { id: true } })
    await addJob(tx, 'send_mail', { mailId }, { jobKey: mailJobKey(mailId) })
    return { exerciseId: mail.exerciseId }
  },
  stale: () => ['/outbox'],
})

function expiryOf(params: unknown): number | null {
  const at = typeof params === 'object' && params !== null && 'expiresAt' in params ? params.expiresAt : null
  return typeof at === 'number' ? at : null
}
