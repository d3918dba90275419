import { holdsSeat, type RegistrationState } from '../rules'

/** Whoever the organisers may give another team: those who hold a seat, and those who only want one. */
export const movable = ['endorsed', 'confirmed', 'checked_in'] as const satisfies readonly RegistrationState[]

type Person = { state: RegistrationState; teamId: string | null; roleId: string }

export function isMovable(state: RegistrationState): boolean {
  return movable.some(one => one === state)
}

export type MoveProblem = 'only_seated_move' | 'team_already'

/** Why these people do not go to the team, or null. Some of them may be there already, but not all. */
export function moveProblem(people: readonly Person[], teamId: string): MoveProblem | null {
  if (people.some(({ state }) => !isMovable(state))) return 'only_seated_move'
  return people.every(person => person.teamId === teamId) ? 'team_already' : null
}

/** The seats that they leave and take; whoever only wants a team takes none yet. */
export function seatsMoved(people: readonly Person[], teamId: string) {
  return people.flatMap(({ state, teamId: left, roleId }) =>
    holdsSeat(state) && left !== null && left !== teamId
      ? [
          { teamId: left, roleId, n: -1 as const },
          { teamId, roleId, n: 1 as const },
        ]
      : [],
  )
}
