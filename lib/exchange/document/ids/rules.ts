import type { DocumentInject, ExerciseDocument, Party } from '../schema'

/** What of a document is not sound: where, why, and of what. */
export type DocumentProblem = { path: string; reason: string; words: string }

/** The lists whose entries are named by ids. */
export const idLists = [
  ...(['phases', 'activities', 'sites', 'teamKinds', 'teams', 'roles', 'nations', 'rotas'] as const),
  ...(['storylines', 'incidents', 'modes', 'personas', 'objectives', 'columns', 'gates', 'injects'] as const),
]
export type IdList = (typeof idLists)[number]

/** The entries of each list. */
export function entriesIn(document: ExerciseDocument): Record<IdList, readonly { id: string }[]> {
  return { ...document, ...document.scenario }
}

/** Ids that stand for nothing, and ids and serials that are given twice. */
export function* danglingIds(document: ExerciseDocument): Generator<DocumentProblem> {
  const { scenario } = document
  const known = new Map<string, Set<string>>()
  const lists = entriesIn(document)
  for (const name of idLists) {
    const seen = new Set<string>()
    for (const [at, { id }] of lists[name].entries()) {
      if (seen.has(id)) yield { path: `${name}.${at}`, reason: 'id_repeated', words: `${id} is given twice` }
      seen.add(id)
    }
    known.set(name, seen)
  }
  const serials = new Set<string>()
  for (const [at, { serial }] of scenario.injects.entries()) {
    if (serial === null) continue
    const key = serial.toLowerCase()
    if (serials.has(key))
      yield { path: `injects.${at}`, reason: 'serial_repeated', words: `${serial} is given twice` }
    serials.add(key)
  }
  for (const [path, list, id] of idsUsed(document))
    if (!known.get(list)?.has(id))
      yield { path, reason: 'id_unknown', words: `${id} stands for nothing in ${list}` }
}

type Used = Generator<[path: string, list: IdList, id: string]>

function* given(path: string, pairs: readonly (readonly [IdList, string | null])[]): Used {
  for (const [list, id] of pairs) if (id !== null) yield [path, list, id]
}

const each = (list: IdList, ids: readonly string[]) => ids.map(id => [list, id] as const)

function* idsUsed(document: ExerciseDocument): Used {
  const { scenario } = document
  yield* idsOfPlan(document)
  yield* idsOfWatches(document)
  for (const [at, { storyline }] of scenario.incidents.entries())
    yield [`incidents.${at}`, 'storylines', storyline]
  for (const [at, { parent }] of scenario.objectives.entries())
    yield* given(`objectives.${at}`, [['objectives', parent]])
  for (const [at, { waits }] of scenario.gates.entries()) yield* waitIds(`gates.${at}`, waits)
  const ofTeams = teamColumns(scenario)
  for (const [at, inject] of scenario.injects.entries()) {
    const path = `injects.${at}`
    for (const [column, value] of Object.entries(inject.values))
      if (ofTeams.has(column)) yield [path, 'teams', value]
    yield* given(path, [
      ['storylines', inject.storyline],
      ['incidents', inject.incident],
      ['modes', inject.mode],
      ['phases', inject.phase],
      ['teamKinds', inject.keptToKind],
      ...each('objectives', inject.objectives),
      ...each('columns', Object.keys(inject.values)),
      ...[...inject.from, ...inject.to].flatMap(partyIds),
    ])
    yield* waitIds(path, inject.waits)
  }
}

function* idsOfWatches({ rotas, shifts }: ExerciseDocument): Used {
  for (const [at, { team, role, phase }] of rotas.entries())
    yield* given(`rotas.${at}`, [
      ['teams', team],
      ['roles', role],
      ['phases', phase],
    ])
  for (const [at, { rota, team, role }] of shifts.entries())
    yield* given(`shifts.${at}`, [
      ['rotas', rota],
      ['teams', team],
      ['roles', role],
    ])
}

function* idsOfPlan({ activities, teams, seats, questions, nations, files }: ExerciseDocument): Used {
  for (const [at, { phase, team, places }] of activities.entries())
    yield* given(`activities.${at}`, [
      ['phases', phase],
      ['teams', team],
      ...places.map(({ nation }) => ['nations', nation] as const),
    ])
  for (const [at, { kind, parent, site }] of teams.entries())
    yield* given(`teams.${at}`, [
      ['teamKinds', kind],
      ['teams', parent],
      ['sites', site],
    ])
  for (const [at, { team, role }] of seats.entries())
    yield* given(`seats.${at}`, [
      ['teams', team],
      ['roles', role],
    ])
  for (const [at, { roles, sites }] of questions.entries())
    yield* given(`questions.${at}`, [...each('roles', roles), ...each('sites', sites)])
  for (const [at, { quotas, teams: own }] of nations.entries())
    yield* given(`nations.${at}`, [
      ...quotas.flatMap(({ role, site }) => [['roles', role] as const, ['sites', site] as const]),
      ...each('teams', own),
    ])
  for (const [at, { inject }] of files.entries()) yield [`files.${at}`, 'injects', inject]
}

const partyLists = { team: 'teams', role: 'roles', persona: 'personas' } as const

function partyIds(party: Party): [IdList, string][] {
  return party.kind === 'person' ? [] : [[partyLists[party.kind], party.id]]
}

function* waitIds(path: string, waits: DocumentInject['waits']): Used {
  for (const { after } of waits) yield [path, after.kind === 'inject' ? 'injects' : 'gates', after.id]
}

/** What an id of a list is called instead. */
export type Renaming = (list: IdList, id: string) => string

/** The same document with other ids. */
export function withIds(document: ExerciseDocument, renamed: Renaming): ExerciseDocument {
  const other = (list: IdList, id: string | null) => (id === null ? null : renamed(list, id))
  const own = <Entry extends { id: string }>(list: IdList, entry: Entry): Entry => ({
    ...entry,
    id: renamed(list, entry.id),
  })
  const all = (list: IdList, ids: readonly string[]) => ids.map(id => renamed(list, id))
  const plain = <Entry extends { id: string }>(list: IdList, entries: readonly Entry[]) =>
    entries.map(entry => own(list, entry))
  return {
    ...document,
    phases: plain('phases', document.phases),
    activities: document.activities.map(activity => ({
      ...own('activities', activity),
      phase: other('phases', activity.phase),
      team: other('teams', activity.team),
      places: activity.places.map(place => ({ ...place, nation: other('nations', place.nation) })),
    })),
    sites: plain('sites', document.sites),
    teamKinds: plain('teamKinds', document.teamKinds),
    teams: document.teams.map(team => ({
      ...own('teams', team),
      kind: other('teamKinds', team.kind),
      parent: other('teams', team.parent),
      site: other('sites', team.site),
    })),
    roles: plain('roles', document.roles),
    seats: document.seats.map(seat => ({
      ...seat,
      team: renamed('teams', seat.team),
      role: renamed('roles', seat.role),
    })),
    questions: document.questions.map(question => ({
      ...question,
      roles: all('roles', question.roles),
      sites: all('sites', question.sites),
    })),
    nations: document.nations.map(nation => ({
      ...own('nations', nation),
      quotas: nation.quotas.map(({ role, site, size }) => ({
        role: other('roles', role),
        site: other('sites', site),
        size,
      })),
      teams: all('teams', nation.teams),
    })),
    rotas: document.rotas.map(rota => ({
      ...own('rotas', rota),
      team: renamed('teams', rota.team),
      role: other('roles', rota.role),
      phase: other('phases', rota.phase),
    })),
    shifts: document.shifts.map(shift => ({
      ...shift,
      rota: other('rotas', shift.rota),
      team: renamed('teams', shift.team),
      role: other('roles', shift.role),
    })),
    scenario: storyWithIds(document.scenario, renamed),
    files: document.files.map(file => ({ ...file, inject: renamed('injects', file.inject) })),
  }
}

/** The columns whose values are teams: what stands there is an id too. */
export function teamColumns({ columns }: ExerciseDocument['scenario']): ReadonlySet<string> {
  return new Set(columns.flatMap(({ id, kind }) => (kind === 'team' ? [id] : [])))
}

function storyWithIds(scenario: ExerciseDocument['scenario'], renamed: Renaming) {
  const ofTeams = teamColumns(scenario)
  const other = (list: IdList, id: string | null) => (id === null ? null : renamed(list, id))
  const plain = <Entry extends { id: string }>(list: IdList, entries: readonly Entry[]) =>
    entries.map(entry => ({ ...entry, id: renamed(list, entry.id) }))
  const waits = (given: DocumentInject['waits']) =>
    given.map(({ after, ...wait }) => ({
      after: { ...after, id: renamed(after.kind === 'inject' ? 'injects' : 'gates', after.id) },
      ...wait,
    }))
  const party = (given: Party): Party =>
    given.kind === 'person' ? given : { ...given, id: renamed(partyLists[given.kind], given.id) }
  return {
    ...scenario,
    storylines: plain('storylines', scenario.storylines),
    incidents: plain('incidents', scenario.incidents).map(incident => ({
      ...incident,
      storyline: renamed('storylines', incident.storyline),
    })),
    modes: plain('modes', scenario.modes),
    personas: plain('personas', scenario.personas),
    objectives: plain('objectives', scenario.objectives).map(objective => ({
      ...objective,
      parent: other('objectives', objective.parent),
    })),
    columns: plain('columns', scenario.columns),
    gates: plain('gates', scenario.gates).map(gate => ({ ...gate, waits: waits(gate.waits) })),
    injects: scenario.injects.map(inject => ({
      ...inject,
      id: renamed('injects', inject.id),
      storyline: other('storylines', inject.storyline),
      incident: other('incidents', inject.incident),
      mode: other('modes', inject.mode),
      phase: other('phases', inject.phase),
      keptToKind: other('teamKinds', inject.keptToKind),
      ...{ from: inject.from.map(party), to: inject.to.map(party), waits: waits(inject.waits) },
      objectives: inject.objectives.map(id => renamed('objectives', id)),
      values: Object.fromEntries(
        Object.entries(inject.values).map(([id, value]) => [
          renamed('columns', id),
          ofTeams.has(id) ? renamed('teams', value) : value,
        ]),
      ),
    })),
  }
}
