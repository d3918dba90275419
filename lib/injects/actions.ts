'use server'

import { action, type Write } from '@/lib/action'
import { AppError } from '@/lib/errors'
import { withAuthors } from '@/lib/inject-authors'
import { readInjectIds } from '@/lib/inject-ids'
import { insertInjects, insertWaits } from '@/lib/inject-inserts'
import { lockInjects } from '@/lib/inject-rows'
import { openGate, saveInject } from '@/lib/inject-writes'
import { readLogic } from '@/lib/logic-rows'
import { accountOf, can } from '@/lib/policy'
import { lockScenario } from '@/lib/scenario-lock'
import { nextSerials, readScenarioPlan, type ScenarioPlan } from '@/lib/scenario-plan'
import { type Edit, judgeEdits } from './edits/rules'
import { duplicateOf, emptyInject, idsNamedIn, knownFrom, unseen } from './known/rules'
import { type InjectRow, isTime, type WaitRow } from './rules'
import { addInjectsSchema, duplicateInjectsSchema, editInjectsSchema, removeInjectsSchema } from './schema'

const noLogic = { injects: [], gates: [], waits: [] }

type Judging = { rows: readonly InjectRow[]; edits: readonly Edit[]; editorial: boolean; areNew: boolean }

/** What of these edits is sound; the rest comes back with its reasons. New injects are not in the database yet. */
async function judge(
  { tx, now }: Pick<Write, 'tx' | 'now'>,
  exerciseId: string,
  plan: ScenarioPlan,
  { rows, edits, editorial, areNew }: Judging,
) {
  const ids = await readInjectIds(tx, exerciseId, {
    ids: idsNamedIn(rows, edits),
    fields: edits.map(({ field }) => field),
  })
  const logic = edits.some(({ field }) => isTime(field)) ? await readLogic(tx, exerciseId) : noLogic
  const injects = areNew ? [...logic.injects, ...rows] : logic.injects
  const judged = judgeEdits(rows, edits, knownFrom(ids, { ...logic, injects }, { ...plan, now }), editorial)
  // Copies, since a gate may still be put into what an edit has left as it was.
  const left = rows.map(row => ({ ...(judged.rows.get(row.id) ?? row) }))
  return { ...judged, left, kinds: new Map(ids.columns.map(({ id, kind }) => [id, kind])) }
}

/** Makes the gates that these injects are to wait for. */
async function openGates(
  tx: Write['tx'],
  exerciseId: string,
  { left, gates }: { left: readonly InjectRow[]; gates: ReadonlyMap<string, WaitRow[]> },
) {
  for (const row of left) {
    const any = gates.get(row.id)
    if (any) row.waits = [await openGate(tx, exerciseId, any)]
  }
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
    const judged = await judge(write, exerciseId, plan, { rows, edits, editorial, areNew: false })
    await openGates(tx, exerciseId, judged)
    for (const [n, row] of rows.entries()) {
      const after = judged.left[n]
      if (after) await saveInject(tx, exerciseId, row, after, judged.kinds)
    }
    const { applied, refused } = judged
    return { applied, refused: await withAuthors(tx, exerciseId, refused), changeId }
  },
  stale: 'none',
})

/** The serials of new injects in their order: the given ones, and for the others the next of their storylines. */
async function serialsFor(
  tx: Write['tx'],
  exerciseId: string,
  made: readonly { serial?: string | undefined; storylineId: string | null }[],
): Promise<string[]> {
  const given = made.flatMap(({ serial }) => serial ?? [])
  const serials = made.map(({ serial }) => serial ?? '')
  const unnumbered = [...made.keys()].filter(n => made[n]?.serial === undefined)
  const storylineOf = (n: number) => made[n]?.storylineId ?? null
  for (const storylineId of new Set(unnumbered.map(storylineOf))) {
    const own = unnumbered.filter(n => storylineOf(n) === storylineId)
    const next = await nextSerials(tx, exerciseId, storylineId, own.length, given)
    for (const [at, n] of own.entries()) serials[n] = next[at] ?? ''
  }
  return serials
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
    const serials = await serialsFor(tx, exerciseId, injects)
    const rows = injects.map(({ storylineId, incidentId }, n) =>
      emptyInject(crypto.randomUUID(), serials[n] ?? '', { storylineId, incidentId }),
    )
    const given = rows.flatMap(({ id }, n) =>
      (injects[n]?.values ?? []).map(({ field, value }) => ({ injectId: id, field, value })),
    )
    const edits = unseen(rows, given)
    const judged = await judge(write, exerciseId, plan, { rows, edits, editorial: true, areNew: true })
    const made = judged.left.map((row, n) => ({ row, createdById, foreign: injects[n]?.foreign ?? null }))
    await insertInjects(tx, exerciseId, made, judged.kinds)
    await openGates(tx, exerciseId, judged)
    await insertWaits(tx, exerciseId, judged.left)
    return { injects: rows.map(({ id, serial }) => ({ id, serial })), refused: judged.refused }
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
    const chosen = injectIds.map(id => {
      const row = rows.get(id)
      if (!row) throw new AppError('not_found', 'not_found')
      return row
    })
    const serials = await serialsFor(
      tx,
      exerciseId,
      chosen.map(({ storylineId }) => ({ storylineId })),
    )
    const copies = chosen.map((row, n) => duplicateOf(row, crypto.randomUUID(), serials[n] ?? ''))
    const made = copies.map(row => ({ row, createdById }))
    await insertInjects(tx, exerciseId, made, kinds)
    await insertWaits(tx, exerciseId, copies)
    return { injects: copies.map(({ id, serial }, n) => ({ id, serial, of: injectIds[n] ?? id })) }
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
