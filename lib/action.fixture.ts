import { z } from 'zod'
import { staffOf } from '@/prisma/actors'
import { makeExercise } from '@/prisma/factories'
import { type Definition, execute } from './action'
import { db } from './db'
import { can } from './policy'
import { lineField } from './text'

export const now = Date.UTC(2027, 0, 15, 12, 30, 45, 678)

export const renameSchema = z.object({ exerciseId: z.uuid(), name: lineField(200) })
export const rename: Definition<typeof renameSchema, { exerciseId: string; name: string }> = {
  name: 'exercise.rename',
  input: renameSchema,
  may: (actor, input) => can(actor, 'exercise.edit', input),
  async run({ tx }, { exerciseId, name }) {
    await tx.exercise.update({ where: { id: exerciseId }, data: { name }, select: { id: true } })
    return { exerciseId, name }
  },
  stale: 'none',
}

/** A write by a job that does what the test says. */
export function doing(run: Definition<z.ZodType, unknown>['run']): Definition<z.ZodType, unknown> {
  return { name: 'test.do', input: z.unknown(), may: () => true, run, stale: 'none' }
}
export const job = { kind: 'job', name: 'night watch' } as const
export const perform = (run: Definition<z.ZodType, unknown>['run'], input: object = {}) =>
  execute(doing(run), job, input, now)

export async function scene() {
  const exercise = await makeExercise()
  const director = await staffOf(exercise, 'director')
  return { exercise, exerciseId: exercise.id, director, requestId: crypto.randomUUID() }
}

export const changesOf = (exerciseId: string) =>
  db.change.findMany({ where: { exerciseId }, include: { fields: true }, orderBy: { transactionId: 'asc' } })
export const nameOf = async (id: string) => (await db.exercise.findUniqueOrThrow({ where: { id } })).name
