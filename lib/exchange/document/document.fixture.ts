import fc from 'fast-check'
import { exercise } from './plan/schema'
import { emptyDocument, emptyInject } from './rules'
import { conditions, injectKinds, tlps } from './scenario/schema'
import type { DocumentInject, ExerciseDocument, Party } from './schema'

export const words = fc.string({
  unit: fc.constantFrom('a', 'B', 'é', '森', ' ', '\n', '"', '=', '<', '🙂', '1', '|', '_x0041_', '\r'),
  maxLength: 12,
})
const zones = ['UTC', 'Europe/Tallinn', 'Asia/Tokyo', 'America/St_Johns']
export const instants = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2070, 0, 1) / 1000 })
  .map(second => new Date(second * 1000).toISOString())
export const zone = fc.constantFrom(...zones)

export const momentArbitrary: fc.Arbitrary<NonNullable<DocumentInject['start']>> = fc.oneof(
  fc.record({ anchor: fc.constant('fixed' as const), at: instants, timeZone: zone }),
  fc.record({
    anchor: fc.constant('dday' as const),
    day: fc.integer({ min: -300, max: 30 }),
    minute: fc.option(fc.integer({ min: 0, max: 1439 })),
    timeZone: zone,
  }),
  fc.record({ anchor: fc.constant('ttime' as const), offset: fc.integer({ min: -90_000, max: 900_000 }) }),
)

const part = fc.record({
  kind: fc.constantFrom(...injectKinds),
  title: words,
  text: words,
  storyline: fc.option(fc.constantFrom('s1', 's2')),
  mode: fc.option(fc.constantFrom('m1'), { nil: null }),
  to: fc.constantFrom<Party[]>([], [{ kind: 'team', id: 't1' }], [{ kind: 'person', words: 'Defender' }]),
  from: fc.constantFrom<Party[]>([], [{ kind: 'persona', id: 'p1' }]),
  start: fc.option(momentArbitrary),
  durationSeconds: fc.option(fc.integer({ min: 0, max: 200_000 })),
  scenarioAt: fc.option(instants),
  notes: words,
  expectedAction: words,
  objectives: fc.constantFrom<string[][]>([], ['o1']),
  tlp: fc.option(fc.constantFrom(...tlps)),
  values: fc.oneof(
    fc.constant<Record<string, string>>({}),
    words.map((c1): Record<string, string> => ({ c1 })),
  ),
  foreign: fc.option(
    fc.record({
      format: fc.constant('xlsx'),
      id: fc.option(fc.constant('x')),
      fields: fc.dictionary(words, words),
    }),
  ),
})

/** Any document of two storylines whose ids all mean something. */
export const anyDocument: fc.Arbitrary<ExerciseDocument> = fc
  .tuple(fc.array(part, { maxLength: 6 }), fc.constantFrom(...conditions), zone, instants)
  .map(([parts, condition, timeZone, startexAt]) => {
    const document = emptyDocument()
    const injects = parts.map(
      (given, at): DocumentInject => ({
        ...emptyInject(`i${at + 1}`),
        ...given,
        serial: at % 2 === 0 ? `3.${at + 1}` : null,
        waits:
          at === 0
            ? []
            : [{ after: { kind: 'inject' as const, id: 'i1' }, condition, delaySeconds: 60 * at }],
      }),
    )
    return {
      ...document,
      exercise: exercise.parse({
        ...{ code: 'BL27', name: 'Baltic Lantern', startexAt, timeZone, endexOffset: 172_800 },
      }),
      teams: [{ id: 't1', name: 'Blue Team 1', number: 1, kind: null, parent: null, site: null }],
      scenario: {
        ...document.scenario,
        timeZone,
        storylines: ['s1', 's2'].map((id, at) => ({
          id,
          number: at + 1,
          name: `Story ${at + 1}`,
          summary: '',
          ...{ nextInject: null, nextIncident: null },
        })),
        modes: [{ id: 'm1', name: 'E-mail' }],
        personas: [{ id: 'p1', name: 'Minister of Nordavia', affiliation: '', note: '' }],
        objectives: [
          { id: 'o1', parent: null, number: '1.1', title: 'Report in time', criteria: [], leastInjects: 1 },
        ],
        columns: [{ id: 'c1', name: 'Weather', kind: 'text', choices: [], audience: 'controllers' }],
        injects,
      },
    }
  })
