'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { can } from '@/lib/policy'
import { raised } from '@/lib/registration-parts'
import { behindAll, changeProblem, moved } from './rules'
import { addQuestionSchema, editQuestionSchema, moveQuestionSchema, removeQuestionSchema } from './schema'

const pages = ['/exercises/[code]/settings/questions']

/** Adds a question after the others. Whoever has finished before is asked it too, and stands as not finished. */
export const addQuestion = action({
  name: 'question.add',
  input: addQuestionSchema,
  may: (actor, input) => can(actor, 'question.edit', input),
  run: async ({ tx }, { exerciseId, roleIds, siteIds, ...question }) => {
    const position = behindAll(await lockOrder(tx, exerciseId))
    const options = question.kind === 'choice' ? question.options : []
    const { id } = await tx.question.create({
      data: { ...question, options, exerciseId, position },
      select: { id: true },
    })
    await setPlaces(tx, exerciseId, id, { roleIds, siteIds })
    return { questionId: id }
  },
  stale: () => pages,
})

/** Changes a question. What people have answered keeps its meaning: the kind is fixed once there are answers, and an
 * option that somebody chose stays. Its row is locked against those who answer meanwhile (`lib/registrations/answers`). */
export const editQuestion = action({
  name: 'question.edit',
  input: editQuestionSchema,
  may: (actor, input) => can(actor, 'question.edit', input),
  run: async (
    { tx },
    { exerciseId, questionId: id, version, opened, roleIds, siteIds, kind: wanted, ...given },
  ) => {
    const where = { id, exerciseId }
    await tx.$queryRaw`SELECT FROM "Question" WHERE "id" = ${id}::uuid AND "exerciseId" = ${exerciseId}::uuid FOR UPDATE`
    const before = await tx.question.findFirst({
      where,
      select: { kind: true, options: true, version: true },
    })
    if (!before) throw new AppError('not_found', 'not_found')
    const kind = wanted ?? before.kind
    const data = { ...given, kind, options: kind === 'choice' ? given.options : [] }
    if (kind === 'choice' && data.options.length < 2) throw fieldRefusal('options', 'two_options')
    const changed = await changedByEdit(
      tx,
      { table: 'Question', id, owner: exerciseId, version, opened },
      data,
      [['kind', 'options']],
    )
    const problem = changeProblem(before, { ...before, ...changed }, await givenTo(tx, id))
    if (problem) throw fieldRefusal(problem.field, problem.reason, problem.params)
    await tx.question.update({ where, data: { ...changed, ...raised }, select: { id: true } })
    const differ = await setPlaces(tx, exerciseId, id, { roleIds, siteIds })
    // Boxes are ticked in another table: whoever ticks on a page that is not today's would untick what others ticked.
    if (differ && before.version !== version) throw new AppError('conflict', 'changed_meanwhile')
  },
  stale: () => pages,
})

export const moveQuestion = action({
  name: 'question.move',
  input: moveQuestionSchema,
  may: (actor, input) => can(actor, 'question.edit', input),
  run: async ({ tx }, { exerciseId, questionId, direction }) => {
    const ids = (await lockOrder(tx, exerciseId)).map(({ id }) => id)
    if (!ids.includes(questionId)) throw new AppError('not_found', 'not_found')
    for (const [position, id] of (moved(ids, questionId, direction) ?? []).entries()) {
      const where = { id, exerciseId, position: { not: position } }
      await tx.question.updateMany({ where, data: { position } })
    }
  },
  stale: () => pages,
})

/** Takes a question away, and its answers with it: the page says how many. The history keeps them. */
export const removeQuestion = action({
  name: 'question.remove',
  input: removeQuestionSchema,
  may: (actor, input) => can(actor, 'question.edit', input),
  run: async ({ tx }, { exerciseId, questionId: id }) => {
    const { count } = await tx.question.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => pages,
})

/** The questions in their order; whoever changes it waits for whoever else does. */
async function lockOrder(tx: Tx, exerciseId: string) {
  await tx.$queryRaw`SELECT FROM "Exercise" WHERE "id" = ${exerciseId}::uuid FOR NO KEY UPDATE`
  return tx.question.findMany({
    where: { exerciseId },
    select: { id: true, position: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}

type Places = { roleIds: readonly string[]; siteIds: readonly string[] }

/** Whether anything differed. Roles and sites of another exercise are refused by their keys. */
async function setPlaces(
  tx: Tx,
  exerciseId: string,
  questionId: string,
  { roleIds, siteIds }: Places,
): Promise<boolean> {
  const own = { exerciseId, questionId }
  const gone = [
    await tx.questionRole.deleteMany({ where: { ...own, roleId: { notIn: [...roleIds] } } }),
    await tx.questionSite.deleteMany({ where: { ...own, siteId: { notIn: [...siteIds] } } }),
  ]
  const roles = roleIds.map(roleId => ({ ...own, roleId }))
  const sites = siteIds.map(siteId => ({ ...own, siteId }))
  const made = [
    await tx.questionRole.createMany({ data: roles, skipDuplicates: true }),
    await tx.questionSite.createMany({ data: sites, skipDuplicates: true }),
  ]
  return [...gone, ...made].some(({ count }) => count > 0)
}

/** How many have answered, and how many each way. */
async function givenTo(tx: Tx, questionId: string) {
  const rows = await tx.answer.groupBy({
    by: ['value'],
    where: { questionId, value: { not: null } },
    _count: true,
  })
  const byOption = Object.fromEntries(rows.map(({ value, _count }) => [value ?? '', _count]))
  return { answers: rows.reduce((sum, { _count }) => sum + _count, 0), byOption }
}
