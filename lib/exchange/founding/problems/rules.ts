import { circlesAmong } from '@/lib/logic/cycles/rules'
import { graphOf } from '@/lib/logic/graph/rules'
import type { DocumentProblem } from '../../document/ids/rules'
import type { ExerciseDocument } from '../../document/schema'

const most = 100
/** One transaction makes the whole; ten thousand take half of the time that it has. */
const mostInjects = 15_000

/**
 * Why no exercise can be made of a document, beyond its shape: names that are missing or given twice, circles, and what
 * no exercise holds. At most a hundred.
 */
export function foundingProblems(document: ExerciseDocument): DocumentProblem[] {
  const found: DocumentProblem[] = []
  for (const problem of allProblems(document)) {
    if (found.length === most) break
    found.push(problem)
  }
  return found
}

function* allProblems(document: ExerciseDocument): Generator<DocumentProblem> {
  if (document.scenario.injects.length > mostInjects)
    yield problem('injects', 'too_many', String(mostInjects))
  yield* signs(document, '')
  yield* repeated(document)
  yield* unnamed(document)
  yield* impossible(document)
  yield* circles(document)
}

const problem = (path: string, reason: string, words: string): DocumentProblem => ({ path, reason, words })

/** What no database keeps and no screen shows: control characters, and halves of signs. */
function* signs(value: unknown, path: string): Generator<DocumentProblem> {
  if (typeof value === 'string') {
    if (/[^\P{Cc}\n\r\t]|\p{Cs}/u.test(value)) yield problem(path, 'control_characters', '')
  } else if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* signs(item, `${path}.${at}`)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* signs(key, path)
      yield* signs(item, path === '' ? key : `${path}.${key}`)
    }
  }
}

/** What may stand once in each list, and what it is called by. */
function* repeated(document: ExerciseDocument): Generator<DocumentProblem> {
  const { scenario } = document
  const named = (items: readonly { name: string }[]) => items.map(({ name }) => name)
  const numbers = (items: readonly { number: number }[]) => items.map(({ number }) => String(number))
  const once: [string, readonly (string | null)[]][] = [
    ['phases', named(document.phases)],
    ['activities', document.activities.map(({ gate }) => gate)],
    ['sites', named(document.sites)],
    ['teamKinds', named(document.teamKinds)],
    ['teams', named(document.teams)],
    ['teams', document.teams.map(({ kind, number }) => (number === null ? null : `${kind} ${number}`))],
    ['roles', named(document.roles)],
    ['rotas', named(document.rotas)],
    ['seats', document.seats.map(({ team, role }) => `${team} ${role}`)],
    ['questions', document.questions.map(({ wording }) => wording)],
    ['nations', document.nations.map(({ code }) => code.toUpperCase())],
    ['importWords', document.importWords.map(({ word }) => word)],
    ['marks', scenario.marks.map(({ offset }) => String(offset))],
    ['storylines', named(scenario.storylines)],
    ['storylines', numbers(scenario.storylines)],
    ['incidents', scenario.incidents.map(({ storyline, name }) => `${storyline} ${name}`)],
    ['incidents', scenario.incidents.map(({ storyline, number }) => `${storyline} ${number}`)],
    ['modes', named(scenario.modes)],
    ['personas', named(scenario.personas)],
    ['objectives', scenario.objectives.map(({ number }) => number)],
    ['columns', named(scenario.columns)],
    ['gates', numbers(scenario.gates)],
    ['files', document.files.map(({ inject, name }) => `${inject} ${name}`)],
  ]
  for (const [list, keys] of once) yield* twice(list, keys)
  for (const [at, nation] of document.nations.entries()) {
    const path = `nations.${at}`
    yield* twice(`${path}.companies`, named(nation.companies))
    yield* twice(`${path}.teams`, nation.teams)
    yield* twice(
      `${path}.dates`,
      nation.dates.map(({ gate }) => gate),
    )
    yield* twice(
      `${path}.quotas`,
      nation.quotas.map(({ role, site }) => `${role} ${site}`),
    )
  }
  for (const [at, { roles, sites }] of document.questions.entries())
    yield* twice(`questions.${at}`, [...roles, ...sites])
  for (const [at, { places }] of document.activities.entries())
    yield* twice(
      `activities.${at}.places`,
      places.map(({ presence, nation }) => `${presence} ${nation}`),
    )
}

function* twice(list: string, keys: readonly (string | null)[]): Generator<DocumentProblem> {
  const seen = new Set<string>()
  for (const [at, key] of keys.entries()) {
    if (key === null) continue
    if (seen.has(key)) yield problem(`${list}.${at}`, 'given_twice', key)
    seen.add(key)
  }
}

function* unnamed({ scenario, ...plan }: ExerciseDocument): Generator<DocumentProblem> {
  const named = [
    ...(['phases', 'sites', 'teamKinds', 'teams', 'roles', 'nations', 'rotas'] as const).map(
      list => [list, plan[list]] as const,
    ),
    ...(['storylines', 'incidents', 'modes', 'personas', 'columns'] as const).map(
      list => [list, scenario[list]] as const,
    ),
    ['activities', plan.activities.map(({ title }) => ({ name: title }))] as const,
    ['questions', plan.questions.map(({ wording }) => ({ name: wording }))] as const,
    ['objectives', scenario.objectives.map(({ number, title }) => ({ name: number && title }))] as const,
    ['files', plan.files] as const,
  ]
  for (const [list, entries] of named)
    for (const [at, { name }] of entries.entries())
      if (name.trim() === '') yield problem(`${list}.${at}`, 'unnamed', '')
}

/** What the database refuses. */
function* impossible({ scenario, ...plan }: ExerciseDocument): Generator<DocumentProblem> {
  const no = (list: string, at: number, words: string) => problem(`${list}.${at}`, 'impossible', words)
  if (plan.exercise && !(plan.exercise.endexOffset >= 1 && plan.exercise.endexOffset <= 31_622_400))
    yield problem('exercise', 'impossible', 'endexOffset')
  for (const [at, { remote, capacity }] of plan.sites.entries())
    if ((remote && capacity !== null) || (capacity ?? 0) > 100_000) yield no('sites', at, 'capacity')
  for (const [at, { colour }] of plan.teamKinds.entries())
    if (!/^#[0-9a-f]{6}$/.test(colour)) yield no('teamKinds', at, colour)
  for (const [at, { number }] of plan.teams.entries())
    if (number !== null && (number < 1 || number > 9999)) yield no('teams', at, String(number))
  for (const [at, { framework, frameworkCode, frameworkVersion }] of plan.roles.entries())
    if (new Set([framework, frameworkCode, frameworkVersion].map(part => part === null)).size > 1)
      yield no('roles', at, 'framework')
  for (const [at, { least, most }] of plan.seats.entries())
    if (least > most || most > 10_000) yield no('seats', at, `${least} to ${most}`)
  for (const [at, { kind, options }] of plan.questions.entries())
    if (kind === 'choice' ? options.length < 2 : options.length > 0) yield no('questions', at, 'options')
  for (const [at, { kind, code, quotas }] of plan.nations.entries()) {
    if (!(kind === 'nation' ? /^[A-Z]{3}$/ : /^[A-Z0-9][A-Z0-9-]{1,15}$/).test(code))
      yield no('nations', at, code)
    if (quotas.some(({ role, site, size }) => (role !== null && site !== null) || size > 100_000))
      yield no('nations', at, 'quotas')
  }
  for (const [at, { lengthSeconds, handoverSeconds }] of plan.rotas.entries())
    if (handoverSeconds * 2 > lengthSeconds) yield no('rotas', at, 'handoverSeconds')
  yield* impossibleActivities(plan.activities)
  for (const [at, { speed }] of scenario.marks.entries()) if (speed > 100_000) yield no('marks', at, 'speed')
  for (const [at, { leastInjects }] of scenario.objectives.entries())
    if (leastInjects > 10_000) yield no('objectives', at, 'leastInjects')
  yield* impossibleInjects(scenario)
}

type Activities = ExerciseDocument['activities']

function* impossibleActivities(activities: Activities): Generator<DocumentProblem> {
  for (const [at, activity] of activities.entries()) {
    const { start, days, durationSeconds, gate, kind, places, signUp, agenda, legs } = activity
    const wholeDay = start.anchor === 'dday' && start.minute === null
    const wrong =
      (days !== null && durationSeconds !== null) ||
      (wholeDay && days === null) ||
      (start.anchor === 'dday' && !wholeDay && days !== null) ||
      (start.anchor === 'ttime' && days !== null) ||
      days === 0 ||
      (days ?? 1) > 3660 ||
      durationSeconds === 0
    const path = `activities.${at}`
    if (wrong) yield problem(path, 'impossible', 'days')
    if (gate !== null && kind !== 'deadline') yield problem(path, 'impossible', 'gate')
    if (
      places.some(
        ({ presence, nation, size }) => (presence === null) === (nation === null) || (size ?? 0) > 100_000,
      )
    )
      yield problem(path, 'impossible', 'places')
    if ((signUp?.nationPlaces ?? 0) > 10_000) yield problem(path, 'impossible', 'nationPlaces')
    for (const item of [...agenda, ...legs]) {
      const untimed = item.start.anchor === 'dday' && item.start.minute === null
      if (untimed || item.durationSeconds === 0) yield problem(path, 'impossible', 'agenda')
    }
    if (legs.some(({ to }) => to.trim() === '') || agenda.some(({ title }) => title.trim() === ''))
      yield problem(path, 'unnamed', '')
  }
}

type Waits = ExerciseDocument['scenario']['gates'][number]['waits']

function* impossibleInjects({
  injects,
  gates,
  incidents,
}: ExerciseDocument['scenario']): Generator<DocumentProblem> {
  const storylineOf = new Map(incidents.map(({ id, storyline }) => [id, storyline]))
  const delayed = (waits: Waits) =>
    waits.some(({ delaySeconds }) => delaySeconds < 0 || delaySeconds > 31_622_400)
  for (const [at, inject] of injects.entries()) {
    const no = (words: string) => problem(`injects.${at}`, 'impossible', words)
    const { serial, scoreLeast, scoreMost, techniques, waits } = inject
    if (serial !== null && !/^[^\s,][^,]*$/.test(serial)) yield no(`serial ${serial}`)
    const scores = [scoreLeast, scoreMost].flatMap(score => score ?? [])
    if (
      scores.some(score => Math.abs(score) > 100_000) ||
      (scores[0] ?? 0) > (scores[1] ?? Number.POSITIVE_INFINITY)
    )
      yield no('score')
    if (techniques.some(technique => !/^T\d{4}(?:\.\d{3})?$/.test(technique))) yield no('techniques')
    if (inject.incident !== null && storylineOf.get(inject.incident) !== inject.storyline)
      yield no('incident')
    if (delayed(waits)) yield no('delaySeconds')
    const keys = waits.map(({ after, condition }) => `${after.kind} ${after.id} ${condition}`)
    const parties = (['from', 'to'] as const).flatMap(side =>
      inject[side].flatMap(party => (party.kind === 'person' ? [] : [`${side} ${party.kind} ${party.id}`])),
    )
    yield* twice(`injects.${at}`, [...keys, ...parties, ...inject.objectives])
  }
  for (const [at, { waits }] of gates.entries())
    if (delayed(waits)) yield problem(`gates.${at}`, 'impossible', 'delaySeconds')
}

type Hanging = { id: string; kind: 'inject' | 'all' | 'any' | 'manual'; after: readonly string[] }

function* knots(list: string, nodes: readonly Hanging[], names: ReadonlyMap<string, string>) {
  const graph = graphOf(
    nodes.map(({ id, kind, after }) => ({
      ...{ id, kind, start: null, duration: null },
      waits: after.map(other => ({ after: other, condition: 'released' as const, delay: 0 })),
    })),
  )
  for (const { path } of circlesAmong(graph, new Set(nodes.map(({ id }) => id))))
    yield problem(list, 'circle', path.map(id => names.get(id) ?? id).join(' → '))
}

/** Of teams, of objectives, and of what waits for what. */
function* circles({ teams, scenario }: ExerciseDocument): Generator<DocumentProblem> {
  const tree = (entries: readonly { id: string; parent: string | null }[]) =>
    entries.map(({ id, parent }): Hanging => ({ id, kind: 'inject', after: parent === null ? [] : [parent] }))
  yield* knots('teams', tree(teams), new Map(teams.map(({ id, name }) => [id, name])))
  const numbers = new Map(scenario.objectives.map(({ id, number }) => [id, number]))
  yield* knots('objectives', tree(scenario.objectives), numbers)
  const after = ({ waits }: { waits: Waits }) => waits.map(({ after }) => `${after.kind} ${after.id}`)
  const nodes = [
    ...scenario.injects.map((inject): Hanging => {
      return { id: `inject ${inject.id}`, kind: 'inject', after: after(inject) }
    }),
    ...scenario.gates.map(
      (gate): Hanging => ({ id: `gate ${gate.id}`, kind: gate.kind, after: after(gate) }),
    ),
  ]
  const names = new Map([
    ...scenario.injects.map(({ id, serial }): [string, string] => [`inject ${id}`, serial ?? id]),
    ...scenario.gates.map(({ id, number }): [string, string] => [`gate ${id}`, `gate ${number}`]),
  ])
  yield* knots('injects', nodes, names)
}
