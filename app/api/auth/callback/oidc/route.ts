import { execute } from '@/lib/action'
import { auth, sessionOf } from '@/lib/auth'
import { env } from '@/lib/env'
import { hasUnlinkedPeople } from '@/lib/people-links'
import { loadActor } from '@/lib/session'
import { linkOwnPeople } from '@/lib/sign-in/actions'
import { currentInstant } from '@/lib/time'

/** Where the organisation's sign-in service sends people back to: the only route of the library that is open. */
export async function GET(request: Request): Promise<Response> {
  if (env.oidc === null) return new Response(null, { status: 404 })
  const response = await auth().handler(request)
  const cookie = response.headers.getSetCookie().map(line => line.split(';')[0])
  const session = await sessionOf(new Headers({ cookie: cookie.join('; ') }))
  if (session && (await hasUnlinkedPeople(session.accountId))) {
    await execute(linkOwnPeople.definition, await loadActor(session.accountId), {}, currentInstant())
  }
  return response
}
