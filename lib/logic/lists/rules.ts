import { graphFrom } from '@/lib/injects/known/rules'
import { bySerial } from '@/lib/injects/order/rules'
import type { WaitRow } from '@/lib/injects/rules'
import { closedCircle } from '@/lib/logic/cycles/rules'
import type { Graph } from '@/lib/logic/graph/rules'
import { impliedTimes, isTooEarly, type Timed } from '@/lib/logic/times/rules'
import { type Names, namesIn, nodeName, waitsText } from '@/lib/logic/typed/rules'
import type { StartexFrame } from '@/lib/time'

type Logic = Parameters<typeof graphFrom>[0]

/** The logic of a whole scenario, ready to be looked at. */
export type Wired = {
  logic: Logic
  names: Names
  graph: Graph
  times: ReadonlyMap<string, Timed>
  waitsOf: ReadonlyMap<string, readonly WaitRow[]>
}

export function wired(logic: Logic, frame: StartexFrame): Wired {
  const graph = graphFrom(logic, frame)
  const waitsOf = new Map<string, WaitRow[]>()
  for (const wait of logic.waits) {
    const of = wait.injectId ?? wait.gateId ?? ''
    const own = waitsOf.get(of)
    if (own) own.push(wait)
    else waitsOf.set(of, [wait])
  }
  return { logic, names: namesIn(logic), graph, times: impliedTimes(graph), waitsOf }
}

/**
 * An inject or a gate with its place in the logic. `at`: when it is planned, in seconds from STARTEX; `floor`: the
 * earliest that its waits allow; null for what is not known. `waits`: as they are typed.
 */
export type LogicLine = {
  id: string
  kind: 'inject' | 'all' | 'any' | 'manual'
  name: string
  waits: string
  pinned: boolean
  at: number | null
  floor: number | null
  trouble: 'too_early' | 'circle' | null
}

export function lineOf(id: string, { names, graph, times, waitsOf }: Wired): LogicLine | null {
  const node = graph.node(id)
  const timed = times.get(id)
  if (!node || !timed) return null
  const mode = node.kind === 'any' ? 'any' : 'all'
  return {
    ...{ id, kind: node.kind, name: nodeName(id, names), pinned: node.start !== null },
    waits: waitsText(mode, waitsOf.get(id) ?? [], names),
    ...{ at: timed.at, floor: timed.floor },
    trouble: isTooEarly(node, timed) ? 'too_early' : timed.stuck ? 'circle' : null,
  }
}

/** Injects that wait or are waited for, in the order of time and then of serials; what has no time at the end. */
export function linkedInjects(all: Wired): LogicLine[] {
  const lines: LogicLine[] = []
  for (const { id } of all.logic.injects) {
    const linked = all.waitsOf.has(id) || [...all.graph.behind(id)].length > 0
    const line = linked ? lineOf(id, all) : null
    if (line) lines.push(line)
  }
  const timeOf = ({ at }: LogicLine) => at ?? Number.MAX_SAFE_INTEGER
  return lines.sort((a, b) => timeOf(a) - timeOf(b) || bySerial(a.name, b.name))
}

/** Those that wait for a node, by name. */
export function behindOf(id: string, all: Wired): LogicLine[] {
  return [...all.graph.behind(id)]
    .map(other => lineOf(other, all))
    .filter(line => line !== null)
    .sort((a, b) => bySerial(a.name, b.name))
}

/** What a node waits for, by name; what is gone is left out. */
export function beforeOf(id: string, all: Wired): LogicLine[] {
  return [...new Set(all.graph.node(id)?.waits.map(({ after }) => after))]
    .map(other => lineOf(other, all))
    .filter(line => line !== null)
    .sort((a, b) => bySerial(a.name, b.name))
}

/** The way round in which a node hangs, if it waits for itself by way of others. */
export function circleOf(id: string, { graph }: Wired): string[] | null {
  for (const { after } of graph.node(id)?.waits ?? []) {
    const path = closedCircle(graph, id, after)
    if (path) return path
  }
  return null
}

export type Place = { line: LogicLine; column: number; row: number }
/** `steps`: from what is waited for to what waits. */
export type Picture = {
  places: Place[]
  steps: [Place, Place][]
  columns: number
  rows: number
  hidden: number
}

const mostInColumn = 7

/** A node between what it waits for and what waits for it, two steps either way; `hidden` are those without room. */
export function pictureOf(id: string, all: Wired): Picture | null {
  const self = lineOf(id, all)
  if (!self) return null
  const taken = new Set([id])
  let hidden = 0
  const next = (lines: readonly LogicLine[], step: typeof beforeOf) => {
    const found: LogicLine[] = []
    for (const line of lines.flatMap(one => step(one.id, all))) {
      if (taken.has(line.id)) continue
      taken.add(line.id)
      if (found.length < mostInColumn) found.push(line)
      else hidden++
    }
    return found
  }
  const before = next([self], beforeOf)
  const after = next([self], behindOf)
  const columns = [next(before, beforeOf), before, [self], after, next(after, behindOf)]
  const shown = columns.filter(column => column.length > 0)
  const rows = Math.max(...shown.map(({ length }) => length))
  const places = shown.flatMap((lines, column) =>
    lines.map((line, at) => ({ line, column, row: at + (rows - lines.length) / 2 })),
  )
  const placeOf = new Map(places.map(place => [place.line.id, place]))
  const steps = places.flatMap(to =>
    beforeOf(to.line.id, all).flatMap((line): [Place, Place][] => {
      const from = placeOf.get(line.id)
      return from ? [[from, to]] : []
    }),
  )
  return { places, steps, columns: shown.length, rows, hidden }
}
