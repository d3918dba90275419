import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { staffOf } from '@/prisma/actors'
import { makeExercise } from '@/prisma/factories'
import { makeStoryline } from '@/prisma/scenario-factories'
import { addInjects, editInjects } from './actions'
import { listInjects } from './queries'
import type { FieldValue, InjectField, InjectRow } from './rules'

export const now = Date.UTC(2026, 10, 22)

/** What came of an action; throws where it was refused whole. */
async function done<Data>(
  result: Promise<{ ok: true; data: Data } | { ok: false; error: { reason: string } }>,
) {
  const outcome = await result
  if (!outcome.ok) throw new Error(outcome.error.reason)
  return outcome.data
}

/** The reason for which an action was refused whole, else null. */
export async function reasonOf(
  result: Promise<{ ok: boolean; error?: { reason: string } }>,
): Promise<string | null> {
  const outcome = await result
  return outcome.ok ? null : (outcome.error?.reason ?? '')
}

/** An exercise with a planner and one storyline, and what a planner does in its MSEL. */
export async function msel() {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  const storyline = await makeStoryline(exercise, { number: 3 })
  const owner = { exerciseId: exercise.id }
  const add = async (values: Partial<Record<InjectField, FieldValue>> = {}, actor: Actor = planner) => {
    const said = Object.entries(values).map(([field, value]) => ({ field, value }))
    const injects = [{ storylineId: storyline.id, values: said }]
    const made = await done(execute(addInjects.definition, actor, { ...owner, injects }, now))
    const [inject] = made.injects
    if (!inject) throw new Error('nothing was added')
    return { ...inject, refused: made.refused }
  }
  const edit = (
    edits: { injectId: string; field: InjectField; seen: FieldValue; value: FieldValue }[],
    { actor = planner, editorial = false } = {},
  ) => done(execute(editInjects.definition, actor, { ...owner, edits, editorial }, now))
  const row = async (id: string): Promise<InjectRow> => {
    const [found] = (await listInjects(planner, exercise.id, { ids: [id] })) ?? []
    if (!found) throw new Error('no such inject')
    return found
  }
  return { exercise, planner, storyline, owner, add, edit, row }
}
