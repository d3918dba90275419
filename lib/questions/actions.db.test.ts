import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { fillOwn } from '@/lib/registrations/own-part/actions'
import { expertOf, staffOf } from '@/prisma/actors'
import { makeAnswer, makeParticipation, makeQuestion, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeRole, makeSite, usualStartexAt } from '@/prisma/factories'
import { addQuestion, editQuestion, moveQuestion, removeQuestion } from './actions'
import { listQuestions } from './queries'

const now = usualStartexAt - 60 * 86_400_000
const shirt = { wording: 'T-shirt size', help: '', kind: 'choice', required: true, options: 'S\nM\nL' }

async function scene() {
  const exercise = await makeExercise({ status: 'registration' })
  const registrar = await staffOf(exercise, 'registrar')
  const role = await makeRole(exercise)
  const participation = await makeParticipation(exercise)
  const person = () => makeRegistration(participation, { roleId: role.id, state: 'submitted' })
  const add = (given: object = {}) =>
    execute(addQuestion.definition, registrar, { exerciseId: exercise.id, ...shirt, ...given }, now)
  return { exercise, exerciseId: exercise.id, registrar, role, participation, person, add }
}

test('a registrar adds questions, which stand in the order in which they came', async () => {
  const { exercise, registrar, role, add } = await scene()
  const site = await makeSite(exercise)
  await add()
  await add({ wording: 'Do you bring a laptop?', kind: 'yes_no', roleIds: [role.id], siteIds: [site.id] })
  expect(await listQuestions(registrar, exercise.id)).toMatchObject([
    { wording: 'T-shirt size', options: ['S', 'M', 'L'], required: true, roleIds: [], answers: 0 },
    { wording: 'Do you bring a laptop?', options: [], roleIds: [role.id], siteIds: [site.id] },
  ])
})

test('who may not edit questions may not read their list either, and no other exercise lends its roles', async () => {
  const { exercise, exerciseId, add } = await scene()
  const planner = await staffOf(exercise, 'planner')
  const elsewhere = await makeRole(await makeExercise())
  const refused = await execute(addQuestion.definition, planner, { exerciseId, ...shirt }, now)
  expect(refused).toMatchObject({ error: { code: 'forbidden' } })
  expect(await listQuestions(planner, exerciseId)).toBeNull()
  expect(await add({ roleIds: [elsewhere.id] })).toMatchObject({ error: { code: 'not_found' } })
  expect(await factoryDb().question.count({ where: { exerciseId } })).toBe(0)
})

test('the same question twice, and a choice of one, are refused beside the field', async () => {
  const { add } = await scene()
  await add()
  expect(await add()).toMatchObject({ error: { fields: { wording: { reason: 'question_wording_taken' } } } })
  expect(await add({ wording: 'Size', options: 'M' })).toMatchObject({
    error: { fields: { options: { reason: 'two_options' } } },
  })
})

test('once answered, its kind and the options that were chosen stay, and others may change', async () => {
  const { exercise, exerciseId, registrar, person } = await scene()
  const question = await makeQuestion(exercise, { kind: 'choice', options: ['S', 'M', 'L'] })
  await makeAnswer(await person(), question, 'M')
  const base = { exerciseId, questionId: question.id, version: 1, wording: 'Size', help: '', required: false }
  const edit = (given: object) => execute(editQuestion.definition, registrar, { ...base, ...given }, now)
  expect(await edit({ kind: 'text', options: '' })).toMatchObject({
    error: { fields: { kind: { reason: 'kind_is_fixed', params: { people: 1 } } } },
  })
  expect(await edit({ kind: 'choice', options: 'S\nL' })).toMatchObject({
    error: { fields: { options: { reason: 'option_is_chosen', params: { people: 1, option: 'M' } } } },
  })
  expect(await edit({ kind: 'choice', options: 'XS\nM' })).toMatchObject({ ok: true })
  expect(await factoryDb().question.findUnique({ where: { id: question.id } })).toMatchObject({
    wording: 'Size',
    options: ['XS', 'M'],
  })
  const other = await makeExercise()
  expect(
    await execute(
      editQuestion.definition,
      await staffOf(other, 'registrar'),
      { ...base, exerciseId: other.id, options: '' },
      now,
    ),
  ).toMatchObject({ error: { code: 'not_found' } })
})

test('boxes ticked on a page that is not today’s do not untick what others ticked', async () => {
  const { exercise, exerciseId, registrar, role } = await scene()
  const question = await makeQuestion(exercise)
  const base = { exerciseId, questionId: question.id, version: 1, wording: question.wording, help: '' }
  const edit = (given: object) => execute(editQuestion.definition, registrar, { ...base, ...given }, now)
  expect(await edit({ roleIds: [role.id] })).toMatchObject({ ok: true })
  expect(await edit({ roleIds: [] })).toMatchObject({ error: { code: 'conflict' } })
  expect(await factoryDb().questionRole.count({ where: { questionId: question.id } })).toBe(1)
  expect(await edit({ roleIds: [], version: 2 })).toMatchObject({ ok: true })
})

test('two who move questions at once leave an order without gaps or doubles', async () => {
  const { exercise, exerciseId, registrar } = await scene()
  const questions = []
  for (let position = 0; position < 4; position++) questions.push(await makeQuestion(exercise, { position }))
  const moves = questions.flatMap(({ id }) =>
    (['up', 'down'] as const).map(direction =>
      execute(moveQuestion.definition, registrar, { exerciseId, questionId: id, direction }, now),
    ),
  )
  expect((await Promise.all(moves)).every(({ ok }) => ok)).toBe(true)
  const rows = await factoryDb().question.findMany({ where: { exerciseId }, orderBy: { position: 'asc' } })
  expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3])
})

test('a question that is removed takes its answers with it, and the history keeps them', async () => {
  const { exercise, exerciseId, registrar, person } = await scene()
  const question = await makeQuestion(exercise)
  await makeAnswer(await person(), question, 'An answer')
  const input = { exerciseId, questionId: question.id }
  expect(await execute(removeQuestion.definition, registrar, input, now)).toMatchObject({ ok: true })
  expect(await factoryDb().answer.count({ where: { questionId: question.id } })).toBe(0)
  const kept = await factoryDb().changeField.findMany({ where: { table: 'Answer' } })
  expect(kept.map(({ from }) => from)).toContainEqual(expect.objectContaining({ value: 'An answer' }))
  expect(await execute(removeQuestion.definition, registrar, input, now)).toMatchObject({
    error: { code: 'not_found' },
  })
})

test('no answer is left of a kind that its question has no more, however both come at once', async () => {
  const { exercise, exerciseId, registrar, person } = await scene()
  for (let round = 0; round < 6; round++) {
    const question = await makeQuestion(exercise, { kind: 'text' })
    const registration = await person()
    const expert = await expertOf(registration)
    const { id: registrationId, participationId, version } = registration
    const own = { familyName: 'Sato', givenName: 'Sora', nativeName: '', homeTimeZone: 'Asia/Tokyo' }
    const [edited, filled] = await Promise.all([
      execute(
        editQuestion.definition,
        registrar,
        {
          exerciseId,
          questionId: question.id,
          version: 1,
          wording: question.wording,
          help: '',
          kind: 'number',
        },
        now,
      ),
      execute(
        fillOwn.definition,
        expert,
        {
          ...{ exerciseId, participationId, registrationId, version, ...own, languages: '' },
          ...{ diet: '', accessNeeds: '', travelNote: '', arrivalAt: '', departureAt: '' },
          answers: { [question.id]: 'four' },
        },
        now,
      ),
    ])
    expect([edited.ok, filled.ok].filter(Boolean)).toHaveLength(1)
  }
})
