type Placed = { id: string; parentId: string | null }

/** One criterion a line, as people paste them; the same twice counts once. */
export function criteriaIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map(line => line.trim().normalize('NFC'))
  return [...new Set(lines)].filter(line => line !== '')
}

/** The number that the next objective below `parent` gets, for instance 2.3 after 2.2: never one that stands there. */
export function nextNumber(
  parent: { number: string } | null,
  siblings: readonly { number: string }[],
): string {
  const last = siblings.map(({ number }) => Number(/(\d+)$/.exec(number)?.[1] ?? 0))
  const next = String(Math.max(0, ...last) + 1)
  return parent === null ? next : `${parent.number}.${next}`
}

/** The objectives as they stand below each other, each with its depth; what hangs on nothing known stands on top. */
export function inTree<Row extends Placed>(rows: readonly Row[]): (Row & { depth: number })[] {
  const known = new Set(rows.map(({ id }) => id))
  const below = new Map<string | null, Row[]>()
  for (const row of rows) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), row])
  }
  const walk = (parent: string | null, depth: number): (Row & { depth: number })[] =>
    (below.get(parent) ?? []).flatMap(row => [{ ...row, depth }, ...walk(row.id, depth + 1)])
  return walk(null, 0)
}

/** The ids with all those above them: a branch is read with what it belongs to. */
export function withAncestors(rows: readonly Placed[], ids: ReadonlySet<string>): Set<string> {
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]))
  const found = new Set<string>()
  for (const id of ids)
    for (let at: string | null = id; at !== null && !found.has(at); at = parents.get(at) ?? null)
      found.add(at)
  return found
}

/** An inject that serves objectives: for which teams, and on which day of the exercise (null: nothing says when). */
export type Serving = { objectiveIds: readonly string[]; teamIds: readonly string[]; day: number | null }

export type Coverage = {
  /** injects that serve it or anything below it, each once */
  injects: number
  /** how many more it needs; 0 where it has enough */
  missing: number
  /** teams of the training audience that get none of this objective's injects */
  teamsWithout: string[]
  teamsWith: number
  /** day of the exercise → injects of that day, for every day on which any inject falls */
  days: { day: number; injects: number }[]
  undated: number
}

/**
 * What serves each objective: how much, for whom of the audience and when. What serves an objective serves all above it
 * too.
 */
export function coverageOf(
  objectives: readonly (Placed & { leastInjects: number })[],
  injects: readonly Serving[],
  audience: ReadonlySet<string>,
): Map<string, Coverage> {
  const days = sorted(injects.flatMap(({ day }) => (day === null ? [] : [day])))
  const serving = new Map<string, Serving[]>(objectives.map(({ id }) => [id, []]))
  for (const inject of injects)
    for (const id of withAncestors(objectives, new Set(inject.objectiveIds))) serving.get(id)?.push(inject)
  return new Map(
    objectives.map(({ id, leastInjects }) => {
      const own = serving.get(id) ?? []
      const reached = new Set(own.flatMap(({ teamIds }) => teamIds.filter(id => audience.has(id))))
      const perDay = new Map<number | null, number>()
      for (const { day } of own) perDay.set(day, (perDay.get(day) ?? 0) + 1)
      const coverage: Coverage = {
        injects: own.length,
        missing: Math.max(0, leastInjects - own.length),
        teamsWithout: [...audience].filter(team => !reached.has(team)),
        teamsWith: reached.size,
        days: days.map(day => ({ day, injects: perDay.get(day) ?? 0 })),
        undated: perDay.get(null) ?? 0,
      }
      return [id, coverage]
    }),
  )
}

const sorted = (days: readonly number[]) => [...new Set(days)].sort((a, b) => a - b)
