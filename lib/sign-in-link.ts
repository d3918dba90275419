import type { JobHelpers } from 'graphile-worker'
import { auth } from './auth'
import { sql } from './db'
import type { Jobs } from './jobs'

/**
 * The worker's half of "send me a link": only here is it looked up whether anybody has this address, so that the
 * answer in the browser, and the time it takes, tells nothing.
 */
export async function mailSignInLink(
  { email, locale, next }: Jobs['send_sign_in_link'],
  { job }: JobHelpers,
): Promise<void> {
  const known = await sql`
    SELECT FROM "Account" WHERE "email" = ${email} UNION ALL SELECT FROM "Person" WHERE "email" = ${email} LIMIT 1`
  if (known.length === 0) return
  await auth().api.signInMagicLink({
    body: { email, metadata: { locale, next, cause: job.id } },
    headers: new Headers(),
  })
}
