type Node = { id: string; parentId: string | null }

/** Why a team may not stand under that parent: a tree has no circles. `parents` are the exercise's teams. */
export function parentProblem(
  teamId: string,
  parentId: string | null,
  parents: readonly Node[],
): string | null {
  const byId = new Map(parents.map(team => [team.id, team.parentId]))
  const seen = new Set<string>()
  for (let above = parentId; above !== null; above = byId.get(above) ?? null) {
    if (above === teamId || seen.has(above)) return 'team_circle'
    seen.add(above)
  }
  return null
}

/** A numbered team's name: two digits at least, so that names sort as numbers do. */
export function numberedName(prefix: string, number: number): string {
  return `${prefix} ${String(number).padStart(2, '0')}`
}

export type Branch<Team extends Node> = { team: Team; depth: number }

/** The teams in the order of their tree: each parent before its children, siblings as given. */
export function asTree<Team extends Node>(teams: readonly Team[]): Branch<Team>[] {
  const children = new Map<string | null, Team[]>()
  for (const team of teams) children.set(team.parentId, [...(children.get(team.parentId) ?? []), team])
  const walk = (parentId: string | null, depth: number): Branch<Team>[] =>
    (children.get(parentId) ?? []).flatMap(team => [{ team, depth }, ...walk(team.id, depth + 1)])
  return walk(null, 0)
}

/** What a new exercise starts with; its list is its own from then on. */
export const startingKinds = [
  { name: 'White', letter: 'WT', colour: '#d9d6cc', trained: false },
  { name: 'Green', letter: 'GT', colour: '#2f9e5b', trained: false },
  { name: 'Red', letter: 'RT', colour: '#d64545', trained: false },
  { name: 'Blue', letter: 'BT', colour: '#2f6fde', trained: true },
  { name: 'Yellow', letter: 'YT', colour: '#d79b00', trained: false },
] as const

export type Seats = { least: number; most: number; used: number }

/** How a team's seats stand: under their least, full, or with room. */
export function seatState({ least, most, used }: Seats): 'short' | 'full' | 'room' {
  if (used < least) return 'short'
  return used >= most ? 'full' : 'room'
}
