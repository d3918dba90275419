import type { TaskList } from 'graphile-worker'
import { execute } from './action'
import type { JobName } from './jobs'
import { log } from './log'
import { deliverMail, rescueMail } from './mail-delivery'
import { sendDigest } from './registrations/digests/actions'
import { listDueDigests } from './registrations/digests/queries'
import { remind } from './registrations/reminders/actions'
import { listDueDelegations } from './registrations/reminders/queries'
import { forgetRoster } from './roster-parts'
import { mailSignInLink } from './sign-in-link'
import { currentInstant } from './time'

/** What the worker does with each kind of job. A task that throws is tried again, later and later. */
export const taskList: TaskList & { [Name in JobName]: unknown } = {
  digest_contacts: digestContacts,
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
