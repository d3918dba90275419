import { gateFindings } from '@/lib/clashes/injects/rules'
import {
  aboutCircles,
  aboutController,
  aboutInject,
  aboutObjective,
  aboutSerials,
  gateNode,
  type Known,
  knownOf,
  nodeOf,
  tally,
} from '@/lib/clashes/known/rules'
import { servedBy } from '@/lib/clashes/objectives/rules'
import type { Finding, Plan, PlanGate, PlanInject } from '@/lib/clashes/plan/rules'
import { serialParts } from '@/lib/clashes/serials/rules'
import { type LogicNode, reach } from '@/lib/logic/graph/rules'
import { retimed } from '@/lib/logic/times/rules'

export type PlanEdit =
  | { of: 'inject'; id: string; to: PlanInject | null }
  | { of: 'gate'; id: string; to: PlanGate | null }

/** In seconds from STARTEX; null for a time that is not known. */
type Move = { id: string; from: number | null; to: number | null }

/**
 * What edits did: the findings that are no longer true, those that are new or say something else, and the injects and
 * gates that are at another time now.
 */
export type Recheck = { gone: string[]; came: Finding[]; moves: Move[] }

/**
 * Keeps what is known of a plan, so that an edit is checked at the cost of what it touches. It is changed in place.
 * What concerns everything at once (STARTEX, phases, nights, teams, objectives) is checked by opening it anew.
 */
export type Checker = {
  findings: () => Finding[]
  inject: (id: string) => PlanInject | undefined
  edit: (edits: readonly PlanEdit[]) => Recheck
  /** What edits would do: they are made and taken back. */
  tried: (edits: readonly PlanEdit[]) => Recheck
}

/** Everything that is wrong with a plan, in no order. Near linear in its injects and waits. */
export function checkPlan(plan: Plan): Finding[] {
  return openChecks(plan).findings()
}

export function openChecks(plan: Plan): Checker {
  const known = knownOf(plan)
  const book = new Map<string, readonly Finding[]>()
  for (const inject of plan.injects) book.set(`inject ${inject.id}`, aboutInject(known, inject.id))
  for (const gate of plan.gates) book.set(`gate ${gate.id}`, gateFindings(gate, known.graph))
  for (const { id } of plan.objectives) book.set(`objective ${id}`, aboutObjective(known, id))
  for (const id of known.tasks.keys()) book.set(`controller ${id}`, aboutController(known, id))
  for (const prefix of known.serials.keys()) book.set(`serials ${prefix}`, aboutSerials(known, prefix))
  const everyone = new Set<string>()
  for (const { id } of known.graph.nodes()) everyone.add(id)
  for (const [unit, findings] of aboutCircles(known, everyone)) book.set(unit, findings)
  const edit = (edits: readonly PlanEdit[]): Recheck => {
    const before = new Map<string, readonly Finding[]>()
    const timesBefore = new Map<string, number | null>()
    for (const one of edits) {
      for (const [unit, findings] of applied(known, one, timesBefore)) {
        if (!before.has(unit)) before.set(unit, book.get(unit) ?? [])
        if (findings.length > 0) book.set(unit, findings)
        else book.delete(unit)
      }
    }
    return { ...difference(before, book), moves: movesSince(timesBefore, known) }
  }
  return {
    findings: () => [...book.values()].flat(),
    inject: id => known.injects.get(id),
    edit,
    tried: edits => {
      const back = edits.map(({ of, id }) => formerly(known, of, id)).reverse()
      const found = edit(edits)
      edit(back)
      return found
    },
  }
}

/** The edit that puts back what is there now. */
function formerly(known: Known, of: PlanEdit['of'], id: string): PlanEdit {
  return of === 'inject'
    ? { of, id, to: known.injects.get(id) ?? null }
    : { of, id, to: gateOf(known, id) ?? null }
}

function movesSince(before: ReadonlyMap<string, number | null>, known: Known): Move[] {
  return [...before].flatMap(([id, from]) => {
    const to = known.times.get(id)?.at ?? null
    return from === to ? [] : [{ id, from, to }]
  })
}

function difference(
  before: ReadonlyMap<string, readonly Finding[]>,
  book: ReadonlyMap<string, readonly Finding[]>,
): Pick<Recheck, 'gone' | 'came'> {
  const was = new Map([...before.values()].flat().map(finding => [finding.key, JSON.stringify(finding)]))
  const now = [...before.keys()].flatMap(unit => book.get(unit) ?? [])
  const keys = new Set(now.map(({ key }) => key))
  return {
    gone: [...was.keys()].filter(key => !keys.has(key)),
    came: now.filter(finding => was.get(finding.key) !== JSON.stringify(finding)),
  }
}

/**
 * Puts the edit in, and gives what there is to say now about every unit that it can have touched. `timesBefore` takes
 * when what moves was planned, unless it says so already.
 */
function applied(
  known: Known,
  edit: PlanEdit,
  timesBefore: Map<string, number | null>,
): Map<string, readonly Finding[]> {
  const former = known.graph.node(edit.id)
  const formerInject = edit.of === 'inject' ? known.injects.get(edit.id) : undefined
  const units = new Map<string, readonly Finding[]>()
  const next = edit.to && (edit.of === 'inject' ? nodeOf(edit.to, known.plan) : gateNode(edit.to))
  if (edit.of === 'inject') countAgain(known, formerInject, edit.to)
  const touched = sameNode(former, next)
    ? new Set([edit.id])
    : rewired(known, { id: edit.id, from: former, to: next }, units, timesBefore)
  if (edit.of === 'gate') units.set(`gate ${edit.id}`, edit.to ? gateFindings(edit.to, known.graph) : [])
  const controllers = new Set([formerInject?.controllerId])
  for (const id of touched) {
    const inject = known.injects.get(id)
    controllers.add(inject?.controllerId)
    if (inject || (edit.of === 'inject' && id === edit.id)) units.set(`inject ${id}`, aboutInject(known, id))
    const gate = inject ? undefined : gateOf(known, id)
    if (gate && id !== edit.id) units.set(`gate ${id}`, gateFindings(gate, known.graph))
  }
  for (const id of controllers) if (id) units.set(`controller ${id}`, aboutController(known, id))
  if (edit.of === 'inject') recounted(known, formerInject, edit.to, units)
  return units
}

/** A gate as the graph knows it; its number says nothing about what is wrong with it. */
function gateOf(known: Known, id: string): PlanGate | undefined {
  const node = known.graph.node(id)
  return node && node.kind !== 'inject' ? { id, number: 0, kind: node.kind, waits: node.waits } : undefined
}

function countAgain(known: Known, from: PlanInject | undefined, to: PlanInject | null): void {
  if (from) tally(known, from, -1)
  if (to) {
    tally(known, to, 1)
    known.injects.set(to.id, to)
  } else if (from) known.injects.delete(from.id)
}

/** What counts injects: the objectives that one served or serves, and its serial's neighbours. */
function recounted(
  known: Known,
  from: PlanInject | undefined,
  to: PlanInject | null,
  units: Map<string, readonly Finding[]>,
): void {
  const before = servedBy(from, known.objectives)
  const now = servedBy(to ?? undefined, known.objectives)
  for (const id of new Set([...before, ...now]))
    if (before.has(id) !== now.has(id)) units.set(`objective ${id}`, aboutObjective(known, id))
  if (from?.serial === to?.serial) return
  for (const serial of [from?.serial, to?.serial]) {
    const prefix = serial === undefined ? undefined : serialParts(serial)?.prefix
    if (prefix !== undefined) units.set(`serials ${prefix}`, aboutSerials(known, prefix))
  }
}

function sameNode(a: LogicNode | undefined, b: LogicNode | null): boolean {
  return (
    (!a && !b) ||
    (!!a && !!b && a.kind === b.kind && a.start === b.start && a.duration === b.duration && sameWaits(a, b))
  )
}

function sameWaits(a: LogicNode | undefined, b: LogicNode | null): boolean {
  const [own, other] = [a?.waits ?? [], b?.waits ?? []]
  return (
    own.length === other.length &&
    own.every((wait, at) => {
      const same = other[at]
      return wait.after === same?.after && wait.condition === same.condition && wait.delay === same.delay
    })
  )
}

/** Changes the graph; gives the nodes about which something else may be true now. */
function rewired(
  known: Known,
  { id, from, to }: { id: string; from: LogicNode | undefined; to: LogicNode | null },
  units: Map<string, readonly Finding[]>,
  timesBefore: Map<string, number | null>,
): Set<string> {
  const { graph, times } = known
  if (to) graph.put(to)
  else graph.remove(id)
  const { region, times: changed } = retimed(graph, times, [id])
  const touched = new Set([id, ...changed.keys()])
  for (const [other, timed] of changed) {
    if (!timesBefore.has(other)) timesBefore.set(other, times.get(other)?.at ?? null)
    if (timed) times.set(other, timed)
    else times.delete(other)
  }
  // What is pinned too early shows the way there, which may lead elsewhere now and take as long.
  for (const other of region) if ((graph.node(other)?.start ?? null) !== null) touched.add(other)
  if (!from || !to) for (const other of graph.behind(id)) touched.add(other)
  if (!from || !to || !sameWaits(from, to)) {
    // Everybody in a circle with it, then or now, hangs on it.
    for (const [unit, findings] of aboutCircles(known, reach(graph, [id]))) units.set(unit, findings)
  }
  return touched
}
