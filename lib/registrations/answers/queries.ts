import { db, type Tx } from '@/lib/db'
import { AppError, type FieldError } from '@/lib/errors'
import { type Actor, can } from '@/lib/policy'
import { asWhere, registrationRows } from '@/lib/policy-rows'
import { longestAnswer, type QuestionKind, readAnswer } from '@/lib/questions/rules'

/** The required questions that the person of a registration `r` is asked and has not answered; `missingOf` in SQL. */
export const missingAnswers = `(
  SELECT count(*)::int FROM "Question" q WHERE q."exerciseId" = r."exerciseId" AND q."required"
     AND (NOT EXISTS (SELECT FROM "QuestionRole" n WHERE n."questionId" = q."id")
          OR EXISTS (SELECT FROM "QuestionRole" n WHERE n."questionId" = q."id" AND n."roleId" = r."roleId"))
     AND (NOT EXISTS (SELECT FROM "QuestionSite" n WHERE n."questionId" = q."id")
          OR EXISTS (SELECT FROM "QuestionSite" n WHERE n."questionId" = q."id" AND n."siteId" = r."siteId"))
     AND NOT EXISTS (SELECT FROM "Answer" a WHERE a."registrationId" = r."id" AND a."questionId" = q."id"
                        AND a."value" IS NOT NULL))`

/** What a form needs to ask: the exercise's own questions in their order, with whom each is for. */
export async function listAskedQuestions(actor: Actor, exerciseId: string) {
  if (!can(actor, 'exercise.read', { exerciseId })) return []
  const found = await db.question.findMany({
    where: { exerciseId },
    select: {
      ...{ id: true, kind: true, wording: true, help: true, required: true, options: true },
      roles: { select: { roleId: true } },
      sites: { select: { siteId: true } },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return found.map(({ roles, sites, ...question }) => ({
    ...question,
    roleIds: roles.map(({ roleId }) => roleId),
    siteIds: sites.map(({ siteId }) => siteId),
  }))
}

/** What one person has answered, by question, for whoever may read the registration. */
export async function getAnswers(actor: Actor, exerciseId: string, registrationId: string) {
  const found = await db.answer.findMany({
    where: {
      exerciseId,
      registrationId,
      value: { not: null },
      registration: asWhere(registrationRows(actor)),
    },
    select: { questionId: true, value: true },
  })
  return Object.fromEntries(found.map(({ questionId, value }) => [questionId, value ?? '']))
}

/** The questions of an exercise and what everybody of it, or of one delegation, has answered: for a file. */
export async function listFileAnswers(
  actor: Actor,
  { exerciseId, participationId }: { exerciseId: string; participationId: string | null },
) {
  const questions = await listAskedQuestions(actor, exerciseId)
  if (questions.length === 0) return { questions, answers: new Map<string, Record<string, string>>() }
  const found = await db.answer.findMany({
    where: {
      exerciseId,
      value: { not: null },
      registration: {
        ...(participationId ? { participationId } : {}),
        AND: [asWhere(registrationRows(actor))],
      },
    },
    select: { registrationId: true, questionId: true, value: true },
  })
  const answers = new Map<string, Record<string, string>>()
  for (const { registrationId, questionId, value } of found) {
    const own = answers.get(registrationId) ?? {}
    own[questionId] = value ?? ''
    answers.set(registrationId, own)
  }
  return { questions, answers }
}

type Kept = { id: string; kind: QuestionKind; options: string[] }

/**
 * Answers as they are kept, read inside a write. The questions are locked against whoever changes them meanwhile: an
 * answer of a kind that the question no longer has would be nonsense. Throws `invalid` with a reason beside each field,
 * `not_found` for a question of another exercise.
 */
export async function readAnswers(
  tx: Tx,
  exerciseId: string,
  given: Readonly<Record<string, string | null>>,
): Promise<Record<string, string | null>> {
  const ids = Object.keys(given).sort()
  if (ids.length === 0) return {}
  const questions = await tx.$queryRaw<Kept[]>`
    SELECT "id", "kind"::text AS "kind", "options" FROM "Question"
     WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR SHARE`
  if (questions.length < ids.length) throw new AppError('not_found', 'not_found')
  const fields: Record<string, FieldError> = {}
  const answers: Record<string, string | null> = {}
  for (const question of questions) {
    const read = readAnswer(question, given[question.id] ?? null)
    if (read.ok) answers[question.id] = read.value
    else fields[`answers.${question.id}`] = { reason: read.reason, params: { maximum: longestAnswer } }
  }
  if (Object.keys(fields).length > 0) throw new AppError('invalid', 'check_the_fields', { fields })
  return answers
}
