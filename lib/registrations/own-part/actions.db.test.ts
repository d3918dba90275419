import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { listChanges } from '@/lib/changes/queries'
import { contactOf, expertOf, staffOf } from '@/prisma/actors'
import { makeAnswer, makeQuestion } from '@/prisma/delegation-factories'
import { factoryDb } from '@/prisma/factories'
import { editRegistration } from '../actions'
import { delegationOf, now } from '../setting.fixture'
import { editNeeds } from './actions'
import { ownPart, sora } from './own.fixture'
import { getNeeds, getOwnPart } from './queries'

const told = {
  consentText: 'We keep your name.',
  consentVersion: 1,
  legalBasis: 'consent' as const,
  dataController: 'Harbour Centre',
  dataContact: 'data@example.org',
}
const needs = {
  diet: 'no pork',
  accessNeeds: '',
  arrivalAt: '2027-04-12 17:00',
  departureAt: '',
  travelNote: '',
}
const written = (registration: { email: string; roleId: string }) => ({
  ...sora,
  email: registration.email,
  roleId: registration.roleId,
  ...{ companyId: '', teamId: '', siteId: '', presence: 'on_site', clearanceUntilOn: '' },
})

describe('filling in the own part', () => {
  it('keeps names of any script, answers and needs, and says when', async () => {
    const { exercise, row, fill } = await ownPart()
    const question = await makeQuestion(exercise, { required: true })
    const answers = { [question.id]: ' ソフトウェアの経験が十年あります ' }
    expect(await fill({ ...needs, answers })).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({
      familyName: '佐藤',
      givenName: 'そら',
      languages: ['日本語', 'English'],
      filledAt: new Date(now),
      agreedAt: null,
      answers: [{ value: 'ソフトウェアの経験が十年あります' }],
      // Typed as the clocks on the wall in Tallinn show it.
      needs: { diet: 'no pork', accessNeeds: null, arrivalAt: new Date('2027-04-12T14:00:00Z') },
    })
  })
  it('is saved with a required answer missing, which is said, not refused', async () => {
    const { exercise, fill, row, expert, registration } = await ownPart()
    await makeQuestion(exercise, { required: true, wording: 'T-shirt size' })
    expect(await fill()).toMatchObject({ ok: true })
    expect((await row()).filledAt).toEqual(new Date(now))
    expect(await getOwnPart(expert, registration.id)).toMatchObject({
      questions: [{ wording: 'T-shirt size' }],
      answers: {},
    })
  })
  it('takes an answer back, and refuses one of the wrong kind beside its field', async () => {
    const { exercise, fill, row } = await ownPart()
    const question = await makeQuestion(exercise, { kind: 'number' })
    expect(await fill({ answers: { [question.id]: 'four' } })).toMatchObject({
      error: { fields: { [`answers.${question.id}`]: { reason: 'not_a_decimal' } } },
    })
    await fill({ answers: { [question.id]: '4,5' } })
    expect((await row()).answers).toMatchObject([{ value: '4.5' }])
    const { version } = await row()
    await fill({ version, answers: { [question.id]: '' } })
    expect((await row()).answers).toMatchObject([{ value: null }])
  })
  it('wants an arrival before the departure', async () => {
    const { fill } = await ownPart()
    const stay = { arrivalAt: '2027-04-12 17:00', departureAt: '2027-04-12 09:00' }
    expect(await fill(stay)).toMatchObject({
      error: { fields: { departureAt: { reason: 'departure_before_arrival' } } },
    })
  })
  it('is the person’s alone: neither a contact, nor staff, nor somebody else of the delegation', async () => {
    const world = await ownPart()
    const { exercise, contact, fill, person, ids } = world
    const other = await expertOf(await world.somebody('submitted'))
    for (const actor of [contact, await staffOf(exercise, 'director'), other])
      expect(await fill({}, actor)).toMatchObject({ error: { code: 'forbidden' } })
    const elsewhere = await ownPart()
    expect(await elsewhere.fill({ ...ids, registrationId: person.registrationId })).toMatchObject({
      error: { code: 'forbidden' },
    })
  })
  it('refuses a question of another exercise', async () => {
    const { fill } = await ownPart()
    const question = await makeQuestion((await ownPart()).exercise)
    expect(await fill({ answers: { [question.id]: 'x' } })).toMatchObject({ error: { code: 'not_found' } })
  })
  it('ends with the nation’s last day for changes', async () => {
    const { fill, afterDeadline, row } = await ownPart()
    expect(await fill({}, undefined, afterDeadline)).toMatchObject({
      error: { code: 'refused', reason: 'edit_deadline_passed' },
    })
    expect((await row()).filledAt).toBeNull()
  })
})

describe('agreeing to the processing', () => {
  const tell = (exercise: { id: string }, consentVersion = 1) =>
    factoryDb().exercise.update({ where: { id: exercise.id }, data: { ...told, consentVersion } })

  it('comes before anything is kept, and is kept with the version that was read', async () => {
    const { exercise, fill, row } = await ownPart()
    await tell(exercise)
    expect(await fill({ consentVersion: 1 })).toMatchObject({
      error: { fields: { agree: { reason: 'agree_first' } } },
    })
    expect(await row()).toMatchObject({ filledAt: null, agreedVersion: null })
    await fill({ consentVersion: 1, agree: true })
    expect(await row()).toMatchObject({ agreedVersion: 1, agreedAt: new Date(now) })
  })
  it('is asked once for a text, and again when it has changed', async () => {
    const { exercise, fill, row } = await ownPart()
    await tell(exercise)
    await fill({ consentVersion: 1, agree: true })
    const { version } = await row()
    expect(await fill({ version, consentVersion: 1, givenName: 'Sora' })).toMatchObject({ ok: true })
    await tell(exercise, 2)
    const later = { version: version + 1, givenName: '空' }
    expect(await fill({ ...later, consentVersion: 1, agree: true })).toMatchObject({
      error: { fields: { agree: { reason: 'consent_changed' } } },
    })
    expect((await row()).givenName).toBe('Sora')
    expect(await fill({ ...later, consentVersion: 2, agree: true })).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ agreedVersion: 2, givenName: '空' })
  })
})

describe('the contact and the expert in one registration at once', () => {
  it('meet only where both changed the same, and see the other’s words there', async () => {
    const { exercise, contact, registration, person, fill, row } = await ownPart()
    const question = await makeQuestion(exercise, { kind: 'text' })
    const edit = (given: object) =>
      execute(
        editRegistration.definition,
        contact,
        { ...person, version: registration.version, ...written(registration), ...given },
        now,
      )
    await fill({ givenName: 'Sora', answers: { [question.id]: 'L' } })
    const { givenName, familyName, nativeName, homeTimeZone } = registration
    const asOpened = { givenName, familyName, nativeName, homeTimeZone, languages: '' }
    // The form carries the old name along and changes only the presence: nothing of the person's is undone.
    expect(await edit({ ...asOpened, presence: 'remote' })).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ givenName: 'Sora', presence: 'remote', answers: [{ value: 'L' }] })
    const refused = await edit({ ...asOpened, givenName: 'S.', answers: { [question.id]: 'XL' } })
    expect(refused).toMatchObject({
      error: {
        code: 'conflict',
        conflicts: expect.arrayContaining([
          { field: 'givenName', theirs: 'Sora', by: expect.anything() },
          { field: `answers.${question.id}`, theirs: 'L', by: expect.anything() },
        ]),
      },
    })
    expect(await row()).toMatchObject({ givenName: 'Sora', answers: [{ value: 'L' }] })
  })
  it('meet in the needs too, an arrival told as it is typed', async () => {
    const { contact, person, registration, fill } = await ownPart()
    const note = { ...person, version: registration.version, ...needs }
    expect(await execute(editNeeds.definition, contact, note, now)).toMatchObject({ ok: true })
    expect(await fill({ diet: 'vegan', arrivalAt: '2027-04-12 20:00' })).toMatchObject({
      error: {
        code: 'conflict',
        conflicts: expect.arrayContaining([
          expect.objectContaining({ field: 'diet', theirs: 'no pork' }),
          expect.objectContaining({ field: 'arrivalAt', theirs: expect.stringMatching(/^2027-04-12 17:00/) }),
        ]),
      },
    })
  })
  it('of two who save at the same instant one is told, and nothing is half written', async () => {
    const { exercise, fill, row } = await ownPart()
    const question = await makeQuestion(exercise)
    const results = await Promise.all(['S', 'M', 'L'].map(size => fill({ answers: { [question.id]: size } })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await row()).answers).toHaveLength(1)
  })
})

describe('what people need', () => {
  it('is written and read by those who look after them, and by nobody who only looks on', async () => {
    const { exercise, participation, contact, registrar, person, registration, expert } = await ownPart()
    const input = { ...person, version: registration.version, ...needs }
    const planner = await staffOf(exercise, 'planner')
    const reader = await contactOf(participation, 'reading_contact')
    const estonia = await delegationOf(exercise, 'EST')
    for (const actor of [planner, reader, estonia.contact, expert])
      expect(await execute(editNeeds.definition, actor, input, now)).toMatchObject({
        error: { code: 'forbidden' },
      })
    expect(await execute(editNeeds.definition, contact, input, now)).toMatchObject({ ok: true })
    const seen = (actor: typeof planner) => getNeeds(actor, exercise.id, registration.id)
    for (const actor of [contact, registrar, expert, await staffOf(exercise, 'director')])
      expect(await seen(actor)).toMatchObject({ diet: 'no pork' })
    for (const actor of [planner, reader, estonia.contact, await staffOf(exercise, 'controller')])
      expect(await seen(actor)).toBeNull()
  })
  it('of another exercise’s person are not found', async () => {
    const [here, there] = [await ownPart(), await ownPart()]
    const input = { ...here.person, registrationId: there.registration.id, version: 1, ...needs }
    expect(await execute(editNeeds.definition, here.contact, input, now)).toMatchObject({
      error: { code: 'not_found' },
    })
  })
  it('do not stand in the history that a planner reads, and do in a registrar’s', async () => {
    const { exercise, registrar, contact, person, registration } = await ownPart()
    const input = { ...person, version: registration.version, ...needs, accessNeeds: 'wheelchair' }
    await execute(editNeeds.definition, contact, input, now)
    const again = { ...input, version: registration.version + 1, diet: 'vegan' }
    expect(await execute(editNeeds.definition, contact, again, now + 1)).toMatchObject({ ok: true })
    const read = async (actor: typeof contact) => JSON.stringify(await listChanges(actor, exercise.id, 1))
    for (const role of ['planner', 'controller'] as const) {
      const history = await read(await staffOf(exercise, role))
      expect(history).toContain('registration.needs')
      expect(history).not.toMatch(/pork|vegan|wheelchair|diet|accessNeeds/)
    }
    expect(await read(registrar)).toMatch(/pork.*vegan|vegan.*pork/)
  })
})

it('what a person has answered is read with the registration, and nowhere else', async () => {
  const { exercise, registration, expert } = await ownPart()
  const question = await makeQuestion(exercise)
  await makeAnswer(registration, question, 'An answer')
  const estonia = await delegationOf(exercise, 'EST')
  expect(await getOwnPart(expert, registration.id)).toMatchObject({ answers: { [question.id]: 'An answer' } })
  expect(await getOwnPart(estonia.contact, registration.id)).toBeNull()
})
