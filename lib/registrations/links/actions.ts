'use server'

import { action, type Definition, execute, type Write } from '@/lib/action'
import { clientAddress } from '@/lib/client-address'
import { partnerName } from '@/lib/countries/rules'
import { type Caller, entrance } from '@/lib/entry'
import { env } from '@/lib/env'
import { AppError, refuseIf } from '@/lib/errors'
import { isLocale } from '@/lib/locale'
import { queueMail } from '@/lib/mail'
import { accountOf, can } from '@/lib/policy'
import { countAttempt, forgiveAttempt } from '@/lib/rate-limit'
import { dateOf } from '@/lib/time'
import { hashToken, makeToken } from '@/lib/tokens'
import { getDoor } from '../door/queries'
import { fillOwn } from '../own-part/actions'
import { getLinkHolder } from './queries'
import { sendProblem } from './rules'
import { fillByLinkSchema, openedSchema, openLinkSchema, revokeLinksSchema, sendLinksSchema } from './schema'

const pages = ['/delegation/[participationId]', '/delegation/[participationId]/people/[registrationId]']
const linkPage = '/register/[token]'

/** Sends each of these people a personal link to the own part, by mail; an earlier one opens nothing any more. */
export const sendLinks = action({
  name: 'registration.send_link',
  input: sendLinksSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async (write, { exerciseId, participationId, registrationIds }) => {
    const { tx, now } = write
    const own = { exerciseId, participationId }
    const door = await getDoor(tx, exerciseId, participationId)
    // Two who send at once: the second one's links are those that stay.
    await tx.$queryRaw`
      SELECT FROM "Registration" WHERE "exerciseId" = ${exerciseId}::uuid AND "participationId" = ${participationId}::uuid
         AND "id" = ANY(${registrationIds}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
    const people = await tx.registration.findMany({
      where: { ...own, id: { in: registrationIds } },
      select: {
        ...{ id: true, email: true, state: true, homeTimeZone: true },
        role: { select: { name: true } },
        person: { select: { account: { select: { locale: true, timeZone: true } } } },
      },
      orderBy: { id: 'asc' },
    })
    if (people.length < registrationIds.length) throw new AppError('not_found', 'not_found')
    for (const { state } of people) refuseIf(sendProblem(door, state, now))
    const delegation = await delegationOf(write, own)
    await revokeAlive(write, exerciseId, registrationIds)
    const tokens: string[] = []
    for (const person of people) {
      const token = makeToken()
      tokens.push(token)
      const { id } = await tx.registrationLink.create({
        data: {
          exerciseId,
          registrationId: person.id,
          tokenHash: hashToken(token),
          createdAt: dateOf(now),
          createdById: accountOf(write.actor)?.accountId ?? null,
        },
        select: { id: true },
      })
      // A stranger's language is not known; whoever sends the link writes to people of the own nation.
      const wish = person.person.account?.locale ?? accountOf(write.actor)?.locale
      const locale = isLocale(wish) ? wish : 'en'
      await queueMail(tx, {
        ...{ recipient: person.email, locale, secret: token, exerciseId, registrationId: person.id },
        cause: `own_part_link:${id}`,
        template: 'own_part_link',
        params: {
          exercise: delegation.exercise.name,
          nation: partnerName(delegation.partner, locale),
          role: person.role.name,
          inviter: write.actor.kind === 'account' ? write.actor.name : 'Startex',
          timeZone: person.person.account?.timeZone ?? person.homeTimeZone,
          dated: door.window.editUntil === null ? 'no' : 'yes',
          untilAt: door.window.editUntil ?? 0,
        },
      })
    }
    // One link is told to whoever sends it, this once: letters get lost, and some networks have no mail.
    const [token] = tokens
    const once = people.length === 1 && token ? { link: `${env.baseUrl}/register/${token}` } : undefined
    return { count: people.length, ...(once ? { once } : {}) }
  },
  stale: () => pages,
})

/** Takes links back: they open nothing any more. */
export const revokeLinks = action({
  name: 'registration.revoke_link',
  input: revokeLinksSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async (write, { exerciseId, participationId, registrationIds }) => {
    const where = { exerciseId, participationId, id: { in: registrationIds } }
    const there = await write.tx.registration.count({ where })
    if (there < registrationIds.length) throw new AppError('not_found', 'not_found')
    return { count: await revokeAlive(write, exerciseId, registrationIds) }
  },
  stale: () => pages,
})

/** Fills in the own part by the personal link. The token is the permission: it names the registration, not the form. */
export const fillByLink = entrance({
  name: 'registration.fill_by_link',
  input: fillByLinkSchema,
  run: async (caller, { token, ...given }) => {
    const { holder, ids } = await holderOf(caller, token)
    const result = await execute(fillOwn.definition, holder, { ...given, ...ids }, caller.now)
    if (!result.ok) throw new AppError(result.error.code, result.error.reason, result.error)
  },
  goTo: 'stay',
  stale: [linkPage, ...pages],
})

/** Notes that the link was opened, once. The page says so when its script runs: what only fetches links has none. */
export const openLink = entrance({
  name: 'registration.open_link',
  input: openLinkSchema,
  run: async (caller, { token }) => {
    const { holder, ids } = await holderOf(caller, token)
    await execute(noteOpened, holder, ids, caller.now)
  },
  goTo: 'stay',
  stale: 'none',
})

const noteOpened: Definition<typeof openedSchema, void> = {
  name: 'registration.open_link',
  input: openedSchema,
  may: (actor, input) => actor.kind === 'link' && can(actor, 'registration.fill', input),
  run: async ({ tx, actor, now }, { exerciseId }) => {
    if (actor.kind !== 'link') return
    const where = { id: actor.linkId, exerciseId, openedAt: null }
    await tx.registrationLink.updateMany({ where, data: { openedAt: dateOf(now) } })
  },
  stale: 'none',
}

/** Whoever calls with a token. Attempts are counted by address, since nothing else is known of who guesses. */
async function holderOf({ headers, now }: Caller, token: string) {
  const address = clientAddress(headers)
  await countAttempt('own_link_by_address', address)
  const found = await getLinkHolder(token, now)
  if (found.problem !== null) throw new AppError('refused', found.problem)
  await forgiveAttempt('own_link_by_address', address)
  return found
}

async function delegationOf({ tx }: Write, own: { exerciseId: string; participationId: string }) {
  return tx.participation.findFirstOrThrow({
    where: { id: own.participationId, exerciseId: own.exerciseId },
    select: {
      partner: { select: { kind: true, code: true, name: true } },
      exercise: { select: { name: true } },
    },
  })
}

async function revokeAlive({ tx, now }: Write, exerciseId: string, ids: readonly string[]): Promise<number> {
  const { count } = await tx.registrationLink.updateMany({
    where: { exerciseId, registrationId: { in: [...ids] }, revokedAt: null },
    data: { revokedAt: dateOf(now) },
  })
  return count
}
