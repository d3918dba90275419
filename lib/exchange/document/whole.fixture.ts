import fc from 'fast-check'
import { disciplines, presences } from '@/lib/roles/schema'
import { activityKinds, audiences, gates } from '@/lib/schedule/kinds/rules'
import { instants, momentArbitrary, words, zone } from './document.fixture'
import { count, idsOf, named, one, optional, type Sizes, sizes, small, some, timed } from './picks.fixture'
import { emptyDocument } from './rules'
import { tlps } from './scenario/schema'
import type { ExerciseDocument } from './schema'
import { storyOf } from './story.fixture'

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
