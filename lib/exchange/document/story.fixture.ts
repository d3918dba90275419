import fc from 'fast-check'
import { instants, words, zone } from './document.fixture'
import { count, idsOf, named, one, optional, type Sizes, some, timed } from './picks.fixture'
import { emptyInject } from './rules'
import { conditions, injectKinds, tlps } from './scenario/schema'
import type { DocumentInject, ExerciseDocument, Party } from './schema'

type Scenario = ExerciseDocument['scenario']

/** A scenario of these sizes, whose injects name only what there is. */
export function storyOf(size: Sizes): fc.Arbitrary<Scenario> {
  const [storylines, modes, personas] = [
    idsOf('s', size.storylines),
    idsOf('m', size.modes),
    idsOf('p', size.personas),
  ]
  const [objectives, columns, gateIds] = [
    idsOf('o', size.objectives),
    idsOf('c', size.columns),
    idsOf('g', size.gates),
  ]
  const injects = idsOf('i', size.injects)
  const incidents = idsOf('n', storylines.length === 0 ? 0 : size.incidents).map((id, at) => ({
    ...{
      id,
      storyline: storylines[at % storylines.length] ?? '',
      number: at + 1,
      name: `Incident ${at}`,
      summary: '',
    },
  }))
  const each = <Entry>(ids: readonly string[], make: (id: string, at: number) => fc.Arbitrary<Entry>) =>
    fc.tuple(...ids.map(make))
  return fc.record({
    ...{ timeZone: zone, nightFrom: count(1439), nightTo: count(1439), attackRelease: fc.constant('19.2') },
    ...{
      controllerLoad: fc.integer({ min: 1, max: 9 }),
      controllersSee: fc.constantFrom('own' as const, 'all' as const),
    },
    ...{ nextStoryline: fc.integer({ min: 10, max: 20 }), nextInject: fc.integer({ min: 1, max: 20 }) },
    nextGate: fc.integer({ min: 10, max: 20 }),
    marks: fc.uniqueArray(
      fc.record({
        offset: fc.integer({ min: -900, max: 90_000 }),
        scenarioAt: instants,
        speed: fc.double({ min: 0, max: 99, noNaN: true }).map(Math.abs),
      }),
      { maxLength: 3, selector: ({ offset }) => offset },
    ),
    storylines: each(storylines, (id, at) =>
      fc.record({
        ...{
          id: fc.constant(id),
          number: fc.constant(9 - at),
          name: words.map(text => named(text, at)),
          summary: words,
        },
        ...{ nextInject: fc.integer({ min: 1, max: 9 }), nextIncident: fc.integer({ min: 10, max: 19 }) },
      }),
    ),
    incidents: fc.constant(incidents),
    modes: each(modes, (id, at) => words.map(text => ({ id, name: named(text, at) }))),
    personas: each(personas, (id, at) =>
      fc.record({
        id: fc.constant(id),
        name: words.map(text => named(text, at)),
        affiliation: words,
        note: words,
      }),
    ),
    objectives: each(objectives, (id, at) =>
      fc.record({
        ...{
          id: fc.constant(id),
          number: fc.constant(`${9 - at}`),
          title: words.map(text => named(text, at)),
        },
        ...{
          parent: one(objectives.slice(at + 1)),
          criteria: fc.array(words, { maxLength: 2 }),
          leastInjects: count(3),
        },
      }),
    ),
    columns: each(columns, (id, at) =>
      fc.constant({
        ...{ id, name: `Column ${9 - at}`, choices: at === 1 ? ['Wet', 'Dry'] : [] },
        kind: (['text', 'choices', 'team'] as const)[at] ?? 'text',
        audience: at === 0 ? ('planners' as const) : ('controllers' as const),
      }),
    ),
    gates: each(gateIds, (id, at) =>
      fc.record({
        ...{
          id: fc.constant(id),
          number: fc.constant(at + 2),
          kind: fc.constantFrom('all' as const, 'any' as const, 'manual' as const),
        },
        ...{ name: words, waits: waitsOn(injects.slice(0, 1), gateIds.slice(0, at)) },
      }),
    ),
    injects: each(injects, (id, at) =>
      injectOf(id, at, {
        size,
        storylines,
        incidents,
        modes,
        personas,
        objectives,
        columns,
        gateIds,
        injects,
      }),
    ),
  })
}

/** Waits for some of those that come earlier: no circle can close. */
function waitsOn(
  injects: readonly string[],
  gateIds: readonly string[],
): fc.Arbitrary<DocumentInject['waits']> {
  const nodes = [
    ...injects.map(id => ({ kind: 'inject' as const, id })),
    ...gateIds.map(id => ({ kind: 'gate' as const, id })),
  ]
  return fc.subarray(nodes, { maxLength: Math.min(2, nodes.length) }).chain(after =>
    fc.tuple(
      ...after.map(node =>
        fc.record({
          after: fc.constant(node),
          condition: fc.constantFrom(...conditions),
          delaySeconds: count(9000),
        }),
      ),
    ),
  )
}

type There = {
  size: Sizes
  incidents: Scenario['incidents']
} & Record<
  'storylines' | 'modes' | 'personas' | 'objectives' | 'columns' | 'gateIds' | 'injects',
  readonly string[]
>

function injectOf(id: string, at: number, there: There): fc.Arbitrary<DocumentInject> {
  const { size, incidents } = there
  const [teams, roles, phases] = [idsOf('t', size.teams), idsOf('r', size.roles), idsOf('ph', size.phases)]
  const parties: Party[] = [
    ...teams.map(id => ({ kind: 'team' as const, id })),
    ...roles.map(id => ({ kind: 'role' as const, id })),
    ...there.personas.map(id => ({ kind: 'persona' as const, id })),
  ]
  const incident = incidents[at]
  const values: Record<string, fc.Arbitrary<string>> = {
    ...{ c1: words.map(text => `${text}.`), c2: fc.constantFrom('Wet', 'Wet\nDry') },
    ...(teams.length > 0 ? { c3: fc.constantFrom(...teams) } : {}),
  }
  const filled = there.columns.filter(column => column in values)
  const noteless = { ...emptyInject(id), serial: at % 2 === 0 ? `3.${at + 1}` : `Ä-${at}` }
  return fc
    .record({
      ...{ kind: fc.constantFrom(...injectKinds), title: words, text: words, mode: one(there.modes) },
      ...{ from: fc.subarray(parties, { maxLength: Math.min(2, parties.length) }) },
      ...{ to: fc.shuffledSubarray(parties, { maxLength: Math.min(4, parties.length) }) },
      ...{ start: optional(timed), durationSeconds: optional(count(90_000)), scenarioAt: optional(instants) },
      ...{ phase: one(phases), trigger: words, expectedAction: words, measure: words, notes: words },
      ...{
        scoreLeast: optional(count(2)),
        scoreMost: optional(fc.constant(5)),
        objectives: some(there.objectives),
      },
      ...{
        tlp: optional(fc.constantFrom(...tlps)),
        releasableTo: words,
        keptToKind: one(idsOf('k', size.kinds)),
      },
      ...{
        techniques: fc.subarray(['T1566', 'T1059.001']),
        cves: fc.subarray(['CVE-2026-1']),
        cwes: fc.subarray(['CWE-79']),
      },
      state: fc.constantFrom(
        'draft' as const,
        'review' as const,
        'approved' as const,
        'synchronised' as const,
      ),
      stateReason: optional(words),
      waits: waitsOn(there.injects.slice(0, at), at === 0 ? [] : there.gateIds),
      values: fc
        .tuple(
          ...filled.map(column => optional(values[column] ?? words).map(value => [column, value] as const)),
        )
        .map(cells =>
          Object.fromEntries(cells.flatMap(([column, value]) => (value === null ? [] : [[column, value]]))),
        ),
      foreign: optional(
        fc.record({
          format: fc.constant('xlsx'),
          id: optional(words),
          fields: fc.dictionary(words, words, { maxKeys: 3 }),
        }),
      ),
    })
    .map(given => ({
      ...noteless,
      ...given,
      ...(incident
        ? { storyline: incident.storyline, incident: incident.id }
        : { storyline: there.storylines[0] ?? null }),
    }))
}
