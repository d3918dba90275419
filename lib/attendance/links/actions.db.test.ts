import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { type Caller, enter } from '@/lib/entry'
import { visitor } from '@/lib/policy'
import { countAttempt } from '@/lib/rate-limit'
import { dateOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import { staffOf } from '@/prisma/actors'
import { makePartner } from '@/prisma/delegation-factories'
import { factoryDb, makeProgramme, usualStartexAt } from '@/prisma/factories'
import { course, guest, letters, nationAt, now, peopleAt, signUpOne } from '../course.fixture'
import { cancelWithLink, revokeSignUpLink, sendSignUpLink, signUpWithLink } from './actions'
import { getLinkedSignUp, listSignUpLinks } from './queries'

const reasonOf = (result: Awaited<ReturnType<typeof execute>>) => (result.ok ? 'ok' : result.error.reason)
const caller = (at = now): Caller => ({ headers: new Headers(), actor: visitor, locale: 'en', now: at })

async function sent() {
  const visit = await course({ onSitePlaces: 1, closes: 'D-52' })
  const partner = await makePartner({ id: visit.exercise.programmeId }, { code: 'UKR', name: 'Ukraine' })
  const asked = { ...visit.owner, partnerId: partner.id, email: 'mod@example.org', locale: 'fr' }
  const send = (actor = visit.planner, given: object = {}, at = now) =>
    execute(sendSignUpLink.definition, actor, { ...asked, ...given }, at)
  const made = await send()
  const link = made.ok ? made.data : null
  const token = link?.once?.link.split('/').at(-1) ?? ''
  const signUp = (given: object = {}, at = now) =>
    enter(signUpWithLink.entry, caller(at), { token, ...guest(), ...given })
  return { visit, partner, send, token, linkId: link?.linkId ?? '', signUp }
}

it('a partner without a contact gets a letter, and its link signs up the own people without an account', async () => {
  const { visit, token, signUp } = await sent()
  expect(await letters(visit)).toEqual(['sign_up_link mod@example.org'])
  const stored = JSON.stringify(await factoryDb().signUpLink.findMany({ where: visit.owner }))
  expect(stored).not.toContain(token)
  expect(await signUp({ email: 'a@example.org' })).toMatchObject({ ok: true, data: { signedUp: 1 } })
  expect(await signUp({ email: 'b@example.org' })).toMatchObject({ ok: true, data: { waiting: 1 } })
  const japan = await nationAt(visit, 'JPN')
  await signUpOne(japan.contact, japan.ids, { email: 'c@example.org' })
  const seen = await getLinkedSignUp(token, now)
  expect(seen?.people.map(({ email }) => email).sort()).toEqual(['a@example.org', 'b@example.org'])
  expect(seen).toMatchObject({ partner: { code: 'UKR' }, places: { on_site: { size: 1, used: 1 } } })
})

it('its holder gives back places of the own people alone', async () => {
  const { visit, token, signUp } = await sent()
  const japan = await nationAt(visit, 'JPN')
  await signUpOne(japan.contact, japan.ids, { email: 'c@example.org' })
  await signUp({ email: 'a@example.org' })
  const people = await peopleAt(visit)
  const cancel = (email: string) =>
    enter(cancelWithLink.entry, caller(), {
      token,
      attendanceId: people.find(person => person.email === email)?.id,
    })
  expect(await cancel('c@example.org')).toMatchObject({ error: { reason: 'not_found' } })
  expect(await cancel('a@example.org')).toMatchObject({ ok: true })
})

it('a link opens nothing once it is taken back, once sign-up has closed, or when it was made up', async () => {
  const { visit, linkId, token, signUp } = await sent()
  expect(await signUp({}, now + 9 * DAY)).toMatchObject({ error: { reason: 'sign_up_link_over' } })
  expect(await signUp({ token: 'made-up-made-up-made-up' })).toMatchObject({
    error: { reason: 'sign_up_link_over' },
  })
  const far = await course()
  const revoke = (actor: typeof far.planner, owner: object) =>
    execute(revokeSignUpLink.definition, actor, { ...owner, linkId }, now)
  expect(reasonOf(await revoke(far.planner, far.owner))).toBe('not_found')
  expect((await listSignUpLinks(visit.planner, visit.owner, now)).length).toBe(1)
  expect(reasonOf(await revoke(visit.planner, visit.owner))).toBe('ok')
  expect(await signUp()).toMatchObject({ error: { reason: 'sign_up_link_over' } })
  expect(await getLinkedSignUp(token, now)).toBeNull()
  expect(await listSignUpLinks(visit.planner, visit.owner, now)).toEqual([])
})

it('a link opens until sign-up closes now, whatever the letter said', async () => {
  const { visit, token, signUp } = await sent()
  const startexAt = (days: number) =>
    factoryDb().exercise.update({
      where: { id: visit.exercise.id },
      data: { startexAt: dateOf(usualStartexAt + days * DAY) },
    })
  await startexAt(10)
  const later = now + 12 * DAY
  expect(await signUp({}, later)).toMatchObject({ ok: true })
  expect(await getLinkedSignUp(token, later)).not.toBeNull()
  expect(await listSignUpLinks(visit.planner, visit.owner, later)).toHaveLength(1)
  await startexAt(-5)
  const earlier = now + 5 * DAY
  expect(await signUp({}, earlier)).toMatchObject({ error: { reason: 'sign_up_link_over' } })
  expect(await getLinkedSignUp(token, earlier)).toBeNull()
  expect(await listSignUpLinks(visit.planner, visit.owner, earlier)).toEqual([])
})

it('a good link is no unlimited mailer: a hundred acts an hour', async () => {
  const { linkId, signUp } = await sent()
  for (let act = 0; act < 99; act++) await countAttempt('sign_up_by_link', linkId)
  expect(await signUp()).toMatchObject({ ok: true })
  expect(await signUp()).toMatchObject({ error: { reason: 'too_many_attempts' } })
})

it('is sent by organisers alone, to partners of the own programme, while people can still sign up', async () => {
  const { visit, send } = await sent()
  const far = await makePartner(await makeProgramme(), { code: 'FRA', name: 'France' })
  expect(reasonOf(await send(visit.planner, { partnerId: far.id }))).toBe('not_found')
  expect(reasonOf(await send(await staffOf(visit.exercise, 'observer')))).toBe('not_yours')
  expect(reasonOf(await send((await nationAt(visit, 'JPN')).contact))).toBe('not_yours')
  expect(reasonOf(await send(visit.planner, {}, now + 9 * DAY))).toBe('sign_up_closed')
})
