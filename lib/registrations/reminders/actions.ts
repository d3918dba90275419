'use server'

import { z } from 'zod'
import { action } from '@/lib/action'
import { queueMail } from '@/lib/mail'
import { dateOf } from '@/lib/time'
import { holdsPlace, type RegistrationState } from '../rules'
import { listReminders } from './queries'

/**
 * Writes to the contacts of one delegation of the dates before it. Only our own clock does so (`lib/tasks.ts`); each
 * letter and the note that it was sent are one transaction, so that a crash sends none twice.
 */
export const remind = action({
  name: 'reminder.send',
  input: z.object({ exerciseId: z.uuid(), participationId: z.uuid() }),
  may: actor => actor.kind === 'job',
  async run({ tx, now }, ids) {
    const counts = await tx.registration.groupBy({ by: ['state'], where: ids, _count: true })
    const count = (wanted: (state: RegistrationState) => boolean) =>
      String(counts.filter(({ state }) => wanted(state)).reduce((sum, { _count }) => sum + _count, 0))
    const people = {
      taken: count(holdsPlace),
      drafts: count(state => state === 'draft'),
      submitted: count(state => state === 'submitted'),
    }
    for (const { gate, at, days, account, exercise, nation } of await listReminders(tx, ids, now)) {
      const sent = { ...ids, accountId: account.id, gate, days, deadlineAt: dateOf(at), sentAt: dateOf(now) }
      const { count: noted } = await tx.reminder.createMany({ data: [sent], skipDuplicates: true })
      if (noted === 0) continue
      await queueMail(tx, {
        cause: `reminder:${ids.participationId}:${account.id}:${gate}:${at}:${days}`,
        recipient: account.email,
        locale: account.locale,
        exerciseId: ids.exerciseId,
        template: 'deadline_reminder',
        params: { exercise, nation, gate, deadlineAt: at, timeZone: account.timeZone, ...people },
      })
    }
  },
  stale: 'none',
})
