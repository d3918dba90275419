import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'

const columns = {
  id: true,
  kind: true,
  wording: true,
  help: true,
  required: true,
  options: true,
  version: true,
  roles: { select: { roleId: true } },
  sites: { select: { siteId: true } },
} as const

/** The exercise's own questions in their order, for whoever edits them, with the number of answers that each has. */
export async function listQuestions(actor: Actor, exerciseId: string) {
  if (!can(actor, 'question.edit', { exerciseId })) return null
  const found = await db.question.findMany({
    where: { exerciseId },
    select: { ...columns, _count: { select: { answers: { where: { value: { not: null } } } } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return found.map(({ roles, sites, _count, ...question }) => ({
    ...question,
    roleIds: roles.map(({ roleId }) => roleId),
    siteIds: sites.map(({ siteId }) => siteId),
    answers: _count.answers,
  }))
}
export type EditedQuestion = NonNullable<Awaited<ReturnType<typeof listQuestions>>>[number]

/** What a question may be asked of: the exercise's roles and sites. */
export async function listPlacesAsked(actor: Actor, exerciseId: string) {
  if (!can(actor, 'question.edit', { exerciseId })) return null
  const one = { where: { exerciseId }, select: { id: true, name: true }, orderBy: { name: 'asc' } } as const
  const [roles, sites] = await Promise.all([db.role.findMany(one), db.site.findMany(one)])
  return { roles, sites }
}
