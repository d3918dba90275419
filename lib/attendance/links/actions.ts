'use server'

import { action, execute } from '@/lib/action'
import { clientAddress } from '@/lib/client-address'
import { partnerName } from '@/lib/countries/rules'
import { type Caller, entrance } from '@/lib/entry'
import { env } from '@/lib/env'
import { AppError, refuseIf } from '@/lib/errors'
import { queueMail } from '@/lib/mail'

import { accountOf, can } from '@/lib/policy'
import { countAttempt, forgiveAttempt } from '@/lib/rate-limit'
import { dateOf } from '@/lib/time'
import { hashToken, makeToken } from '@/lib/tokens'
import { cancelByLink, signUpByLink } from '../actions'
import { getOffer } from '../offer/queries'
import { signUpDoor } from '../rules'
import { getSignUpLink } from './queries'
import {
  cancelWithLinkSchema,
  revokeSignUpLinkSchema,
  sendSignUpLinkSchema,
  signUpWithLinkSchema,
} from './schema'

const listPage = '/exercises/[code]/schedule/activities/[activityId]/attendance'
const linkPage = '/sign-up/[token]'

/** Writes to a partner that has no contact in the exercise: the letter's link signs its people up until sign-up closes. */
export const sendSignUpLink = action({
  name: 'sign_up_link.send',
  input: sendSignUpLinkSchema,
  may: (actor, input) => can(actor, 'attendance.edit', input),
  run: async (write, { partnerId, email, locale, ...owner }) => {
    const { tx, now, actor } = write
    const offer = await getOffer(tx, actor, owner)
    const partner = await tx.partner.findFirst({
      where: { id: partnerId, programme: { exercises: { some: { id: owner.exerciseId } } } },
      select: { kind: true, code: true, name: true, timeZone: true },
    })
    if (!offer || !partner) throw new AppError('not_found', 'not_found')
    const door = signUpDoor(offer.window, now)
    refuseIf(door === 'closed' || door === 'shut' ? `sign_up_${door}` : null)
    const activity = await tx.activity.findFirstOrThrow({
      where: { id: owner.activityId, exerciseId: owner.exerciseId },
      select: { title: true },
    })
    const exercise = await tx.exercise.findUniqueOrThrow({
      where: { id: owner.exerciseId },
      select: { name: true, timeZone: true },
    })
    const token = makeToken()
    const expiresAt = offer.window.closesAt
    const { id } = await tx.signUpLink.create({
      data: {
        ...owner,
        ...{ programmeId: offer.programmeId, partnerId, email, tokenHash: hashToken(token) },
        ...{ createdAt: dateOf(now), expiresAt: dateOf(expiresAt) },
        createdById: accountOf(actor)?.accountId ?? null,
      },
      select: { id: true },
    })
    await queueMail(tx, {
      ...{ recipient: email, locale, secret: token, exerciseId: owner.exerciseId },
      cause: `sign_up_link:${id}`,
      template: 'sign_up_link',
      params: {
        ...{ exercise: exercise.name, activity: activity.title, nation: partnerName(partner, locale) },
        inviter: actor.kind === 'account' ? actor.name : 'Startex',
        ...{ startAt: offer.startAt, expiresAt, timeZone: partner.timeZone ?? exercise.timeZone },
      },
    })
    // Told to whoever sends it, this once: letters get lost, and some networks have no mail.
    return { linkId: id, once: { link: `${env.baseUrl}/sign-up/${token}` } }
  },
  stale: () => [listPage],
})

/** Takes a link back: it opens nothing any more. Whoever was signed up by it stays. */
export const revokeSignUpLink = action({
  name: 'sign_up_link.revoke',
  input: revokeSignUpLinkSchema,
  may: (actor, input) => can(actor, 'attendance.edit', input),
  run: async ({ tx, now }, { linkId: id, ...owner }) => {
    const { count } = await tx.signUpLink.updateMany({
      where: { id, ...owner, revokedAt: null },
      data: { revokedAt: dateOf(now) },
    })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => [listPage],
})

/** Signs up somebody of the partner whom the link was sent to. The token is the permission, and says for what. */
export const signUpWithLink = entrance({
  name: 'attendance.sign_up_with_link',
  input: signUpWithLinkSchema,
  run: async (caller, { token, ...given }) => {
    const { id: linkId, exerciseId, activityId } = await linkOf(caller, token)
    const input = { ...given, linkId, exerciseId, activityId }
    const result = await execute(signUpByLink.definition, holder, input, caller.now)
    if (!result.ok) throw new AppError(result.error.code, result.error.reason, result.error)
    return result.data
  },
  goTo: 'stay',
  stale: [linkPage, listPage],
})

export const cancelWithLink = entrance({
  name: 'attendance.cancel_with_link',
  input: cancelWithLinkSchema,
  run: async (caller, { token, ...given }) => {
    const { id: linkId, exerciseId, activityId } = await linkOf(caller, token)
    const input = { ...given, linkId, exerciseId, activityId }
    const result = await execute(cancelByLink.definition, holder, input, caller.now)
    if (!result.ok) throw new AppError(result.error.code, result.error.reason, result.error)
  },
  goTo: 'stay',
  stale: [linkPage, listPage],
})

/** The history names the act; who held the link is not known. */
const holder = { kind: 'job', name: 'sign-up link' } as const

/** Attempts are counted by address, since nothing else is known of who guesses; and acts by link, however good it is. */
async function linkOf({ headers, now }: Caller, token: string) {
  const address = clientAddress(headers)
  await countAttempt('own_link_by_address', address)
  const link = await getSignUpLink(token, now)
  if (!link) throw new AppError('refused', 'sign_up_link_over')
  await forgiveAttempt('own_link_by_address', address)
  await countAttempt('sign_up_by_link', link.id)
  return link
}
