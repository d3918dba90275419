import fc from 'fast-check'
import { disciplines, presences } from '@/lib/roles/schema'
import { activityKinds, audiences, gates } from '@/lib/schedule/kinds/rules'
import { instants, momentArbitrary, words, zone } from './document.fixture'
import { emptyDocument, emptyInject } from './rules'
import { conditions, injectKinds, tlps } from './scenario/schema'
import type { DocumentInject, DocumentMoment, ExerciseDocument, Party } from './schema'

const count = (most: number) => fc.integer({ min: 0, max: most })
const small = { minLength: 0, maxLength: 4 }
/** Names that differ, whatever stands in them. */
const named = (text: string, at: number) => `${text.replace(/[\r\n]/g, '')}-${at}`

/** A moment with a time of day. */
const timed = momentArbitrary.map(
  (moment): DocumentMoment =>
    moment.anchor === 'dday' ? { ...moment, minute: moment.minute ?? 540 } : moment,
)
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

/** Picks of what is there, each once; none where nothing is. */
const some = (ids: readonly string[]) => fc.subarray([...ids], { maxLength: Math.min(3, ids.length) })
const one = (ids: readonly string[]): fc.Arbitrary<string | null> =>
  ids.length === 0 ? fc.constant(null) : optional(fc.constantFrom(...ids))
const idsOf = (prefix: string, size: number) => Array.from({ length: size }, (_, at) => `${prefix}${at + 1}`)

const sizes = fc.record({
  ...{ phases: count(3), sites: count(2), kinds: fc.integer({ min: 1, max: 3 }), teams: count(4) },
  ...{ roles: count(3), nations: count(3), storylines: count(3), incidents: count(4), modes: count(2) },
  ...{ personas: count(3), objectives: count(4), columns: count(3), gates: count(3), injects: count(7) },
})
type Sizes = Parameters<Parameters<(typeof sizes)['map']>[0]>[0]

const exercise = fc.record({
  ...{ code: fc.constant('BL27'), name: fc.constant('Baltic Lantern'), venue: fc.constant('Tallinn') },
  ...{ startexAt: instants, timeZone: zone, endexOffset: fc.integer({ min: 1, max: 31_622_400 }) },
  ...{ tlp: fc.constantFrom(...tlps), summary: words, lateRegistration: fc.boolean() },
  ...{ reminderDays: fc.array(count(90), { maxLength: 6 }), consentText: words, legalBasisNote: words },
  legalBasis: optional(fc.constantFrom('consent' as const, 'public_task' as const)),
  ...{ dataController: words, dataContact: words, mailName: fc.constant('Lantern'), mailFooter: words },
  mailReplyTo: optional(fc.constant('lantern@example.org')),
  retentionDays: fc.integer({ min: 30, max: 3650 }),
  embedHosts: fc.subarray(['https://example.org', 'https://*.example.com']),
})

/** A whole exercise with something of everything, which an exercise can be made of: what names another names one there. */
export const wholeDocument: fc.Arbitrary<ExerciseDocument> = sizes.chain(size =>
  fc
    .record({ exercise, plan: planOf(size), scenario: storyOf(size) })
    .map(({ exercise, plan, scenario }) => ({
      ...{ ...emptyDocument(), ...plan, exercise, scenario },
      // Who is not invited is there for a place at an activity, or not at all.
      nations: plan.nations.filter(
        ({ id, invited }) =>
          invited || plan.activities.some(({ places }) => places.some(({ nation }) => nation === id)),
      ),
      files: scenario.injects.slice(0, 1).map(({ id }) => ({
        ...{ inject: id, name: 'note.txt', content: Buffer.from('Read me').toString('base64') },
      })),
    })),
)

function planOf(size: Sizes) {
  const [phases, sites, kinds] = [idsOf('ph', size.phases), idsOf('si', size.sites), idsOf('k', size.kinds)]
  const [teams, roles, nations] = [idsOf('t', size.teams), idsOf('r', size.roles), idsOf('na', size.nations)]
  const each = <Entry>(ids: readonly string[], make: (id: string, at: number) => fc.Arbitrary<Entry>) =>
    fc.tuple(...ids.map(make))
  return fc.record({
    phases: each(phases, (id, at) =>
      fc.record({
        ...{ id: fc.constant(id), name: words.map(text => named(text, at)) },
        ...{ audience: fc.constantFrom(...audiences), start: timed, end: timed },
      }),
    ),
    sites: each(sites, (id, at) =>
      fc.record({
        ...{ id: fc.constant(id), name: words.map(text => named(text, at)), place: words, timeZone: zone },
        ...{ remote: fc.constant(at === 1), capacity: at === 1 ? fc.constant(null) : optional(count(9)) },
      }),
    ),
    teamKinds: each(kinds, (id, at) =>
      fc.constant({ id, name: `Kind ${9 - at}`, letter: `K${at}`, colour: '#2f6fde', trained: at % 2 === 0 }),
    ),
    teams: each(teams, (id, at) =>
      fc.record({
        ...{ id: fc.constant(id), name: words.map(text => named(text, at)) },
        ...{ number: fc.constant(at === 0 ? null : at), kind: fc.constantFrom(...kinds), site: one(sites) },
        parent: one(teams.slice(0, at)),
      }),
    ),
    roles: each(roles, (id, at) =>
      fc.record({
        ...{ id: fc.constant(id), name: words.map(text => named(text, at)) },
        ...{ discipline: fc.constantFrom(...disciplines), presence: fc.constantFrom(...presences) },
        framework: fc.constant(at === 0 ? ('nice' as const) : null),
        ...{ frameworkCode: fc.constant(at === 0 ? 'PR-1' : null) },
        ...{ frameworkVersion: fc.constant(at === 0 ? '2.0' : null) },
      }),
    ),
    seats: fc.subarray(
      teams.flatMap(team => roles.map(role => ({ team, role, least: 1, most: 3 }))),
      { maxLength: Math.min(4, teams.length * roles.length) },
    ),
    questions: fc.uniqueArray(
      fc.record({
        ...{ wording: words.map(text => named(text, 1)), help: words, required: fc.boolean() },
        ...{ roles: some(roles), sites: some(sites) },
        kind: fc.constant('choice' as const),
        options: fc.constant<string[]>(['Yes', 'Perhaps']),
      }),
      { maxLength: 3, selector: ({ wording }) => wording },
    ),
    nations: each(nations, (id, at) => {
      const invited = at !== 2
      return fc.record({
        ...{
          id: fc.constant(id),
          kind: fc.constant('organisation' as const),
          code: fc.constant(`ORG${9 - at}`),
        },
        ...{
          name: fc.constant(`Organisation ${at}`),
          timeZone: fc.constant(null),
          invited: fc.constant(invited),
        },
        quotas: fc.constant<Quotas>(invited ? quotas(at, roles, sites) : []),
        companies: fc.constant<Companies>(invited ? [{ kind: 'company' as const, name: 'Amber Grid' }] : []),
        teams: invited ? some(teams) : fc.constant<string[]>([]),
        dates: invited
          ? timed.map((start): Nation['dates'] => [{ gate: 'registration_closes', start }])
          : fc.constant<Nation['dates']>([]),
      })
    }),
    activities: fc
      .array(activityOf({ phases, teams, nations }), small)
      .map(list => list.map((activity, at) => ({ ...activity, id: `a${at + 1}` })))
      .map(list => list.map((activity, at) => (at === 0 ? { ...activity, ...deadline } : activity))),
    ...watchesOf({ phases, teams, roles }),
    importWords: fc.subarray([
      { word: 'when', meaning: 'time' },
      { word: 'remark', meaning: '' },
    ]),
  })
}

/** Rotas of the teams there are, with shifts of them and of none. */
function watchesOf({ phases, teams, roles }: Record<'phases' | 'teams' | 'roles', readonly string[]>) {
  const rotas = idsOf('w', Math.min(2, teams.length))
  const team = fc.constantFrom(...(teams.length === 0 ? [''] : teams))
  const places = fc.integer({ min: 1, max: 200 })
  return {
    rotas: fc.tuple(
      ...rotas.map((id, at) =>
        fc.record({
          ...{ id: fc.constant(id), name: words.map(text => named(text, at)), team, role: one(roles) },
          ...{ phase: one(phases), start: timed, end: momentArbitrary },
          ...{ lengthSeconds: fc.integer({ min: 900, max: 172_800 }), handoverSeconds: count(450) },
          ...{ crews: fc.integer({ min: 1, max: 26 }), places },
        }),
      ),
    ),
    shifts: fc.array(
      fc.record({
        ...{ rota: one(rotas), team, role: one(roles), title: words, note: words, start: timed, places },
        ...{ crew: optional(fc.integer({ min: 1, max: 26 })), made: fc.boolean() },
        durationSeconds: fc.integer({ min: 60, max: 604_800 }),
      }),
      { maxLength: teams.length === 0 ? 0 : 5 },
    ),
    rest: optional(
      fc.record({
        ...{ leastRestMinutes: count(2880), mostDutyMinutes: fc.integer({ min: 60, max: 1440 }) },
        ...{ mostNights: count(30), nightFromMinute: fc.integer({ min: 720, max: 1439 }) },
        nightToMinute: count(719),
      }),
    ),
  }
}

type Nation = ExerciseDocument['nations'][number]
type Quotas = Nation['quotas']
type Companies = Nation['companies']

const quotas = (size: number, roles: readonly string[], sites: readonly string[]): Quotas => [
  { role: null, site: null, size },
  ...roles.slice(0, 1).map(role => ({ role, site: null, size: 2 })),
  ...sites.map(site => ({ role: null, site, size: 3 })),
]

const deadline = { kind: 'deadline' as const, gate: gates[0] }

function activityOf({ phases, teams, nations }: Record<'phases' | 'teams' | 'nations', readonly string[]>) {
  const length = optional(fc.integer({ min: 1, max: 90_000 }))
  return fc
    .record({
      ...{
        kind: fc.constantFrom(...activityKinds),
        gate: fc.constant(null),
        title: words.map(text => named(text, 0)),
      },
      ...{
        description: words,
        audience: fc.constantFrom(...audiences),
        phase: one(phases),
        team: one(teams),
      },
      ...{ start: timed, durationSeconds: length, days: fc.constant(null), place: words, link: words },
      signUp: optional(
        fc.record({
          ...{ open: fc.boolean(), by: fc.constantFrom('nation' as const, 'person' as const) },
          ...{ nationPlaces: optional(count(9)), opens: optional(timed), closes: optional(timed) },
        }),
      ),
      places: fc.subarray([
        { presence: 'on_site' as const, nation: null, size: 12 },
        { presence: 'remote' as const, nation: null, size: null },
        ...nations.map(nation => ({ presence: null, nation, size: 2 })),
      ]),
      agenda: fc.array(
        fc.record({
          title: words.map(text => named(text, 0)),
          place: words,
          link: words,
          start: timed,
          durationSeconds: length,
        }),
        { maxLength: 3 },
      ),
      legs: fc.array(
        fc.record({
          ...{ from: words, to: words.map(text => named(text, 0)), start: timed, durationSeconds: length },
          ...{ transport: words, note: words },
        }),
        { maxLength: 3 },
      ),
    })
    .map(activity => ({
      ...activity,
      places: activity.places.filter(({ nation }) => nation === null || nation !== nations[1]),
    }))
}

type Scenario = ExerciseDocument['scenario']

function storyOf(size: Sizes): fc.Arbitrary<Scenario> {
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
