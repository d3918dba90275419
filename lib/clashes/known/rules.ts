import { leastTask, overloads } from '@/lib/clashes/controllers/rules'
import { injectFindings } from '@/lib/clashes/injects/rules'
import { objectiveFindings, servedBy } from '@/lib/clashes/objectives/rules'
import type { Finding, Plan, PlanGate, PlanInject, PlanTechnique } from '@/lib/clashes/plan/rules'
import { serialGaps, serialParts } from '@/lib/clashes/serials/rules'
import type { Task } from '@/lib/clashes/stretches/rules'
import { circlesAmong } from '@/lib/logic/cycles/rules'
import { graphOf, type LogicNode } from '@/lib/logic/graph/rules'
import { exerciseSecondsOf, impliedTimes, instantOfSeconds } from '@/lib/logic/times/rules'
import { resolveMoment } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'

/** What is known of a plan while it is being edited; changed in place. */
export type Known = {
  plan: Plan
  injects: Map<string, PlanInject>
  graph: ReturnType<typeof graphOf>
  times: ReturnType<typeof impliedTimes>
  zoneOfTeam: ReadonlyMap<string, string>
  objectives: ReadonlyMap<string, Plan['objectives'][number]>
  techniques: ReadonlyMap<string, PlanTechnique> | null
  /** How many injects serve each objective. */
  served: Map<string, number>
  /** The injects of each controller. */
  tasks: Map<string, Set<string>>
  /** How many injects have each number, by what stands before it. */
  serials: Map<string, Map<number, number>>
  /** In which circle a node is, by the first of its members. */
  circles: Map<string, { members: readonly string[] }>
}

export function knownOf(plan: Plan): Known {
  const nodes = [...plan.injects.map(inject => nodeOf(inject, plan)), ...plan.gates.map(gateNode)]
  const graph = graphOf(nodes)
  const known: Known = {
    plan,
    injects: new Map(plan.injects.map(inject => [inject.id, inject])),
    graph,
    times: impliedTimes(graph),
    zoneOfTeam: new Map(plan.teams.map(team => [team.id, team.timeZone])),
    objectives: new Map(plan.objectives.map(objective => [objective.id, objective])),
    techniques: plan.techniques && new Map(plan.techniques.map(technique => [technique.code, technique])),
    served: new Map(),
    tasks: new Map(),
    serials: new Map(),
    circles: new Map(),
  }
  for (const inject of plan.injects) tally(known, inject, 1)
  return known
}

export function nodeOf({ id, moment, durationSeconds, waits }: PlanInject, { frame }: Plan): LogicNode {
  const start = moment && exerciseSecondsOf(moment, frame)
  return { id, kind: 'inject', start, duration: durationSeconds, waits }
}

export function gateNode({ id, kind, waits }: PlanGate): LogicNode {
  return { id, kind, start: null, duration: null, waits }
}

/** Adds an inject to what is counted, or takes it out again. */
export function tally(known: Known, inject: PlanInject, by: 1 | -1): void {
  for (const id of servedBy(inject, known.objectives)) known.served.set(id, (known.served.get(id) ?? 0) + by)
  if (inject.controllerId !== null) {
    const own = known.tasks.get(inject.controllerId) ?? new Set()
    if (by === 1) known.tasks.set(inject.controllerId, own.add(inject.id))
    else own.delete(inject.id)
  }
  const serial = serialParts(inject.serial)
  if (!serial) return
  const numbers = known.serials.get(serial.prefix) ?? new Map<number, number>()
  const count = (numbers.get(serial.number) ?? 0) + by
  if (count > 0) numbers.set(serial.number, count)
  else numbers.delete(serial.number)
  known.serials.set(serial.prefix, numbers)
}

function plannedAt(known: Known, inject: PlanInject): Instant | null {
  if (inject.moment) return resolveMoment(inject.moment, known.plan.frame).at
  const at = known.times.get(inject.id)?.at ?? null
  return at === null ? null : instantOfSeconds(at, known.plan.frame)
}

export function aboutInject(known: Known, id: string): Finding[] {
  const inject = known.injects.get(id)
  return inject ? injectFindings(inject, plannedAt(known, inject), known) : []
}

export function aboutObjective(known: Known, id: string): Finding[] {
  const objective = known.objectives.get(id)
  return objective ? objectiveFindings(objective, known.served.get(id) ?? 0) : []
}

export function aboutSerials(known: Known, prefix: string): Finding[] {
  return serialGaps(prefix, known.serials.get(prefix)?.keys() ?? [])
}

export function aboutController(known: Known, controllerId: string): Finding[] {
  const tasks: Task[] = []
  for (const id of known.tasks.get(controllerId) ?? []) {
    const inject = known.injects.get(id)
    // What the players are expected to do is nobody's to release, and a whole day has no hour.
    if (!inject || inject.kind === 'expected_action') continue
    if (inject.moment?.anchor === 'dday' && inject.moment.minute === null) continue
    const startAt = plannedAt(known, inject)
    if (startAt === null) continue
    tasks.push({ id, startAt, endAt: startAt + Math.max((inject.durationSeconds ?? 0) * SECOND, leastTask) })
  }
  return overloads(controllerId, tasks, known.plan.controllerLoad)
}

/** Looks for circles among these anew, and forgets those that were there. Each circle is a unit of its own. */
export function aboutCircles(known: Known, ids: ReadonlySet<string>): Map<string, Finding[]> {
  const units = new Map<string, Finding[]>()
  for (const id of ids) {
    const circle = known.circles.get(id)
    if (!circle) continue
    units.set(`circle ${circle.members[0]}`, [])
    for (const member of circle.members) known.circles.delete(member)
  }
  for (const circle of circlesAmong(known.graph, ids)) {
    const [first = ''] = circle.members
    for (const member of circle.members) known.circles.set(member, circle)
    const where = circle.members.map(id => ({ kind: known.injects.has(id) ? 'inject' : 'gate', id }) as const)
    const evidence = { count: circle.members.length }
    units.set(`circle ${first}`, [
      { key: `circular:${first}`, check: 'circular', where, path: circle.path, evidence, mend: 'cut_circle' },
    ])
  }
  return units
}
