'use server'

import { action, type Write } from '@/lib/action'
import { AppError } from '@/lib/errors'
import { readInjectIds } from '@/lib/inject-ids'
import { lockInjects } from '@/lib/inject-rows'
import { injectColumns, openGate, saveInject } from '@/lib/inject-writes'
import { readLogic } from '@/lib/logic-rows'
import { accountOf, can } from '@/lib/policy'
import { lockScenario } from '@/lib/scenario-lock'
import { nextSerials, readScenarioPlan, type ScenarioPlan } from '@/lib/scenario-plan'
import { type Edit, judgeEdits, type RefusedEdit } from './edits/rules'
import { duplicateOf, emptyInject, idsNamedIn, knownFrom, unseen } from './known/rules'
import { type InjectRow, isTime } from './rules'
import { addInjectsSchema, duplicateInjectsSchema, editInjectsSchema, removeInjectsSchema } from './schema'

const noLogic = { injects: [], gates: [], waits: [] }

/** Carries out on locked injects what of these edits is sound; the rest comes back with its reasons. */
async function carryOut(
  { tx, now }: Pick<Write, 'tx' | 'now'>,
  exerciseId: string,
  plan: ScenarioPlan,
  rows: readonly InjectRow[],
  edits: readonly Edit[],
  editorial: boolean,
) {
  const ids = await readInjectIds(tx, exerciseId, idsNamedIn(rows, edits))
  const logic = edits.some(({ field }) => isTime(field)) ? await readLogic(tx, exerciseId) : noLogic
  const judged = judgeEdits(rows, edits, knownFrom(ids, logic, { ...plan, now }), editorial)
  const kinds = new Map(ids.columns.map(({ id, kind }) => [id, kind]))
  for (const before of rows) {
    const left = judged.rows.get(before.id) ?? before
    const any = judged.gates.get(before.id)
    const after = any ? { ...left, waits: [await openGate(tx, exerciseId, any)] } : left
    await saveInject(tx, exerciseId, before, after, kinds)
  }
  return judged
}

/** Fields of injects, each judged by itself: what somebody else has changed since is never overwritten unseen. */
export const editInjects = action({
  name: 'inject.edit',
  input: editInjectsSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async (write, { exerciseId, edits, editorial }) => {
    const { tx, changeId } = write
    // Times hang together: who changes one does so alone, lest two close a circle between them.
    if (edits.some(({ field }) => isTime(field))) await lockScenario(tx, exerciseId)
    const plan = await readScenarioPlan(tx, exerciseId)
    const rows = await lockInjects(
      tx,
      exerciseId,
      edits.map(({ injectId }) => injectId),
    )
    const { applied, refused } = await carryOut(write, exerciseId, plan, rows, edits, editorial)
    return { applied, refused: await withAuthors(tx, exerciseId, refused), changeId }
  },
  stale: 'none',
})

/** Who wrote what now stands in the way: the last word on the inject, which is nearly always the one. */
async function withAuthors(tx: Write['tx'], exerciseId: string, refused: readonly RefusedEdit[]) {
  const contested = [...new Set(refused.flatMap(edit => ('theirs' in edit ? [edit.injectId] : [])))]
  if (contested.length === 0) return refused.map(edit => ({ ...edit, by: null }))
  const words = await tx.$queryRaw<{ injectId: string; by: string }[]>`
    SELECT DISTINCT ON (i."id") i."id" AS "injectId", c."actorLabel" AS "by"
      FROM unnest(${contested}::uuid[]) AS i("id")
      JOIN "ChangeField" f ON f."row" = i."id"::text AND f."table" = 'Inject'
      JOIN "Change" c ON c."id" = f."changeId" AND c."exerciseId" = ${exerciseId}::uuid
     ORDER BY i."id", f."id" DESC`
  const authors = new Map(words.map(({ injectId, by }) => [injectId, by]))
  return refused.map(edit => ({
    ...edit,
    by: 'theirs' in edit ? (authors.get(edit.injectId) ?? null) : null,
  }))
}

/** New injects, in their order, with what is already known of each; a serial that is not given is the next. */
export const addInjects = action({
  name: 'inject.add',
  input: addInjectsSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async (write, { exerciseId, injects }) => {
    const { tx, actor } = write
    await lockScenario(tx, exerciseId)
    const plan = await readScenarioPlan(tx, exerciseId)
    const createdById = accountOf(actor)?.accountId ?? null
    const rows: InjectRow[] = []
    for (const { serial: wanted, storylineId, incidentId, foreign } of injects) {
      const serial = wanted ?? (await nextSerials(tx, exerciseId, storylineId, 1))[0]
      if (serial === undefined) throw new AppError('not_found', 'not_found')
      const row = emptyInject(crypto.randomUUID(), serial, { storylineId, incidentId })
      const own = { id: row.id, exerciseId, serial, createdById, ...(foreign && { foreign }) }
      const data = { ...injectColumns(null, row), ...own }
      await tx.inject.create({ data, select: { id: true } })
      rows.push(row)
    }
    const given = rows.flatMap(({ id }, n) =>
      (injects[n]?.values ?? []).map(({ field, value }) => ({ injectId: id, field, value })),
    )
    const edits = unseen(rows, given)
    const { refused } = await carryOut(write, exerciseId, plan, rows, edits, true)
    return { injects: rows.map(({ id, serial }) => ({ id, serial })), refused }
  },
  stale: 'none',
})

/** The same again, each with a serial of its own and the other's waits, in its storyline. */
export const duplicateInjects = action({
  name: 'inject.duplicate',
  input: duplicateInjectsSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx, actor }, { exerciseId, injectIds }) => {
    await lockScenario(tx, exerciseId)
    const rows = new Map((await lockInjects(tx, exerciseId, injectIds)).map(row => [row.id, row]))
    const columns = await tx.mselColumn.findMany({ where: { exerciseId }, select: { id: true, kind: true } })
    const kinds = new Map(columns.map(({ id, kind }) => [id, kind]))
    const createdById = accountOf(actor)?.accountId ?? null
    const made = []
    for (const injectId of injectIds) {
      const row = rows.get(injectId)
      if (!row) throw new AppError('not_found', 'not_found')
      const [serial = ''] = await nextSerials(tx, exerciseId, row.storylineId, 1)
      const id = crypto.randomUUID()
      const copy = duplicateOf(row, id, serial)
      const data = { ...injectColumns(null, copy), id, exerciseId, serial, createdById }
      await tx.inject.create({ data, select: { id: true } })
      const bare = { ...copy, from: [], to: [], objectives: [], values: {}, waits: [] }
      await saveInject(tx, exerciseId, bare, copy, kinds)
      made.push({ id, serial, of: injectId })
    }
    return { injects: made }
  },
  stale: 'none',
})

/** Takes injects out. Their serials stay taken; the history keeps what they said. */
export const removeInjects = action({
  name: 'inject.remove',
  input: removeInjectsSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx, now }, { exerciseId, injectIds, evenIfAwaited }) => {
    await lockScenario(tx, exerciseId)
    const others = await tx.wait.findMany({
      // A gate has no inject of its own, and null is in no list and outside of none.
      where: {
        exerciseId,
        afterInjectId: { in: injectIds },
        OR: [{ injectId: null }, { injectId: { notIn: injectIds } }],
      },
      select: { inject: { select: { serial: true } }, gate: { select: { number: true } } },
      take: 20,
    })
    if (others.length > 0 && !evenIfAwaited) {
      const names = others.map(({ inject, gate }) => inject?.serial ?? `gate ${gate?.number}`)
      throw new AppError('refused', 'inject_awaited', { params: { names: names.join(', ') } })
    }
    const { count } = await tx.inject.deleteMany({ where: { exerciseId, id: { in: injectIds } } })
    if (count === 0) throw new AppError('not_found', 'not_found')
    // When, so that they can be put back as they were before.
    return { removed: count, at: now }
  },
  stale: 'none',
})
