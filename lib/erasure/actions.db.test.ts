import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { listChanges } from '@/lib/changes/queries'
import { db, sql } from '@/lib/db'
import { inviteContact } from '@/lib/invitations/actions'
import { listLetters } from '@/lib/outbox/queries'
import { erasePersonalData } from '@/lib/tasks'
import { administrator, staffOf } from '@/prisma/actors'
import {
  makeAttendance,
  makeParticipation,
  makePerson,
  makeRegistration,
} from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeExercise } from '@/prisma/factories'
import { counted } from '../registrations/setting.fixture'
import { editRetention, eraseIdentities, eraseNeeds } from './actions'
import { DAY, overExercise, tracesOf } from './erasing.fixture'
import { getErasures } from './queries'

const job = { kind: 'job', name: 'erasure' } as const
const row = (id: string) => db.registration.findUniqueOrThrow({ where: { id }, include: { person: true } })
const proof = (exerciseId: string) =>
  db.erasure.findMany({ where: { exerciseId }, orderBy: [{ startedAt: 'asc' }, { rule: 'asc' }] })

describe('thirty days after ENDEX', () => {
  it('what people need goes, from the history too, and nothing else', async () => {
    const { exercise, endex, somebody, registrar } = await overExercise()
    const one = await somebody()
    const diet = one.words.find(word => word.startsWith('Diet')) ?? ''
    await erasePersonalData(endex + 30 * DAY - 1)
    expect(await tracesOf([diet])).toEqual(['ChangeField', 'RegistrationNeeds'])
    expect(await proof(exercise.id)).toEqual([])
    await erasePersonalData(endex + 30 * DAY)
    expect(await tracesOf([diet])).toEqual([])
    expect(await row(one.id)).toMatchObject({ email: one.email, erasedAt: null })
    expect(await proof(exercise.id)).toMatchObject([
      { rule: 'needs', rows: 1, finishedAt: new Date(endex + 30 * DAY) },
    ])
    const { changes } = await listChanges(registrar, exercise.id, 1)
    const needs = changes.flatMap(({ fields }) => fields).filter(({ table }) => table === 'RegistrationNeeds')
    expect(needs.map(({ kind }) => kind)).toEqual(['removed', 'made'])
  })

  it('a run that finds nothing new leaves the proof as it is; an exercise without needs is proven too', async () => {
    const { exercise, endex } = await overExercise()
    await erasePersonalData(endex + 30 * DAY)
    await erasePersonalData(endex + 31 * DAY)
    expect(await proof(exercise.id)).toMatchObject([
      { rule: 'needs', rows: 0, finishedAt: new Date(endex + 30 * DAY) },
    ])
    const looked = await db.marker.findUniqueOrThrow({ where: { key: 'erasure.looked' } })
    expect(looked.setAt).toEqual(new Date(endex + 31 * DAY))
  })

  it('is counted anew where STARTEX moves', async () => {
    const { exercise, endex, somebody } = await overExercise()
    const one = await somebody()
    await factoryDb().exercise.update({
      where: { id: exercise.id },
      data: { startexAt: new Date(exercise.startexAt.getTime() + 5 * DAY) },
    })
    const step = { exerciseId: exercise.id, startedAt: endex }
    const early = await execute(eraseNeeds.definition, job, step, endex + 30 * DAY)
    expect(early).toMatchObject({ ok: true, data: { left: false } })
    expect(await db.registrationNeeds.count({ where: { registrationId: one.id } })).toBe(1)
    await erasePersonalData(endex + 35 * DAY)
    expect(await db.registrationNeeds.count({ where: { registrationId: one.id } })).toBe(0)
  })
})

describe('after the exercise’s own time', () => {
  it('no word of anybody is left anywhere, and the counts are what they were', async () => {
    const { exercise, endex, somebody, people, quota, role, team, participation, registrar } =
      await overExercise()
    const all = [await somebody(), await somebody()]
    const confirmed = await people(3, 'confirmed')
    const before = await counted(quota)
    const words = all.flatMap(one => one.words)
    expect(await tracesOf(words)).toEqual(
      expect.arrayContaining([
        'Answer',
        'Change',
        'ChangeField',
        'Mail',
        'Person',
        'Registration',
        'RegistrationNeeds',
      ]),
    )
    const { retentionDays } = await factoryDb().exercise.findUniqueOrThrow({ where: { id: exercise.id } })
    await erasePersonalData(endex + retentionDays * DAY - 1)
    expect(await row(all[0]?.id ?? '')).toMatchObject({ erasedAt: null })
    const at = endex + retentionDays * DAY
    await erasePersonalData(at)
    expect(await tracesOf(words)).toEqual([])
    expect(await tracesOf(confirmed.map(({ familyName }) => familyName))).toEqual([])
    expect(await counted(quota)).toEqual(before)
    for (const { id } of confirmed)
      expect(await row(id)).toMatchObject({
        ...{ roleId: role.id, teamId: team.id, participationId: participation.id, state: 'confirmed' },
        ...{ email: `${id}@erased.invalid`, nativeName: '', erasedAt: new Date(at) },
        person: { homeNation: 'EST', accountId: null, erasedAt: new Date(at) },
      })
    expect((await proof(exercise.id)).at(-1)).toMatchObject({
      rule: 'identities',
      rows: 5,
      finishedAt: new Date(at),
    })
    const { changes } = await listChanges(registrar, exercise.id, 1)
    expect(changes.length).toBeGreaterThan(0)
  })

  it('letters say no more to whom and of what they were, not even on the page of letters', async () => {
    const { endex, somebody } = await overExercise()
    const one = await somebody()
    await erasePersonalData(endex + 366 * DAY)
    const mail = await db.mail.findUniqueOrThrow({ where: { cause: `about:${one.id}` } })
    expect(mail).toMatchObject({
      recipient: `${mail.id}@erased.invalid`,
      params: { erased: true },
      secret: null,
    })
    expect(mail).toMatchObject({ nextAttemptAt: null, failure: 'erased' })
    const shown = (await listLetters(await administrator(), 1))?.letters.find(({ id }) => id === mail.id)
    expect(shown).toMatchObject({ erased: true, subject: null, text: null, stuck: false })
  })

  it('somebody with a part in another exercise keeps that one, and nothing leads from here to it', async () => {
    const { exercise, endex, somebody } = await overExercise()
    const one = await somebody()
    const { personId } = await row(one.id)
    const next = await makeExercise({
      programmeId: exercise.programmeId,
      startexAt: endex + 300 * DAY,
    })
    const other = await makeRegistration(await makeParticipation(next), { personId })
    await erasePersonalData(endex + 366 * DAY)
    const gone = await row(one.id)
    expect(gone.personId).not.toBe(personId)
    expect(gone.person).toMatchObject({
      email: `${gone.personId}@erased.invalid`,
      erasedAt: expect.any(Date),
    })
    expect(await row(other.id)).toMatchObject({
      erasedAt: null,
      person: { id: personId, email: one.email, erasedAt: null },
    })
    const images = await sql`
      SELECT FROM "ChangeField" WHERE "table" = 'Registration' AND "row" = ${one.id} AND ("from"::text || "to"::text) LIKE ${`%${personId}%`}`
    expect(images).toHaveLength(0)
    const far = endex + 800 * DAY
    await erasePersonalData(far)
    expect(await row(other.id)).toMatchObject({
      erasedAt: new Date(far),
      person: { id: personId, erasedAt: new Date(far) },
    })
    expect(await tracesOf([one.email])).toEqual([])
  })

  it('whoever attended a course goes too: with the own part, and as a guest without one', async () => {
    const { exercise, endex, somebody, participation } = await overExercise()
    const one = await somebody()
    const { personId } = await row(one.id)
    const course = await makeActivity(exercise, { kind: 'course' })
    const named = (word: string) => ({
      givenName: word,
      familyName: word,
      nativeName: word,
      state: 'signed_up' as const,
    })
    const own = await makeAttendance(participation, course, {
      ...named('Coursezq'),
      personId,
      email: one.email,
    })
    const guest = await makeAttendance(participation, course, named('Guestzq'))
    const next = await makeExercise({ programmeId: exercise.programmeId, startexAt: endex + 300 * DAY })
    const elsewhere = await makeAttendance(
      await makeParticipation(next, { partnerId: participation.partnerId }),
      await makeActivity(next, { kind: 'course' }),
      { ...named('Elsewherezq'), personId: guest.personId, email: guest.email },
    )
    await erasePersonalData(endex + 366 * DAY)
    expect(await tracesOf(['Coursezq', 'Guestzq', ...one.words])).toEqual([])
    const stored = (id: string) =>
      db.attendance.findUniqueOrThrow({ where: { id }, include: { person: true } })
    expect(await stored(own.id)).toMatchObject({
      state: 'signed_up',
      personId,
      person: { erasedAt: expect.any(Date) },
    })
    const gone = await stored(guest.id)
    expect(gone).toMatchObject({
      email: `${guest.id}@erased.invalid`,
      person: { erasedAt: expect.any(Date) },
    })
    expect(gone.personId).not.toBe(guest.personId)
    expect(await stored(elsewhere.id)).toMatchObject({ email: guest.email, person: { erasedAt: null } })
    await expect(
      factoryDb().attendance.update({ where: { id: own.id }, data: { givenName: 'Back' } }),
    ).rejects.toThrow('registration_erased')
  })

  it('addresses of those who were invited go too, and their links end', async () => {
    const { exercise, endex, ids } = await overExercise()
    const invited = { email: 'invitedzq@example.org', role: 'deputy_contact', maxUses: 1, locale: 'en' }
    const director = await staffOf(exercise, 'director')
    expect(await execute(inviteContact.definition, director, { ...ids, ...invited }, endex)).toMatchObject({
      ok: true,
    })
    expect(await tracesOf(['invitedzq'])).toEqual(['ChangeField', 'Invitation', 'Mail'])
    await erasePersonalData(endex + 366 * DAY)
    expect(await tracesOf(['invitedzq'])).toEqual([])
    const left = await db.invitation.findMany({ where: { exerciseId: exercise.id } })
    expect(left).toMatchObject([{ revokedAt: expect.any(Date) }])
  })

  it('who came in during play and ended up nowhere goes too, and whoever wrote by a link that is gone', async () => {
    const { exercise, endex } = await overExercise()
    const createdAt = new Date(exercise.startexAt.getTime() + DAY)
    const late = await makePerson({ id: exercise.programmeId }, { createdAt })
    const next = await makePerson({ id: exercise.programmeId }, { createdAt: new Date(endex) })
    const written = {
      id: crypto.randomUUID(),
      actorKind: 'link',
      actorLabel: 'Linkholderzq',
      action: 'own_part.save',
    } as const
    await factoryDb().change.create({ data: { ...written, at: createdAt, exerciseId: exercise.id } })
    await erasePersonalData(endex + 366 * DAY)
    expect(await tracesOf(['Linkholderzq'])).toEqual([])
    const erasedAt = async ({ id }: { id: string }) =>
      (await db.person.findUniqueOrThrow({ where: { id } })).erasedAt
    expect([await erasedAt(late), await erasedAt(next)]).toEqual([expect.any(Date), null])
  })
})

describe('how long names are kept', () => {
  it('is the director’s word, within what is sensible', async () => {
    const { exercise, endex, registrar } = await overExercise()
    const director = await staffOf(exercise, 'director')
    const input = { exerciseId: exercise.id, version: exercise.version, retentionDays: '90' }
    expect(await execute(editRetention.definition, registrar, input, endex)).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(
      await execute(editRetention.definition, director, { ...input, retentionDays: '29' }, endex),
    ).toMatchObject({
      ok: false,
    })
    expect(await execute(editRetention.definition, director, input, endex)).toMatchObject({ ok: true })
    expect(await getErasures(registrar, exercise.id)).toMatchObject({
      retentionDays: 90,
      due: { needs: endex + 30 * DAY, identities: endex + 90 * DAY },
    })
    const elsewhere = await staffOf(await makeExercise(), 'registrar')
    expect(await getErasures(elsewhere, exercise.id)).toBeNull()
    expect(await getErasures(await staffOf(exercise, 'planner'), exercise.id)).toBeNull()
  })

  it('nobody but our own clock erases', async () => {
    const { exercise, endex, registrar } = await overExercise()
    const step = { exerciseId: exercise.id, startedAt: endex }
    for (const definition of [eraseNeeds.definition, eraseIdentities.definition])
      expect(await execute(definition, registrar, step, endex + 400 * DAY)).toMatchObject({
        error: { code: 'forbidden' },
      })
  })
})

it('letters of no exercise lose reader and text after ninety days', async () => {
  const at = Date.UTC(2027, 5, 1)
  const letter = (days: number) =>
    factoryDb().mail.create({
      data: {
        cause: `old:${days}`,
        recipient: `old${days}@example.org`,
        locale: 'en',
        template: 'sign_in_link',
        params: {},
        nextAttemptAt: null,
        createdAt: new Date(at - days * DAY),
      },
    })
  const [old, young] = [await letter(91), await letter(89)]
  await erasePersonalData(at)
  expect(await db.mail.findUniqueOrThrow({ where: { id: old.id } })).toMatchObject({ erasedAt: new Date(at) })
  expect(await db.mail.findUniqueOrThrow({ where: { id: young.id } })).toMatchObject({
    recipient: 'old89@example.org',
  })
  expect(await db.erasure.findMany({ where: { rule: 'letters', startedAt: new Date(at) } })).toMatchObject([
    { exerciseId: null, rows: 1 },
  ])
})
