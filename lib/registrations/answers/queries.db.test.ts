import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db, sql } from '@/lib/db'
import { missingOf } from '@/lib/questions/rules'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeAnswer, makeParticipation, makeQuestion, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeRole, makeSite } from '@/prisma/factories'
import { getDelegation } from '../delegation/queries'
import { listRegistrations } from '../queries'
import { listFilterSchema } from '../schema'
import { listAskedQuestions, listFileAnswers, missingAnswers } from './queries'

const filter = listFilterSchema.parse({})

test('the database and the rule miss the same answers, whoever is asked what', async () => {
  const exercise = await makeExercise()
  const participation = await makeParticipation(exercise)
  const roles = [await makeRole(exercise), await makeRole(exercise)]
  const sites = [await makeSite(exercise), await makeSite(exercise)]
  const director = await staffOf(exercise, 'director')
  const some = fc.subarray([0, 1])
  const question = fc.record({ required: fc.boolean(), roles: some, sites: some, answered: fc.boolean() })
  const [plan] = fc.sample(fc.array(question, { minLength: 24, maxLength: 24 }), { numRuns: 1, seed: 7 })
  const people = []
  for (const role of roles)
    for (const site of [...sites, null])
      people.push(await makeRegistration(participation, { roleId: role.id, siteId: site?.id ?? null }))
  for (const { required, answered, ...of } of plan ?? []) {
    const made = await makeQuestion(exercise, { required })
    const own = { exerciseId: exercise.id, questionId: made.id }
    for (const at of of.roles)
      await factoryDb().questionRole.create({ data: { ...own, roleId: roles[at]?.id ?? '' } })
    for (const at of of.sites)
      await factoryDb().questionSite.create({ data: { ...own, siteId: sites[at]?.id ?? '' } })
    if (answered) await makeAnswer(people[0] ?? (await makeRegistration(participation)), made, 'yes')
  }
  const questions = await listAskedQuestions(director, exercise.id)
  const { answers } = await listFileAnswers(director, { exerciseId: exercise.id, participationId: null })
  const byRule = people.map(one => missingOf(questions, one, answers.get(one.id) ?? {}).length)
  const bySql = await Promise.all(
    people.map(async ({ id }) => {
      const rows = await sql.unsafe<{ n: number }[]>(
        `SELECT ${missingAnswers} AS "n" FROM "Registration" r WHERE r."id" = $1::uuid`,
        [id],
      )
      return rows[0]?.n
    }),
  )
  expect(bySql).toEqual(byRule)
  // Everybody missing the same would prove nothing.
  expect(new Set(byRule).size).toBeGreaterThan(2)
  const { people: listed } = await listRegistrations(
    director,
    { exerciseId: exercise.id, participationId: participation.id },
    filter,
  )
  expect(listed.map(({ missing }) => missing).sort()).toEqual([...byRule].sort())
  const delegation = await getDelegation(director, participation.id)
  expect(delegation?.unanswered).toBe(byRule.filter(count => count > 0).length)
})

test('an answer that was taken back is missing again', async () => {
  const exercise = await makeExercise()
  const person = await makeRegistration(await makeParticipation(exercise))
  const question = await makeQuestion(exercise, { required: true })
  await makeAnswer(person, question, 'yes')
  await factoryDb().answer.updateMany({ where: { questionId: question.id }, data: { value: null } })
  const director = await staffOf(exercise, 'director')
  const scope = { exerciseId: exercise.id, participationId: person.participationId }
  expect((await listRegistrations(director, scope, filter)).people[0]?.missing).toBe(1)
})

test('a file holds the answers of those whom its reader may see, and no other nation’s', async () => {
  const exercise = await makeExercise()
  const [japan, estonia] = [await makeParticipation(exercise), await makeParticipation(exercise)]
  const question = await makeQuestion(exercise)
  const [own, theirs] = [await makeRegistration(japan), await makeRegistration(estonia)]
  await makeAnswer(own, question, 'ours')
  await makeAnswer(theirs, question, 'theirs')
  const contact = await contactOf(japan)
  for (const participationId of [null, japan.id, estonia.id]) {
    const { answers } = await listFileAnswers(contact, { exerciseId: exercise.id, participationId })
    expect(JSON.stringify([...answers])).not.toContain('theirs')
  }
  const all = await listFileAnswers(await staffOf(exercise, 'registrar'), {
    exerciseId: exercise.id,
    participationId: null,
  })
  expect(all.answers.size).toBe(2)
  expect(await db.answer.count({ where: { exerciseId: exercise.id } })).toBe(2)
})

test('a list can be narrowed to those who have not filled in, not answered, or agreed to an older text', async () => {
  const exercise = await makeExercise()
  const here = { consentText: 'We keep your name.', consentVersion: 2 }
  await factoryDb().exercise.update({ where: { id: exercise.id }, data: here })
  const participation = await makeParticipation(exercise)
  const question = await makeQuestion(exercise, { required: true })
  const at = new Date()
  const done = { filledAt: at, agreedAt: at, agreedVersion: 2 }
  const [finished, older, never, gone] = [
    await makeRegistration(participation, done),
    await makeRegistration(participation, { ...done, agreedVersion: 1 }),
    await makeRegistration(participation),
    await makeRegistration(participation, { state: 'declined' }),
  ]
  for (const person of [finished, older]) await makeAnswer(person, question, 'yes')
  const contact = await contactOf(participation)
  const scope = { exerciseId: exercise.id, participationId: participation.id }
  const found = async (own: string | null) => {
    const { people } = await listRegistrations(contact, scope, listFilterSchema.parse({ own }))
    return people.map(({ id }) => id).sort()
  }
  expect(await found('unfilled')).toEqual([never.id])
  expect(await found('unanswered')).toEqual([never.id])
  expect(await found('older')).toEqual([older.id])
  expect(await found(null)).toEqual([finished, older, never, gone].map(({ id }) => id).sort())
})
