'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { lockInjects } from '@/lib/inject-rows'
import { makeGate, openGate, saveWaits } from '@/lib/inject-writes'
import { graphFrom } from '@/lib/injects/known/rules'
import { reopens, type WaitRow } from '@/lib/injects/rules'
import { readLogic } from '@/lib/logic-rows'
import { can } from '@/lib/policy'
import { lockScenario } from '@/lib/scenario-lock'
import { readScenarioPlan } from '@/lib/scenario-plan'
import { formatOffset } from '@/lib/time-format'
import type { LogicNode } from './graph/rules'
import { ownTimeProblem, waitsProblem } from './moves/rules'
import { printPath } from './notation/rules'
import { addGateSchema, editGateSchema, removeGateSchema, setWaitsSchema } from './schema'
import { namesIn, nodeName, readWaits, waitsText } from './typed/rules'

const pages = ['/exercises/[code]/scenario/logic', '/exercises/[code]/scenario/checks']

/** Everything that hangs together, under a lock: two planners at once cannot close a circle between them. */
async function lockLogic(tx: Tx, exerciseId: string) {
  await lockScenario(tx, exerciseId)
  const { frame } = await readScenarioPlan(tx, exerciseId)
  const logic = await readLogic(tx, exerciseId)
  return { logic, names: namesIn(logic), graph: graphFrom(logic, frame) }
}

type Locked = Awaited<ReturnType<typeof lockLogic>>

/** Refuses waits that come back to their own node, that are said twice, or that come later than its own time. */
function refuseWaits({ graph, names }: Locked, node: LogicNode): void {
  const problem = waitsProblem(graph, node) ?? ownTimeProblem(graph, node)
  if (!problem) return
  const path = printPath(problem.path, id => nodeName(id, names))
  const floor = problem.reason === 'logic_too_early' ? { floor: formatOffset(problem.floor) } : {}
  throw fieldRefusal('waits', problem.reason, { path, ...floor })
}

const asNode = (node: LogicNode, waits: readonly WaitRow[]): LogicNode => ({
  ...node,
  waits: waits.map(({ afterInjectId, afterGateId, condition, delaySeconds }) => ({
    after: afterInjectId ?? afterGateId ?? '',
    condition,
    delay: delaySeconds,
  })),
})

function read(text: string, mode: 'all' | 'any', { names }: Locked) {
  const found = readWaits(text, mode, names)
  if (!found.ok) throw fieldRefusal('waits', found.reason, found.params)
  return found
}

/** A node of its own that stands for others: all of them, any one, or a person's decision. */
export const addGate = action({
  name: 'gate.add',
  input: addGateSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, kind, name, waits: text }) => {
    const locked = await lockLogic(tx, exerciseId)
    const { mode, waits } = read(text, kind === 'any' ? 'any' : 'all', locked)
    if (kind !== 'manual' && mode !== kind) throw fieldRefusal('waits', 'gate_kind_differs')
    const id = await makeGate(tx, exerciseId, { kind, name })
    refuseWaits(locked, asNode({ id, kind, start: null, duration: null, waits: [] }, waits))
    await saveWaits(tx, { exerciseId, gateId: id }, [], waits)
    return { id }
  },
  stale: () => pages,
})

/** What it is called, and whether all are needed or any one; no circle can come of that. */
export const editGate = action({
  name: 'gate.edit',
  input: editGateSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, gateId: id, version, opened, ...data }) => {
    await lockScenario(tx, exerciseId)
    const row = { table: 'LogicGate', id, owner: exerciseId, version, opened } as const
    const changed = await changedByEdit(tx, row, data)
    await tx.logicGate.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
  },
  stale: () => pages,
})

/** Those that wait for it wait no longer: refused unless that is wanted. */
export const removeGate = action({
  name: 'gate.remove',
  input: removeGateSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, gateId: id, evenIfAwaited }) => {
    await lockScenario(tx, exerciseId)
    const awaited = await tx.wait.findMany({
      where: { exerciseId, afterGateId: id },
      select: { inject: { select: { serial: true } }, gate: { select: { number: true } } },
      take: 20,
    })
    if (awaited.length > 0 && !evenIfAwaited) {
      const names = awaited.map(({ inject, gate }) => inject?.serial ?? `gate ${gate?.number}`).join(', ')
      throw new AppError('refused', 'gate_awaited', { params: { names } })
    }
    const { count } = await tx.logicGate.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => pages,
})

/** What an inject or a gate waits for, said anew and whole. An inject keeps its own time, which must not come before. */
export const setWaits = action({
  name: 'wait.set',
  input: setWaitsSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, nodeId, seen, waits: text }) => {
    const locked = await lockLogic(tx, exerciseId)
    const node = locked.graph.node(nodeId)
    if (!node) throw new AppError('not_found', 'not_found')
    const usual = node.kind === 'any' ? 'any' : 'all'
    const before = locked.logic.waits
      .filter(wait => (node.kind === 'inject' ? wait.injectId : wait.gateId) === nodeId)
      .map(({ afterInjectId, afterGateId, condition, delaySeconds }) => ({
        ...{ afterInjectId, afterGateId, condition, delaySeconds },
      }))
    const theirs = waitsText(usual, before, locked.names)
    if (theirs !== seen)
      throw new AppError('conflict', 'changed_meanwhile', {
        conflicts: [{ field: 'waits', theirs, by: null }],
      })
    const { mode, waits } = read(text, usual, locked)
    // Any one of several stands behind a gate, which the inject itself then waits for.
    const several = node.kind === 'inject' && mode === 'any' && waits.length > 1
    refuseWaits(locked, asNode(several ? { ...node, kind: 'any' } : node, waits))
    if (node.kind === 'inject') await setOfInject(tx, { exerciseId, injectId: nodeId }, mode, before, waits)
    else {
      if (node.kind !== 'manual' && mode !== node.kind) throw fieldRefusal('waits', 'gate_kind_differs')
      await saveWaits(tx, { exerciseId, gateId: nodeId }, before, waits)
    }
  },
  stale: () => pages,
})

/** What was approved has to be looked at again. */
async function setOfInject(
  tx: Tx,
  owner: { exerciseId: string; injectId: string },
  mode: 'all' | 'any',
  before: readonly WaitRow[],
  waits: readonly WaitRow[],
): Promise<void> {
  const { exerciseId, injectId: id } = owner
  const [row] = await lockInjects(tx, exerciseId, [id])
  if (!row) throw new AppError('not_found', 'not_found')
  const several = mode === 'any' && waits.length > 1
  await saveWaits(tx, owner, before, several ? [await openGate(tx, exerciseId, waits)] : waits)
  if (reopens(row.state, 'start'))
    await tx.inject.update({
      where: { id, exerciseId },
      data: { state: 'review', stateReason: null },
      select: { id: true },
    })
}
