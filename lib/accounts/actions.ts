'use server'

import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { action, type Definition, execute } from '../action'
import { sessionOf } from '../auth'
import { db } from '../db'
import { entrance } from '../entry'
import { AppError, fieldRefusal } from '../errors'
import { queueMail } from '../mail'
import type { Actor } from '../policy'
import { countAttempt, forgetAttempts } from '../rate-limit'
import { needsCurrentPassword, passwordProblem } from './rules'
import {
  localeSchema,
  profileSchema,
  revokeSessionSchema,
  setPasswordSchema,
  signOutElsewhereSchema,
  timeZoneSchema,
} from './schema'

const isSignedIn = (actor: Actor) => actor.kind === 'account'

function own(actor: Actor) {
  if (actor.kind !== 'account') throw new AppError('unauthenticated', 'sign_in_first')
  return actor
}

export const updateProfile = action({
  name: 'account.update_profile',
  input: profileSchema,
  may: isSignedIn,
  async run({ tx, actor }, profile) {
    const where = { id: own(actor).accountId }
    return tx.account.update({ where, data: profile, select: { locale: true, timeZone: true } })
  },
  stale: () => ['/account'],
})

export const keepLocale = action({
  name: 'account.choose_locale',
  input: localeSchema,
  may: isSignedIn,
  async run({ tx, actor }, choice) {
    await tx.account.update({ where: { id: own(actor).accountId }, data: choice, select: { id: true } })
  },
  stale: 'none',
})

export const chooseTimeZone = action({
  name: 'account.choose_time_zone',
  input: timeZoneSchema,
  may: isSignedIn,
  async run({ tx, actor }, choice) {
    await tx.account.update({ where: { id: own(actor).accountId }, data: choice, select: { id: true } })
  },
  // Times stand on every page.
  stale: () => ['/'],
})

export const revokeSession = action({
  name: 'account.revoke_session',
  input: revokeSessionSchema,
  may: isSignedIn,
  async run({ tx, actor }, { sessionId }) {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, ownerId: own(actor).accountId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => ['/account'],
})

export const signOutElsewhere = action({
  name: 'account.sign_out_elsewhere',
  input: signOutElsewhereSchema,
  may: isSignedIn,
  async run({ tx, actor }, { keep }) {
    const { count } = await tx.session.deleteMany({
      where: { ownerId: own(actor).accountId, ...(keep ? { id: { not: keep } } : {}) },
    })
    return { ended: count }
  },
  stale: () => ['/account'],
})

/** Sets or replaces the own password, ends the other sessions and tells the owner by mail. */
export const setPassword = entrance({
  name: 'account.set_password',
  input: setPasswordSchema,
  async run({ actor, headers, now }, { current, password }) {
    const { accountId, email } = own(actor)
    const session = await sessionOf(headers)
    const problem = passwordProblem(password, email)
    if (problem) throw fieldRefusal('password', problem)
    const known = await db.credential.findFirst({
      where: { ownerId: accountId, providerId: 'credential' },
      select: { password: true },
    })
    const hash = known?.password ?? null
    if (needsCurrentPassword(hash !== null, session?.since ?? 0, now)) {
      await countAttempt('password_change_by_account', accountId)
      const right = hash !== null && (await verifyPassword({ hash, password: current ?? '' }))
      if (!right) throw fieldRefusal('current', 'wrong_password')
      await forgetAttempts('password_change_by_account', accountId)
    }
    const input = { hash: await hashPassword(password), keep: session?.sessionId ?? null }
    const result = await execute(changePassword, actor, input, now)
    if (!result.ok) throw new AppError(result.error.code, result.error.reason, result.error)
    return {}
  },
  goTo: 'stay',
  stale: ['/account'],
})

const changePasswordSchema = z.object({ hash: z.string(), keep: z.uuid().nullable() })

/** Apart from `setPassword`, so that no transaction waits for the hashing. */
const changePassword: Definition<typeof changePasswordSchema, void> = {
  name: 'account.set_password',
  input: changePasswordSchema,
  may: isSignedIn,
  async run({ tx, actor, now, changeId }, { hash, keep }) {
    const { accountId, email, locale, timeZone } = own(actor)
    const subject = { providerId: 'credential', subject: accountId }
    await tx.credential.upsert({
      where: { providerId_subject: subject },
      create: { ...subject, ownerId: accountId, password: hash },
      update: { password: hash },
      select: { id: true },
    })
    await tx.session.deleteMany({ where: { ownerId: accountId, ...(keep ? { id: { not: keep } } : {}) } })
    await queueMail(tx, {
      cause: `password_changed:${changeId}`,
      recipient: email,
      locale: locale === 'fr' ? 'fr' : 'en',
      template: 'password_changed',
      params: { changedAt: now, timeZone: timeZone ?? 'UTC' },
    })
  },
  stale: 'none',
}
