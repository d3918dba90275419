import type { Finding, PlanInject, PlanObjective } from '@/lib/clashes/plan/rules'

type Parents = ReadonlyMap<string, PlanObjective>

/** The objectives that an inject counts for, each once: those it serves, and all that stand above them in the tree. */
export function servedBy(inject: PlanInject | undefined, objectives: Parents): Set<string> {
  const served = new Set<string>()
  if (!inject || inject.kind === 'administrative') return served
  for (const id of inject.objectives) {
    for (let one = objectives.get(id); one && !served.has(one.id); ) {
      served.add(one.id)
      one = one.parentId === null ? undefined : objectives.get(one.parentId)
    }
  }
  return served
}

export function objectiveFindings(objective: PlanObjective, count: number): Finding[] {
  const { id, leastInjects: least } = objective
  if (count >= least) return []
  return [
    {
      key: `objective_unserved:${id}`,
      check: 'objective_unserved',
      where: [{ kind: 'objective', id }],
      evidence: { count, least, missing: least - count },
      mend: 'serve_objective',
    },
  ]
}
