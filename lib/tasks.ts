import type { TaskList } from 'graphile-worker'
import type { JobName } from './jobs'
import { deliverMail } from './mail-delivery'
import { forgetRoster } from './roster-parts'
import { mailSignInLink } from './sign-in-link'
import { currentInstant } from './time'

/** What the worker does with each kind of job. A task that throws is tried again, later and later. */
export const taskList: TaskList & { [Name in JobName]: unknown } = {
  forget_roster: forgetRoster,
  send_mail: ({ mailId }) => deliverMail(mailId, currentInstant()),
  send_sign_in_link: mailSignInLink,
}
