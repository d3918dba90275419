'use server'

import { isAPIError } from 'better-auth/api'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { demoPeople } from '../accounts/demo-people'
import { action, execute } from '../action'
import { auth, oidcProvider } from '../auth'
import { clientAddress } from '../client-address'
import { db } from '../db'
import { isDemoOpenTo } from '../demo-door'
import { type Caller, entrance } from '../entry'
import { AppError } from '../errors'
import { addJob } from '../jobs'
import { hasUnlinkedPeople, linkPeople } from '../people-links'
import { countAttempt, forgetAttempts, forgiveAttempt } from '../rate-limit'
import { loadActor } from '../session'
import { landingPath } from './rules'
import {
  demoSchema,
  passwordSignInSchema,
  providerSignInSchema,
  requestLinkSchema,
  useLinkSchema,
} from './schema'

export const signInWithPassword = entrance({
  name: 'sign_in.password',
  input: passwordSignInSchema,
  async run({ headers, now }, { email, password, next }) {
    const address = clientAddress(headers)
    await countAttempt('password_by_address', address)
    await countAttempt('password_by_email', email)
    const signedIn = await auth()
      .api.signInEmail({ body: { email, password }, headers })
      .catch(refusedAs('wrong_email_or_password'))
    await forgetAttempts('password_by_email', email)
    await forgiveAttempt('password_by_address', address)
    return arrive(signedIn.user.id, next, now)
  },
  goTo: data => data.goTo,
  stale: 'none',
})

/** The same answer whether anybody has this address or not: that is found out later, by the worker. */
export const requestLink = entrance({
  name: 'sign_in.request_link',
  input: requestLinkSchema,
  async run({ headers, locale }, { email, next }) {
    await countAttempt('link_by_address', clientAddress(headers))
    await countAttempt('link_by_email', email)
    await db.$transaction(tx => addJob(tx, 'send_sign_in_link', { email, locale, next }))
    return { email }
  },
  goTo: 'stay',
  stale: 'none',
})

/** Behind the button of the page that the link opens: programs that follow links in mail do not press it. */
export const useLink = entrance({
  name: 'sign_in.use_link',
  input: useLinkSchema,
  async run({ headers, now }, { token, next }) {
    const address = clientAddress(headers)
    await countAttempt('link_use_by_address', address)
    const signedIn = await auth()
      .api.magicLinkVerify({ query: { token }, headers })
      .catch(refusedAs('link_invalid'))
    await forgiveAttempt('link_use_by_address', address)
    return arrive(signedIn.user.id, next, now)
  },
  goTo: data => data.goTo,
  stale: 'none',
})

/** Sends the browser to the organisation's own sign-in service; it comes back to app/api/auth/callback. */
export const signInWithProvider = entrance({
  name: 'sign_in.provider',
  input: providerSignInSchema,
  async run({ headers }, { next }) {
    const callbackURL = next === null ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
    const body = { provider: oidcProvider, callbackURL, errorCallbackURL: '/sign-in' }
    const { url } = await auth().api.signInSocial({ body, headers }).catch(refusedAs('provider_unavailable'))
    if (!url) throw new AppError('refused', 'provider_unavailable')
    return { goTo: url }
  },
  goTo: data => data.goTo,
  stale: 'none',
})

/** One click, no password: only in front of the demo itself, see lib/demo-door.ts. */
export const signInAsDemo = entrance({
  name: 'sign_in.demo',
  input: demoSchema,
  async run({ headers, now }, { person, next }) {
    if (!(await isDemoOpenTo(headers))) throw new AppError('refused', 'demo_door_shut')
    const email = demoPeople.find(one => one.key === person)?.email
    const account = email ? await db.account.findUnique({ where: { email }, select: { id: true } }) : null
    if (!account) throw new AppError('not_found', 'not_found')
    await auth().api.openSession({ body: { accountId: account.id }, headers })
    return arrive(account.id, next, now)
  },
  goTo: data => data.goTo,
  stale: 'none',
})

/** Ends this browser's session, and begins again at the start page. */
export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: new Headers(await headers()) })
  redirect('/')
}

/** After a proof of the address: the people of this address are the account's. */
export const linkOwnPeople = action({
  name: 'account.link_people',
  input: z.object({}),
  may: actor => actor.kind === 'account',
  async run({ tx, actor }) {
    if (actor.kind === 'account') await linkPeople(tx, actor.accountId)
  },
  stale: 'none',
})

/** What everybody does on the way in. */
async function arrive(accountId: string, next: string | null, now: Caller['now']) {
  if (await hasUnlinkedPeople(accountId)) {
    await execute(linkOwnPeople.definition, await loadActor(accountId), {}, now)
  }
  return { accountId, goTo: next ?? landingPath(await loadActor(accountId)) }
}

/** What the library refuses, in our word for it; anything else is a fault. */
function refusedAs(reason: string): (error: unknown) => never {
  return error => {
    throw isAPIError(error) ? new AppError('refused', reason) : error
  }
}
