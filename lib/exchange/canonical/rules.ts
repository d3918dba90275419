import { resolveMoment } from '@/lib/time'
import { entriesIn, type IdList, idLists, withIds } from '../document/ids/rules'
import { instantOfIso, momentOfDocument } from '../document/rules'
import type { DocumentInject, DocumentMoment, ExerciseDocument, Party } from '../document/schema'

/** What an entry of each list is called in a document: `i12` for the twelfth inject. */
const letters: Record<IdList, string> = {
  ...{ phases: 'ph', activities: 'a', sites: 'si', teamKinds: 'k', teams: 't', roles: 'r', nations: 'na' },
  rotas: 'w',
  ...{ storylines: 's', incidents: 'n', modes: 'm', personas: 'p', objectives: 'o', columns: 'c' },
  ...{ gates: 'g', injects: 'i' },
}

/**
 * The same document, its ids counted through and whatever has no order of its own in one: the same plan is the same
 * document, whichever ids a database gave. An expert who sends or receives is written as the role, since people are no
 * part of it.
 */
export function canonical(document: ExerciseDocument): ExerciseDocument {
  const placed = inOrder(withoutPeople(document))
  const names = new Map<string, string>()
  const lists = entriesIn(placed)
  for (const list of idLists)
    for (const [at, { id }] of lists[list].entries()) names.set(`${list} ${id}`, `${letters[list]}${at + 1}`)
  return withIds(placed, (list, id) => names.get(`${list} ${id}`) ?? id)
}

function withoutPeople(document: ExerciseDocument): ExerciseDocument {
  const roles = new Map(document.roles.map(({ id, name }) => [name, id]))
  const parties = (given: readonly Party[]) => {
    const asRoles = given.map((party): Party => {
      const id = party.kind === 'person' ? roles.get(party.words) : undefined
      return id === undefined ? party : { kind: 'role', id }
    })
    // Two experts of one role are that role once.
    return [...new Map(asRoles.map(party => [JSON.stringify(party), party])).values()]
  }
  const injects = document.scenario.injects.map(inject => ({
    ...inject,
    from: parties(inject.from),
    to: parties(inject.to),
  }))
  return { ...document, scenario: { ...document.scenario, injects } }
}

type Rank = (list: IdList, id: string | null) => number

/** Nothing comes before the first. */
function ranksOf(document: ExerciseDocument): Rank {
  const ranks = new Map<string, number>()
  const lists = entriesIn(document)
  for (const list of idLists) for (const [at, { id }] of lists[list].entries()) ranks.set(`${list} ${id}`, at)
  return (list, id) => (id === null ? -1 : (ranks.get(`${list} ${id}`) ?? -1))
}

/** What has no order of its own but names or numbers, by these. */
function byName(document: ExerciseDocument): ExerciseDocument {
  const named = <Entry extends { name: string }>(entries: readonly Entry[]) =>
    sorted(entries, ({ name }) => [name])
  const { scenario } = document
  return {
    ...document,
    sites: named(document.sites),
    teams: named(document.teams),
    roles: named(document.roles),
    nations: sorted(document.nations, ({ code }) => [code]),
    rotas: named(document.rotas),
    scenario: {
      ...scenario,
      marks: sorted(scenario.marks, ({ offset }) => [offset]),
      personas: named(scenario.personas),
      gates: sorted(scenario.gates, ({ number }) => [number]),
    },
  }
}

function inOrder(given: ExerciseDocument): ExerciseDocument {
  const document = byName(given)
  const rank = ranksOf(document)
  const at = startsIn(document)
  return {
    ...document,
    activities: sorted(
      document.activities.map(activity => hangingInOrder(activity, rank, at)),
      ({ id: _, phase, team, ...activity }) => [
        at(activity.start),
        rank('phases', phase),
        rank('teams', team),
        JSON.stringify({ ...activity, places: ranked(activity.places, rank) }),
      ],
    ),
    seats: sorted(document.seats, ({ team, role }) => [rank('teams', team), rank('roles', role)]),
    questions: document.questions.map(question => ({
      ...question,
      roles: sorted(question.roles, id => [rank('roles', id)]),
      sites: sorted(question.sites, id => [rank('sites', id)]),
    })),
    nations: document.nations.map(nation => ({
      ...nation,
      quotas: sorted(nation.quotas, ({ role, site }) => [rank('roles', role), rank('sites', site)]),
      companies: sorted(nation.companies, ({ name }) => [name]),
      teams: sorted(nation.teams, id => [rank('teams', id)]),
      dates: sorted(nation.dates, ({ gate }) => [gate]),
    })),
    shifts: sorted(document.shifts, ({ rota, team, role, ...shift }) => [
      at(shift.start),
      rank('rotas', rota),
      rank('teams', team),
      rank('roles', role),
      JSON.stringify(shift),
    ]),
    importWords: sorted(document.importWords, ({ word }) => [word]),
    scenario: storyInOrder(document.scenario, rank),
    files: sorted(document.files, ({ inject, name }) => [rank('injects', inject), name]),
  }
}

type Activity = ExerciseDocument['activities'][number]

const ranked = (places: Activity['places'], rank: Rank) =>
  places.map(({ nation, ...place }) => ({ ...place, nation: rank('nations', nation) }))

function hangingInOrder(activity: Activity, rank: Rank, at: (moment: DocumentMoment) => number): Activity {
  const timed = <Item extends { start: DocumentMoment }>(items: readonly Item[]) =>
    sorted(items, item => [at(item.start), JSON.stringify(item)])
  return {
    ...activity,
    places: sorted(activity.places, ({ presence, nation }) => [presence ?? '~', rank('nations', nation)]),
    agenda: timed(activity.agenda),
    legs: timed(activity.legs),
  }
}

function storyInOrder(scenario: ExerciseDocument['scenario'], rank: Rank): ExerciseDocument['scenario'] {
  const waits = (given: DocumentInject['waits']) =>
    sorted(given, ({ after, condition }) => [
      after.kind,
      rank(after.kind === 'gate' ? 'gates' : 'injects', after.id),
      condition,
    ])
  // Numbered within its storyline, and so placed within it.
  const incidents = sorted(scenario.incidents, ({ storyline }) => [rank('storylines', storyline)])
  return {
    ...scenario,
    incidents,
    gates: scenario.gates.map(gate => ({ ...gate, waits: waits(gate.waits) })),
    injects: scenario.injects.map(inject => ({
      ...inject,
      waits: waits(inject.waits),
      objectives: sorted(inject.objectives, id => [rank('objectives', id)]),
      values: Object.fromEntries(sorted(Object.entries(inject.values), ([id]) => [rank('columns', id)])),
      foreign: inject.foreign && {
        ...inject.foreign,
        fields: Object.fromEntries(sorted(Object.entries(inject.foreign.fields), ([name]) => [name])),
      },
    })),
  }
}

/** When a moment is, so that activities are listed as they follow. */
function startsIn({ exercise }: ExerciseDocument): (moment: DocumentMoment) => number {
  const frame = {
    startexAt: exercise ? instantOfIso(exercise.startexAt) : 0,
    timeZone: exercise?.timeZone ?? 'UTC',
  }
  return moment => resolveMoment(momentOfDocument(moment), frame).at
}

/** By keys of the same kinds; what has the same keys stays as it is. Texts by their code points, whatever the locale. */
function sorted<Item>(items: readonly Item[], keys: (item: Item) => readonly (string | number)[]): Item[] {
  return items
    .map(item => ({ item, keys: keys(item) }))
    .sort((a, b) => {
      for (const [n, key] of a.keys.entries()) {
        const other = b.keys[n]
        if (other === undefined || key === other) continue
        return key < other ? -1 : 1
      }
      return 0
    })
    .map(({ item }) => item)
}
