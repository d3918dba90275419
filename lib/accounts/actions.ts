'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { auth } from '../auth'
import { db } from '../db'
import { isDemoOpenTo } from '../demo-door'
import { entrance } from '../entry'
import { AppError } from '../errors'
import { loadActor } from '../session'
import { demoPeople } from './demo-people'
import { landingPath } from './rules'
import { demoSchema } from './schema'

/** One click, no password: only in front of the demo itself, see lib/demo-door.ts. */
export const signInAsDemo = entrance({
  name: 'account.sign_in_as_demo',
  input: demoSchema,
  async run({ headers }, { person, next }) {
    if (!(await isDemoOpenTo(headers))) throw new AppError('refused', 'demo_door_shut')
    const email = demoPeople.find(one => one.key === person)?.email
    const account = email ? await db.account.findUnique({ where: { email }, select: { id: true } }) : null
    if (!account) throw new AppError('not_found', 'not_found')
    await auth().api.openSession({ body: { accountId: account.id }, headers })
    return { goTo: next ?? landingPath(await loadActor(account.id)) }
  },
  goTo: data => data.goTo,
})

/** Ends this browser's session, and begins again at the start page. */
export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() })
  redirect('/')
}
