import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { listChanges } from '@/lib/changes/queries'
import { type Caller, enter } from '@/lib/entry'
import { deliverMail } from '@/lib/mail-delivery'
import { type Actor, can, visitor } from '@/lib/policy'
import { hashToken } from '@/lib/tokens'
import { contactOf } from '@/prisma/actors'
import { makeQuestion } from '@/prisma/delegation-factories'
import { factoryDb } from '@/prisma/factories'
import { ownPart, sora } from '../own-part/own.fixture'
import { getOwnPart } from '../own-part/queries'
import { delegationOf, now } from '../setting.fixture'
import { decline } from '../states/actions'
import { fillByLink, openLink, revokeLinks, sendLinks } from './actions'
import { getLink, getLinkHolder } from './queries'

const caller = (actor: Actor = visitor, at = now): Caller => ({
  headers: new Headers(),
  actor,
  locale: 'en',
  now: at,
})

async function sent(state: Parameters<typeof ownPart>[0] = 'submitted') {
  const world = await ownPart(state)
  const { ids, registration, contact } = world
  const send = (actor = contact, at = now, registrationIds = [registration.id]) =>
    execute(sendLinks.definition, actor, { ...ids, registrationIds }, at)
  const tokens = async () => {
    const letters = await factoryDb().mail.findMany({
      where: { exerciseId: ids.exerciseId, template: 'own_part_link', recipient: registration.email },
      orderBy: { id: 'asc' },
    })
    return letters.map(({ secret }) => secret ?? '')
  }
  const fill = (token: string, given: object = {}, at = now, actor: Actor = visitor) =>
    enter(fillByLink.entry, caller(actor, at), { token, version: registration.version, ...sora, ...given })
  return { ...world, send, tokens, fillBy: fill }
}
const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } })

describe('sending a personal link', () => {
  it('writes one letter to the person, and keeps the token’s digest alone', async () => {
    const { send, tokens, registration, contact, exercise } = await sent('draft')
    expect(await send()).toMatchObject({ ok: true, data: { count: 1 } })
    const [token = ''] = await tokens()
    expect(token.length).toBeGreaterThan(40)
    const row = await factoryDb().registrationLink.findFirstOrThrow({
      where: { registrationId: registration.id },
    })
    expect(row).toMatchObject({ tokenHash: hashToken(token), openedAt: null, revokedAt: null })
    const recorded = await factoryDb().changeField.findMany({ where: { row: row.id } })
    const history = JSON.stringify(recorded.map(({ to }) => to))
    expect(history).not.toContain(row.tokenHash)
    expect(await getLink(contact, exercise.id, registration.id)).toMatchObject({
      sentAt: now,
      openedAt: null,
    })
  })
  it('again ends the link before, and of two at once one is alive', async () => {
    const { send, tokens } = await sent()
    await send()
    await Promise.all([send(), send()])
    const holders = await Promise.all((await tokens()).map(token => getLinkHolder(token, now)))
    expect(holders).toHaveLength(3)
    expect(holders.map(({ problem }) => problem).sort()).toEqual(
      [null, 'own_link_revoked', 'own_link_revoked'].sort(),
    )
  })
  it('gives way to a newer link’s letter alone: what has become of the registration is another matter', async () => {
    const { send, registrar, registration, exercise } = await sent('submitted')
    await send()
    await send()
    const input = { exerciseId: exercise.id, registrationIds: [registration.id], reason: 'Too many' }
    expect(await execute(decline.definition, registrar, input, now)).toMatchObject({ ok: true })
    const letters = () =>
      factoryDb().mail.findMany({
        where: { registrationId: registration.id, recipient: registration.email },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      })
    // Nobody listens there: only the letter that gave way is settled without asking.
    const post = { smtpUrl: 'smtp://127.0.0.1:1', from: 'x@example.org', baseUrl: 'https://example.org' }
    for (const { id } of await letters()) await deliverMail(id, now, post)
    expect(await letters()).toMatchObject([
      { template: 'own_part_link', failure: 'superseded', attempts: 0 },
      { template: 'own_part_link', attempts: 1 },
      { template: 'registration_declined', attempts: 1 },
    ])
  })
  it('is for those who speak for the delegation, to people of the own', async () => {
    const { participation, send, exercise } = await sent()
    const estonia = await delegationOf(exercise, 'EST')
    const reader = await contactOf(participation, 'reading_contact')
    for (const actor of [estonia.contact, reader, visitor])
      expect(await send(actor)).toMatchObject({ ok: false })
    expect(await send(await contactOf(participation, 'deputy_contact'))).toMatchObject({ ok: true })
    const other = await sent()
    expect(await send(undefined, now, [other.registration.id])).toMatchObject({
      error: { code: 'not_found' },
    })
  })
  it('is refused to whom nothing is asked any more, and after the last day for changes', async () => {
    const gone = await sent('declined')
    expect(await gone.send()).toMatchObject(refused('ended_get_no_link'))
    const late = await sent()
    expect(await late.send(undefined, late.afterDeadline)).toMatchObject(refused('edit_deadline_passed'))
    expect(await late.tokens()).toEqual([])
  })
})

describe('coming through the link', () => {
  it('works again and again without an account, and the history names the holder', async () => {
    const { send, tokens, fillBy, row, exercise, registrar } = await sent('draft')
    await send()
    const [token = ''] = await tokens()
    expect(await fillBy(token)).toMatchObject({ ok: true })
    const { version } = await row()
    expect(await fillBy(token, { version, languages: 'Deutsch' }, now + 1000)).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ familyName: '佐藤', languages: ['Deutsch'] })
    const { changes } = await listChanges(registrar, exercise.id, 1)
    const [last] = changes.filter(({ action }) => action === 'registration.fill')
    expect(last).toMatchObject({ actorKind: 'link', actorLabel: '佐藤 そら' })
  })
  it('saves once, however often the same request comes', async () => {
    const { send, tokens, fillBy, row } = await sent()
    await send()
    const [token = ''] = await tokens()
    const requestId = crypto.randomUUID()
    const results = await Promise.all([1, 2, 3].map(() => fillBy(token, { requestId })))
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true])
    expect((await row()).version).toBe(2)
  })
  it('reaches the own registration and nothing else, whatever ids the form sends', async () => {
    const { send, tokens, fillBy, row, exercise, participation, registration } = await sent()
    const other = await sent()
    await send()
    const [token = ''] = await tokens()
    await fillBy(token, { ...other.person, givenName: 'Kai' })
    expect((await other.row()).givenName).not.toBe('Kai')
    expect((await row()).givenName).toBe('Kai')
    const { holder } = await getLinkHolder(token, now)
    if (!holder) throw new Error('The link is alive')
    const here = { exerciseId: exercise.id, participationId: participation.id }
    const ids = { ...here, registrationId: registration.id }
    expect(can(holder, 'registration.needs', ids)).toBe(true)
    expect(can(holder, 'registration.needs', { ...ids, registrationId: other.registration.id })).toBe(false)
    for (const permission of ['registration.nominate', 'delegation.read'] as const)
      expect(can(holder, permission, here)).toBe(false)
    for (const permission of ['history.read', 'registration.overview', 'exercise.plan'] as const)
      expect(can(holder, permission, here)).toBe(false)
    expect(await getOwnPart(holder, other.registration.id)).toBeNull()
  })
  it('shows what was said after the last day for changes, and changes nothing', async () => {
    const { send, tokens, fillBy, row, registration, afterDeadline } = await sent()
    await send()
    const [token = ''] = await tokens()
    expect(await fillBy(token, {}, afterDeadline)).toMatchObject(refused('edit_deadline_passed'))
    expect((await row()).filledAt).toBeNull()
    const { holder } = await getLinkHolder(token, afterDeadline)
    expect(holder && (await getOwnPart(holder, registration.id))).toMatchObject({ id: registration.id })
  })
  it('that is unknown, taken back, or older than the exercise opens nothing', async () => {
    const { send, tokens, fillBy, ids, registration, contact, exercise } = await sent()
    await send()
    const [token = ''] = await tokens()
    expect(await fillBy('made-up')).toMatchObject(refused('own_link_unknown'))
    expect(await enter(openLink.entry, caller(), { token: 'made-up' })).toMatchObject(
      refused('own_link_unknown'),
    )
    const over = exercise.startexAt.getTime() + exercise.endexOffset * 1000
    expect(await getLinkHolder(token, over)).toEqual({ problem: 'own_link_expired' })
    const registrationIds = [registration.id]
    expect(await execute(revokeLinks.definition, contact, { ...ids, registrationIds }, now)).toMatchObject({
      ok: true,
      data: { count: 1 },
    })
    expect(await fillBy(token)).toMatchObject(refused('own_link_revoked'))
    expect(await getLinkHolder(token, now)).toEqual({ problem: 'own_link_revoked' })
  })
  it('is noted once as opened, and tells the contact when', async () => {
    const { send, tokens, contact, exercise, registration } = await sent()
    await send()
    const [token = ''] = await tokens()
    for (const at of [now + 1000, now + 2000])
      expect(await enter(openLink.entry, caller(visitor, at), { token })).toMatchObject({ ok: true })
    expect(await getLink(contact, exercise.id, registration.id)).toMatchObject({ openedAt: now + 1000 })
  })
  it('keeps an answer in the person’s own script', async () => {
    const { exercise, send, tokens, fillBy, row } = await sent()
    const question = await makeQuestion(exercise, { required: true })
    await send()
    const [token = ''] = await tokens()
    await fillBy(token, { answers: { [question.id]: '産業用制御システム' } })
    expect((await row()).answers).toMatchObject([{ value: '産業用制御システム' }])
  })
})

it('whoever guesses tokens is slowed down, and a good one takes nothing from the count', async () => {
  const { send, tokens } = await sent()
  await send()
  const [token = ''] = await tokens()
  const address = { ...caller(), headers: new Headers() }
  let last = await enter(openLink.entry, address, { token: 'guess' })
  for (let n = 0; n < 1600 && !last.ok && last.error.reason !== 'too_many_attempts'; n += 40)
    last =
      (
        await Promise.all(
          Array.from({ length: 40 }, () => enter(openLink.entry, address, { token: 'guess' })),
        )
      ).at(-1) ?? last
  expect(last).toMatchObject(refused('too_many_attempts'))
  expect(await enter(openLink.entry, address, { token })).toMatchObject(refused('too_many_attempts'))
})
