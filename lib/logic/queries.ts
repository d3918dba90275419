import { db } from '@/lib/db'
import { readLogic } from '@/lib/logic-rows'
import { type Actor, can } from '@/lib/policy'
import { readScenarioPlan } from '@/lib/scenario-plan'
import { isId } from '@/lib/text'
import type { StartexFrame } from '@/lib/time'
import {
  beforeOf,
  behindOf,
  circleOf,
  type LogicLine,
  lineOf,
  linkedInjects,
  type Picture,
  pictureOf,
  type Wired,
  wired,
} from './lists/rules'

/** A line with the title of its inject, or its gate's name. */
export type TitledLine = LogicLine & { title: string }

type Wiring = Wired & { frame: StartexFrame; gates: Awaited<ReturnType<typeof readLogic>>['gates'] }

/** The whole logic: for planners alone, as it tells the plot. */
async function readWiring(actor: Actor, exerciseId: string): Promise<Wiring | null> {
  if (!can(actor, 'scenario.edit', { exerciseId })) return null
  const [{ frame }, logic] = await Promise.all([readScenarioPlan(db, exerciseId), readLogic(db, exerciseId)])
  return { ...wired(logic, frame), frame, gates: logic.gates }
}

async function titled(
  exerciseId: string,
  lines: readonly LogicLine[],
  { gates }: Wiring,
): Promise<TitledLine[]> {
  const rows = await db.inject.findMany({
    where: { exerciseId, id: { in: lines.map(({ id }) => id) } },
    select: { id: true, title: true },
  })
  const titles = new Map([...rows.map(({ id, title }) => [id, title] as const)])
  for (const { id, name } of gates) titles.set(id, name)
  return lines.map(line => ({ ...line, title: titles.get(line.id) ?? '' }))
}

export type GateLine = TitledLine & { version: number; awaited: { id: string; name: string }[] }

/** Every gate, and a page of the injects that wait or are waited for; null for whoever does not plan the exercise. */
export async function getLogic(
  actor: Actor,
  exerciseId: string,
  { page, size }: { page: number; size: number },
): Promise<{ frame: StartexFrame; gates: GateLine[]; injects: TitledLine[]; total: number } | null> {
  const wiring = await readWiring(actor, exerciseId)
  if (!wiring) return null
  const gates = wiring.gates.flatMap(({ id, name: title, version }): GateLine[] => {
    const line = lineOf(id, wiring)
    const awaited = behindOf(id, wiring).map(other => ({ id: other.id, name: other.name }))
    return line ? [{ ...line, title, version, awaited }] : []
  })
  const all = linkedInjects(wiring)
  const injects = await titled(exerciseId, all.slice((page - 1) * size, page * size), wiring)
  return { frame: wiring.frame, gates, injects, total: all.length }
}

export type NodeView = {
  frame: StartexFrame
  node: TitledLine
  before: TitledLine[]
  behind: TitledLine[]
  /** the names on the way round, where it waits for itself */
  circle: string[] | null
  picture: Picture
}

/** One inject or gate among what it waits for and what waits for it, or null. By id, or by an inject's serial. */
export async function getLogicNode(
  actor: Actor,
  exerciseId: string,
  named: string,
): Promise<NodeView | null> {
  const wiring = await readWiring(actor, exerciseId)
  const id = isId(named) ? named.toLowerCase() : wiring?.names.injectOf(named.trim())
  const line = wiring && id !== undefined ? lineOf(id, wiring) : null
  const picture = wiring && id !== undefined ? pictureOf(id, wiring) : null
  if (!wiring || id === undefined || !line || !picture) return null
  const [before, behind] = [beforeOf(id, wiring), behindOf(id, wiring)]
  const all = await titled(exerciseId, [line, ...before, ...behind], wiring)
  const [node] = all
  if (!node) return null
  return {
    ...{ frame: wiring.frame, node, picture },
    before: all.slice(1, 1 + before.length),
    behind: all.slice(1 + before.length),
    circle: circleOf(id, wiring)?.map(other => lineOf(other, wiring)?.name ?? '?') ?? null,
  }
}
