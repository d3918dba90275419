export const injectStates = ['draft', 'review', 'approved', 'synchronised'] as const
export type InjectState = (typeof injectStates)[number]

/** How many injects are how far agreed on. */
export type StateCounts = Record<InjectState, number>

type Counted = {
  storylineId: string | null
  incidentId: string | null
  state: InjectState
  count: number
}

export const noInjects = (): StateCounts => ({ draft: 0, review: 0, approved: 0, synchronised: 0 })

export const totalOf = (counts: StateCounts): number =>
  injectStates.reduce((sum, state) => sum + counts[state], 0)

/** The counts of each storyline, of each incident, and of the injects that are of no storyline (under ''). */
export function countsOf(rows: readonly Counted[]) {
  const storylines = new Map<string, StateCounts>()
  const incidents = new Map<string, StateCounts>()
  const add = (to: Map<string, StateCounts>, key: string, { state, count }: Counted) => {
    const counts = to.get(key) ?? noInjects()
    to.set(key, { ...counts, [state]: counts[state] + count })
  }
  for (const row of rows) {
    add(storylines, row.storylineId ?? '', row)
    if (row.incidentId !== null) add(incidents, row.incidentId, row)
  }
  return { storylines, incidents }
}
