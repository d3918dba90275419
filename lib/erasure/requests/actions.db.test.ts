import { describe, expect, it } from 'vitest'
import { getOwnData, listOwnParts } from '@/lib/accounts/data/queries'
import { execute } from '@/lib/action'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { loadActor } from '@/lib/session'
import { makeAccount, staffOf } from '@/prisma/actors'
import { makeAttendance, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeExercise, usualStartexAt } from '@/prisma/factories'
import { audit, course, nationAt, peopleAt, signUpOne, sound } from '../../attendance/course.fixture'
import { counted, now, seated, setting, stateOf } from '../../registrations/setting.fixture'
import { overExercise, tracesOf } from '../erasing.fixture'
import { askDeletion, decideDeletion } from './actions'
import { countDeletionRequests, listDeletionRequests } from './queries'

/** The expert whose registration this is, signed in. */
async function expertOf({ id }: { id: string }): Promise<Actor> {
  const { personId, email } = await factoryDb().registration.findUniqueOrThrow({ where: { id } })
  const account = await makeAccount({ email, locale: 'fr', timeZone: 'Asia/Tokyo' })
  await factoryDb().person.update({ where: { id: personId }, data: { accountId: account.id } })
  return loadActor(account.id)
}

const row = (id: string) => db.registration.findUniqueOrThrow({ where: { id }, include: { person: true } })

type Given = Pick<Awaited<ReturnType<typeof setting>>, 'exercise' | 'registrar'>

async function asked(given: Given, registration: { id: string }) {
  const { exercise, registrar } = given
  const expert = await expertOf(registration)
  const input = { exerciseId: exercise.id, registrationId: registration.id, note: 'I changed my job' }
  const ask = (actor: Actor = expert) => execute(askDeletion.definition, actor, input, now)
  expect(await ask()).toMatchObject({ ok: true })
  const { id: deletionId } = await factoryDb().deletionRequest.findFirstOrThrow({
    where: { registrationId: registration.id, decidedAt: null },
  })
  const decide = (more: object, actor: Actor = registrar, at = now) =>
    execute(decideDeletion.definition, actor, { exerciseId: exercise.id, deletionId, ...more }, at)
  return { expert, ask, decide, deletionId }
}

describe('somebody asks that the own data go', () => {
  it('once, and only of the own part; the registrar sees it in the queue', async () => {
    const given = await setting()
    const [one, other] = [await given.person('submitted'), await given.person('submitted')]
    const { expert, ask } = await asked(given, one)
    expect(await ask()).toMatchObject({ error: { reason: 'deletion_request_taken' } })
    const foreign = { exerciseId: given.exercise.id, registrationId: other.id }
    expect(await execute(askDeletion.definition, expert, foreign, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    const elsewhere = { exerciseId: (await makeExercise()).id, registrationId: one.id }
    expect(await execute(askDeletion.definition, expert, elsewhere, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(await execute(askDeletion.definition, given.registrar, foreign, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(await listDeletionRequests(given.registrar, given.exercise.id)).toMatchObject({
      open: [{ note: 'I changed my job', askedAt: now, registration: { id: one.id } }],
      decided: [],
    })
    expect(await countDeletionRequests(given.registrar, given.exercise.id)).toBe(1)
    for (const actor of [expert, given.contact, await staffOf(given.exercise, 'planner')]) {
      expect(await listDeletionRequests(actor, given.exercise.id)).toBeNull()
      expect(await countDeletionRequests(actor, given.exercise.id)).toBe(0)
    }
  })

  it('of two presses at once one counts', async () => {
    const given = await setting()
    const one = await given.person('confirmed')
    const expert = await expertOf(one)
    const input = { exerciseId: given.exercise.id, registrationId: one.id }
    const results = await Promise.all(
      [1, 2, 3].map(() => execute(askDeletion.definition, expert, input, now)),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the registrar answers', () => {
  it('no, with a reason that the person reads; the person may ask again', async () => {
    const given = await setting()
    const one = await given.person('confirmed')
    const { expert, ask, decide } = await asked(given, one)
    expect(await decide({ granted: false })).toMatchObject({
      error: { fields: { answer: { reason: 'required' } } },
    })
    expect(await decide({ granted: false, answer: 'An inquiry is under way' })).toMatchObject({ ok: true })
    expect(await row(one.id)).toMatchObject({ erasedAt: null, state: 'confirmed', email: one.email })
    const letter = await db.mail.findFirstOrThrow({
      where: { template: 'deletion_refused', recipient: one.email },
    })
    expect(letter).toMatchObject({
      locale: 'fr',
      params: { answer: 'An inquiry is under way', timeZone: 'Asia/Tokyo' },
    })
    expect(await listOwnParts(expert)).toMatchObject([
      { asked: { granted: false, answer: 'An inquiry is under way' } },
    ])
    expect(await ask()).toMatchObject({ ok: true })
  })

  it('yes: before play the place and the seat go to whoever waits, and the name is gone at once', async () => {
    const given = await setting({ places: 2, seats: 2 })
    const { quota, seat, person } = given
    const [one, stays] = [await person('confirmed'), await person('confirmed')]
    const waits = await person('waitlisted', { waitsFor: 'place', submittedAt: new Date(now - 1000) })
    const { decide } = await asked(given, one)
    expect(await decide({ granted: true })).toMatchObject({ ok: true })
    expect(await row(one.id)).toMatchObject({
      ...{ state: 'withdrawn', email: `${one.id}@erased.invalid`, erasedAt: new Date(now) },
      person: { accountId: null, erasedAt: new Date(now) },
    })
    expect([await stateOf(stays), await stateOf(waits)]).toEqual(['confirmed', 'submitted'])
    expect([await counted(quota), await seated(seat)]).toEqual([
      { used: 2, rows: 2 },
      { used: 1, rows: 1 },
    ])
    const told = await db.mail.findMany({ where: { template: 'deletion_granted', recipient: one.email } })
    expect(told).toHaveLength(1)
    // Nothing but the letter that tells them, which goes with the exercise's letters.
    expect(await tracesOf([one.familyName])).toEqual([])
    expect(await db.notice.findMany({ where: { registrationId: one.id } })).toMatchObject([
      { what: 'withdrawn' },
    ])
  })

  it('yes: places at what is still to come go to whoever waits, and what has begun stays as it was', async () => {
    const setup = await course({ onSitePlaces: 1 })
    const japan = await nationAt(setup, 'JPN')
    const one = await makeRegistration(japan.participation, { state: 'submitted' })
    for (const [n, { email }] of [one, { email: 'next@example.org' }].entries())
      await signUpOne(japan.contact, japan.ids, { email }, now + n)
    const past = await makeActivity(setup.exercise, {
      kind: 'course',
      start: { anchor: 'dday', day: -70, minute: 9 * 60, timeZone: 'Europe/Tallinn' },
    })
    await factoryDb().signUp.create({ data: { id: past.id, exerciseId: setup.exercise.id } })
    const { personId, email } = one
    const attended = await makeAttendance(japan.participation, past, { personId, email, state: 'signed_up' })
    await factoryDb().attendance.updateMany({ where: { ...setup.owner, email }, data: { personId } })
    const registrar = await staffOf(setup.exercise, 'registrar')
    const { decide } = await asked({ exercise: setup.exercise, registrar }, one)
    expect(await decide({ granted: true })).toMatchObject({ ok: true })
    expect(await peopleAt(setup)).toMatchObject([
      { state: 'cancelled', erasedAt: new Date(now) },
      { state: 'signed_up', email: 'next@example.org', erasedAt: null },
    ])
    expect(await audit(setup)).toEqual(sound)
    const stays = await db.attendance.findUniqueOrThrow({ where: { id: attended.id } })
    expect(stays).toMatchObject({ state: 'signed_up', erasedAt: new Date(now) })
  })

  it('yes, once play has begun: whoever waits leaves the line all the same', async () => {
    const given = await setting({ places: 1 })
    await given.person('submitted')
    const one = await given.person('waitlisted', { waitsFor: 'place', submittedAt: new Date(now) })
    const { decide } = await asked(given, one)
    expect(await decide({ granted: true }, given.registrar, usualStartexAt + 1)).toMatchObject({ ok: true })
    expect(await row(one.id)).toMatchObject({ state: 'withdrawn', erasedAt: expect.any(Date) })
  })

  it('yes: answers to questions that were removed meanwhile go from the history too', async () => {
    const given = await overExercise()
    const one = await given.somebody()
    const data = { state: 'withdrawn', submittedAt: new Date(now) } as const
    await factoryDb().registration.update({ where: { id: one.id }, data })
    await factoryDb().question.delete({ where: { id: given.question.id } })
    const { decide } = await asked(given, one)
    const answer = one.words.filter(word => word.startsWith('Answer'))
    expect(await tracesOf(answer)).toEqual(['ChangeField'])
    expect(await decide({ granted: true })).toMatchObject({ ok: true })
    expect(await tracesOf(answer)).toEqual([])
  })

  it('yes, once play has begun: the count of who took part stays', async () => {
    const given = await setting()
    const one = await given.person('checked_in')
    const { decide } = await asked(given, one)
    expect(await decide({ granted: true }, given.registrar, usualStartexAt + 1)).toMatchObject({ ok: true })
    expect(await row(one.id)).toMatchObject({ state: 'checked_in', erasedAt: expect.any(Date) })
    expect(await seated(given.seat)).toEqual({ used: 1, rows: 1 })
  })

  it('all that was written of somebody goes, and of others nothing', async () => {
    const given = await overExercise()
    const [one, other] = [await given.somebody(), await given.somebody()]
    // A draft is not the person's to ask about: as if it had been submitted.
    const data = { state: 'withdrawn', submittedAt: new Date(now) } as const
    await factoryDb().registration.update({ where: { id: one.id }, data })
    const { decide } = await asked(given, one)
    const kept = await tracesOf(other.words)
    expect(await decide({ granted: true })).toMatchObject({ ok: true })
    const account = await db.account.count({ where: { email: one.email } })
    expect(account).toBe(1)
    // The account itself is the person's own, and the letter of the decision has their address.
    expect(await tracesOf(one.words.filter(word => word !== one.email))).toEqual([])
    expect(await tracesOf([one.email])).toEqual(['Account', 'Mail'])
    expect(await tracesOf(other.words)).toEqual(kept)
  })

  it('only the exercise’s own registrar; of two who answer at once one is told', async () => {
    const given = await setting()
    const one = await given.person('submitted')
    const { expert, decide } = await asked(given, one)
    const elsewhere = await makeExercise()
    for (const actor of [
      expert,
      given.contact,
      await staffOf(given.exercise, 'planner'),
      await staffOf(elsewhere, 'registrar'),
    ])
      expect(await decide({ granted: true }, actor)).toMatchObject({ error: { code: 'forbidden' } })
    const foreign = await staffOf(elsewhere, 'registrar')
    expect(await decide({ exerciseId: elsewhere.id, granted: true }, foreign)).toMatchObject({
      error: { code: 'not_found' },
    })
    const results = await Promise.all([decide({ granted: true }), decide({ granted: false, answer: 'No' })])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { reason: 'deletion_decided' } })
  })
})

describe('one’s own data as a file', () => {
  it('hold all that is kept of somebody, and of nobody else', async () => {
    const given = await overExercise()
    const [one, other] = [await given.somebody(), await given.somebody()]
    const expert = await expertOf({ id: one.id })
    const file = JSON.stringify(await getOwnData(expert))
    for (const word of one.words.filter(word => !word.startsWith('Reason'))) expect(file).toContain(word)
    for (const word of other.words) expect(file).not.toContain(word)
    const contact = given.contact.kind === 'account' ? given.contact.name : ''
    expect(file).not.toContain(contact)
    expect(await getOwnData({ kind: 'visitor' })).toBeNull()
  })
})
