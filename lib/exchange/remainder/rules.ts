import { folded } from '@/lib/rosters/fields/rules'
import type { ExerciseDocument } from '../document/schema'
import type { Place } from '../plan/rules'

/** What of a whole document taking its injects in leaves out, and how many of each; nothing of what it does not have. */
const remainders = [
  ...(['phases', 'teams', 'roles', 'activities', 'sites', 'seats', 'questions', 'nations'] as const),
  ...(['rotas', 'shifts', 'marks', 'files', 'gates', 'approvals', 'unserialled'] as const),
] as const
export type Remainder = { what: (typeof remainders)[number]; count: number }

/** `differing`: gates that are called the same here and wait for something else. */
export function remainderOf(document: ExerciseDocument, place: Place, differing: number): Remainder[] {
  const { scenario } = document
  const absent = (entries: readonly { name: string }[], known: readonly { name: string }[]) => {
    const names = new Set(known.map(({ name }) => folded(name)))
    return entries.filter(({ name }) => !names.has(folded(name))).length
  }
  const serials = new Map(scenario.injects.map(({ id, serial }) => [id, serial]))
  const counts: Record<Remainder['what'], number> = {
    phases: absent(document.phases, place.phases),
    teams: absent(document.teams, place.teams),
    roles: absent(document.roles, place.roles),
    ...{ activities: document.activities.length, sites: document.sites.length, seats: document.seats.length },
    ...{ questions: document.questions.length, nations: document.nations.length },
    ...{ rotas: document.rotas.length, shifts: document.shifts.length },
    ...{ marks: scenario.marks.length, files: document.files.length, gates: differing },
    approvals: scenario.injects.filter(({ state }) => state !== 'draft').length,
    unserialled: scenario.injects.filter(({ waits }) =>
      waits.some(({ after }) => after.kind === 'inject' && !serials.get(after.id)),
    ).length,
  }
  return remainders.flatMap(what => (counts[what] === 0 ? [] : [{ what, count: counts[what] }]))
}
