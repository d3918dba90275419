import { folded } from '@/lib/rosters/fields/rules'
import type { ExerciseDocument } from '../document/schema'
import { type Missing, missingNames, type Place } from '../plan/rules'

/** What of a whole document taking its injects in leaves out, and how many of each; nothing of what it does not have. */
const remainders = [
  ...(['phases', 'teams', 'roles', 'activities', 'sites', 'seats', 'questions', 'nations'] as const),
  ...([
    'rotas',
    'shifts',
    'marks',
    'storylines',
    'incidents',
    'objectives',
    'personas',
    'unnamed',
    'columns',
  ] as const),
  ...(['files', 'gates', 'approvals', 'unserialled'] as const),
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
    ...storyRemainder(document, missingNames(document, place), place),
    approvals: scenario.injects.filter(({ state }) => state !== 'draft').length,
    unserialled: scenario.injects.filter(({ waits }) =>
      waits.some(({ after }) => after.kind === 'inject' && !serials.get(after.id)),
    ).length,
  }
  return remainders.flatMap(what => (counts[what] === 0 ? [] : [{ what, count: counts[what] }]))
}

/** Of what is made here because the document has it and injects name it: how many say more than what is taken of them. */
function storyRemainder({ scenario }: ExerciseDocument, missing: Missing, place: Place) {
  const listed = (names: readonly string[]) => {
    const known = new Set(names.map(folded))
    return (name: string) => known.has(folded(name))
  }
  const there = listed([...place.teams, ...place.roles, ...place.personas].map(({ name }) => name))
  const made = { persona: listed(missing.personas), column: listed(missing.columns.map(({ name }) => name)) }
  const numbers = new Set(missing.objectives.map(({ number }) => number))
  const count = <Entry>(entries: readonly Entry[], more: (entry: Entry) => boolean) =>
    entries.filter(more).length
  return {
    // Of these the number, always: it is the next one here.
    ...{ storylines: missing.storylines.length, incidents: missing.incidents.length },
    objectives: count(
      scenario.objectives,
      ({ number, parent, criteria, leastInjects }) =>
        numbers.has(number) && (parent !== null || criteria.length > 0 || leastInjects !== 1),
    ),
    personas: count(
      scenario.personas,
      ({ name, affiliation, note }) => made.persona(name) && affiliation + note !== '',
    ),
    unnamed: count(scenario.personas, ({ name }) => !there(name) && !made.persona(name)),
    columns: count(
      scenario.columns,
      ({ name, kind, choices, audience }) =>
        made.column(name) &&
        (!['text', 'number', 'url'].includes(kind) || choices.length > 0 || audience !== 'controllers'),
    ),
  }
}
