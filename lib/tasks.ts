import type { TaskList } from 'graphile-worker'
import { execute } from './action'
import { eraseIdentities, eraseLetters, eraseNeeds } from './erasure/actions'
import { listDueErasures, noteLooked } from './erasure/queries'
import type { JobName } from './jobs'
import { log } from './log'
import { deliverMail, rescueMail } from './mail-delivery'
import { sendDigest } from './registrations/digests/actions'
import { listDueDigests } from './registrations/digests/queries'
import { remind } from './registrations/reminders/actions'
import { listDueDelegations } from './registrations/reminders/queries'
import { forgetRoster } from './roster-parts'
import { mailSignInLink } from './sign-in-link'
import { currentInstant, type Instant } from './time'

/** What the worker does with each kind of job. A task that throws is tried again, later and later. */
export const taskList: TaskList & { [Name in JobName]: unknown } = {
  digest_contacts: digestContacts,
  erase_personal_data: () => erasePersonalData(currentInstant()),
  forget_roster: forgetRoster,
  remind_contacts: remindContacts,
  rescue_mail: () => rescueMail(currentInstant()),
  send_mail: ({ mailId }) => deliverMail(mailId, currentInstant()),
  send_sign_in_link: mailSignInLink,
}

/** Each delegation in a write of its own: one that fails keeps no other from being told. */
async function remindContacts(): Promise<void> {
  const now = currentInstant()
  for (const ids of await listDueDelegations(now)) {
    const result = await execute(remind.definition, { kind: 'job', name: 'reminders' }, ids, now)
    if (!result.ok) log.error({ ...ids, reason: result.error.reason }, 'A reminder was not sent')
  }
}

/** Each contact in a write of its own. */
async function digestContacts(): Promise<void> {
  const now = currentInstant()
  for (const ids of await listDueDigests(now)) {
    const result = await execute(sendDigest.definition, { kind: 'job', name: 'digests' }, ids, now)
    if (!result.ok) log.error({ ...ids, reason: result.error.reason }, 'A digest was not sent')
  }
}

const eraser = { kind: 'job', name: 'erasure' } as const

/** Exercise by exercise, some hundred people at a time: what a crash leaves undone is due again with the next run. */
export async function erasePersonalData(now: Instant): Promise<void> {
  const due = await listDueErasures(now)
  for (const { exerciseId, rule } of due) {
    const { definition } = rule === 'needs' ? eraseNeeds : eraseIdentities
    for (let left = true; left; ) {
      const result = await execute(definition, eraser, { exerciseId, startedAt: now }, now)
      if (!result.ok) log.error({ exerciseId, rule, reason: result.error.reason }, 'Nothing was erased')
      left = result.ok && result.data.left
    }
  }
  const letters = await execute(eraseLetters.definition, eraser, { startedAt: now }, now)
  if (!letters.ok) log.error({ reason: letters.error.reason }, 'Old letters were not erased')
  await noteLooked(now, due.length)
}
