import { beforeEach, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { deliverMail } from '@/lib/mail-delivery'
import { writeLetter } from '@/lib/mail-text'
import type { Actor } from '@/lib/policy'
import { contactOf, makeAccount, makeMembership } from '@/prisma/actors'
import { makeCompany } from '@/prisma/delegation-factories'
import { factoryDb } from '@/prisma/factories'
import { idsOf, setting } from '../setting.fixture'
import { confirm, decline, waitlist, withdraw } from '../states/actions'
import { sendDigest } from './actions'
import { listDueDigests } from './queries'
import { gathering } from './rules'

/** Ten in the morning in Tallinn, in the middle of the night in Los Angeles. */
const now = Date.UTC(2027, 1, 20, 8)
const later = now + gathering
const HOUR = 3_600_000
const job: Actor = { kind: 'job', name: 'digests' }

beforeEach(() => factoryDb().notice.deleteMany())

async function told(actor: Actor, timeZone: string): Promise<string> {
  const id = actor.kind === 'account' ? actor.accountId : ''
  return (await factoryDb().account.update({ where: { id }, data: { timeZone } })).email
}

async function delegation() {
  const given = await setting()
  const email = await told(given.contact, 'Europe/Tallinn')
  const { exerciseId, participationId } = given.ids
  const run = async (at: number) => {
    for (const ids of await listDueDigests(at)) await execute(sendDigest.definition, job, ids, at)
  }
  const letters = () =>
    factoryDb().mail.findMany({
      where: { exerciseId, template: 'contact_digest' },
      orderBy: { createdAt: 'asc' },
    })
  const asked = (people: { id: string }[]) => ({
    exerciseId,
    participationId,
    registrationIds: idsOf(...people),
    reason: 'Too many',
  })
  return { ...given, email, run, letters, asked }
}

it('a contact gets one letter about all that the organisers decided within some minutes', async () => {
  const { people, registrar, email, run, letters, asked } = await delegation()
  const [one, two, three, four] = [...(await people(4, 'endorsed'))]
  if (!one || !two || !three || !four) throw new Error('four people')
  await execute(confirm.definition, registrar, asked([one, two]), now)
  await execute(decline.definition, registrar, asked([three]), now + 60_000)
  await execute(waitlist.definition, registrar, asked([four]), now + 120_000)
  await run(later - 1)
  expect(await letters()).toEqual([])
  await run(later)
  await run(later + HOUR)
  const [letter, ...more] = await letters()
  expect(more).toEqual([])
  expect(letter).toMatchObject({
    recipient: email,
    params: { total: 4, counts: { confirmed: 2, waitlisted: 1, declined: 1 } },
  })
  const row = { template: 'contact_digest', params: letter?.params, locale: 'en', secret: null } as const
  const { text, subject } = writeLetter(row, 'https://startex.example.org')
  expect(subject).toContain('news about 4 of your people')
  expect(text).toContain(`– Confirmed (2): ${one.givenName} ${one.familyName}, `)
  expect(text).toContain(`– Declined by the organisers (1): ${three.givenName} ${three.familyName}\n`)
})

it('only the newest word goes, and none that is no longer true', async () => {
  const { person, registrar, contact, run, letters, asked } = await delegation()
  const [back, gone] = [await person('endorsed'), await person('endorsed')]
  await execute(confirm.definition, registrar, asked([back, gone]), now)
  await execute(decline.definition, registrar, asked([back]), now)
  expect(await execute(withdraw.definition, contact, asked([gone]), now)).toMatchObject({ ok: true })
  await run(later)
  expect((await letters()).map(({ params }) => params)).toMatchObject([{ total: 1, counts: { declined: 1 } }])
})

it('somebody who comes in from the waiting list is news, also to whoever made room; the own acts are none', async () => {
  const { person, people, contact, participation, quota, run, letters, asked, email } = await delegation()
  const deputy = await told(await contactOf(participation, 'deputy_contact'), 'Europe/Tallinn')
  await contactOf(participation, 'reading_contact')
  const taken = await people(10, 'submitted')
  await factoryDb().quota.update({ where: { id: quota.id }, data: { used: 10 } })
  await person('waitlisted', { waitsFor: 'place', submittedAt: new Date(now - HOUR) })
  expect(await execute(withdraw.definition, contact, asked(taken.slice(0, 1)), now)).toMatchObject({
    ok: true,
  })
  await run(later)
  const found = await letters()
  expect(found.map(({ recipient }) => recipient).sort()).toEqual([email, deputy].sort())
  expect(found.every(({ params }) => JSON.stringify(params).includes('"counts":{"came_in":1}'))).toBe(true)
})

it('nobody is written to at night: who sleeps now hears of it in the morning, with what came since', async () => {
  const { participation, people, registrar, run, letters, asked } = await delegation()
  const far = await told(await contactOf(participation, 'deputy_contact'), 'America/Los_Angeles')
  const [one, two] = await people(2, 'endorsed')
  if (!one || !two) throw new Error('two people')
  await execute(decline.definition, registrar, asked([one]), now)
  await run(later)
  expect((await letters()).map(({ recipient }) => recipient)).not.toContain(far)
  await execute(decline.definition, registrar, asked([two]), now + HOUR)
  await run(now + 9 * HOUR)
  expect((await letters()).filter(({ recipient }) => recipient === far)).toMatchObject([
    { params: { total: 2 } },
  ])
})

it('a company’s contact hears of its own people, and of nobody else', async () => {
  const { participation, person, registrar, run, letters, asked } = await delegation()
  const company = await makeCompany(participation)
  const account = await makeAccount({ timeZone: 'Europe/Tallinn' })
  const { exerciseId, id: participationId } = participation
  await makeMembership(account, {
    role: 'company_contact',
    exerciseId,
    participationId,
    companyId: company.id,
  })
  const [own, other] = [await person('endorsed', { companyId: company.id }), await person('endorsed')]
  await execute(decline.definition, registrar, asked([own, other]), now)
  await run(later)
  const theirs = (await letters()).find(({ recipient }) => recipient === account.email)
  expect(theirs).toMatchObject({ params: { total: 1, people: [{ id: own.id }], companyId: company.id } })
  expect((await letters()).filter(({ params }) => JSON.stringify(params).includes(other.id))).toHaveLength(1)
})

it('several clocks that ring at once send it once, and who has left the delegation gets none', async () => {
  const { person, registrar, contact, run, letters, asked } = await delegation()
  await execute(decline.definition, registrar, asked([await person('endorsed')]), now)
  await Promise.all([1, 2, 3, 4].map(() => run(later)))
  expect(await letters()).toHaveLength(1)
  await execute(decline.definition, registrar, asked([await person('endorsed')]), later)
  const accountId = contact.kind === 'account' ? contact.accountId : ''
  await factoryDb().membership.deleteMany({ where: { accountId } })
  await run(later + gathering)
  expect(await letters()).toHaveLength(1)
  expect(await factoryDb().notice.count()).toBe(0)
})

it('nobody but our own clock sends digests', async () => {
  const { registrar, contact, ids } = await delegation()
  const accountId = contact.kind === 'account' ? contact.accountId : ''
  expect(await execute(sendDigest.definition, registrar, { ...ids, accountId }, now)).toMatchObject({
    error: { code: 'forbidden' },
  })
})

it('an expert’s letter gives way to a newer one about the same registration, and a repeated request writes none', async () => {
  const { exercise, person, registrar } = await delegation()
  const one = await person('endorsed')
  const input = { exerciseId: exercise.id, registrationIds: [one.id], reason: 'Too many' }
  const request = { ...input, requestId: crypto.randomUUID() }
  await execute(confirm.definition, registrar, request, now)
  await execute(confirm.definition, registrar, request, now)
  await execute(decline.definition, registrar, input, now)
  const letters = () =>
    factoryDb().mail.findMany({ where: { registrationId: one.id }, orderBy: { createdAt: 'asc' } })
  const [first, second, ...more] = await letters()
  expect(more).toEqual([])
  expect([first?.template, second?.template]).toEqual(['registration_confirmed', 'registration_declined'])
  // Nobody listens there: only the letter that gave way is settled without asking.
  const post = { smtpUrl: 'smtp://127.0.0.1:1', from: 'x@example.org', baseUrl: 'https://example.org' }
  for (const { id } of [first, second].flatMap(one => one ?? [])) await deliverMail(id, now, post)
  expect(await letters()).toMatchObject([
    { failure: 'superseded', attempts: 0 },
    { attempts: 1, givenUpAt: null },
  ])
})
