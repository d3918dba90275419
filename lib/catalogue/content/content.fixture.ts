import fc from 'fast-check'
import { graphFrom } from '@/lib/injects/known/rules'
import { plannedTimes } from '@/lib/injects/order/rules'
import type { InjectRow } from '@/lib/injects/rules'
import type { Bringing } from '../bringing/rules'
import type { Source } from '../keeping/rules'
import type { Place } from '../place/rules'
import { type CatalogueContent, contentSchema } from './schema'

/** An id that tests know by a few figures: references to parties hold ids of this form alone. */
export const idOf = (figures: number) => `00000000-0000-4000-8000-${String(figures).padStart(12, '0')}`

const named = (first: number, names: readonly string[]) =>
  names.map((name, at) => ({ id: idOf(first + at), name }))

/** An exercise with some names of its own, and none of what an entry may bring along. */
export function somePlace(given: Partial<Place> = {}): Place {
  return {
    frame: { startexAt: Date.UTC(2027, 2, 9, 6), timeZone: 'Europe/Tallinn' },
    marks: [{ offset: -86_400 * 400, scenarioAt: Date.UTC(2031, 8, 3), speed: 1 }],
    ...{ storylines: [], incidents: [], modes: [], personas: [] },
    ...{ teams: named(1, ['Blue 1', 'Blue 2']), kinds: named(11, ['Red']) },
    ...{ roles: named(21, ['Legal adviser']), phases: named(31, ['Play']) },
    objectives: [
      { id: 'o1', number: '1.1', title: 'Report in time' },
      { id: 'o2', number: '2', title: 'Share what is known' },
    ],
    columns: [
      { id: 'c1', name: 'Cell', kind: 'choice', choices: ['HICON', 'LOCON'], audience: 'controllers' },
      { id: 'c2', name: 'Tried with', kind: 'team', choices: [], audience: 'planners' },
    ],
    ...given,
  }
}

const words = fc.string({ unit: fc.constantFrom('a', 'B', 'é', '森', ' ', '1', '-'), maxLength: 8 })
const parties = fc.constantFrom(
  [],
  [{ kind: 'team', name: 'Blue 1' }],
  [
    { kind: 'persona', name: 'Minister of Nordavia' },
    { kind: 'role', name: 'Legal adviser' },
  ],
)
const condition = fc.constantFrom('released', 'acknowledged', 'failed', 'completed')
const delaySeconds = fc.integer({ min: 0, max: 600 }).map(minutes => minutes * 60)

const injectPart = fc.record({
  kind: fc.constantFrom('inject', 'contingency', 'information'),
  ...{ title: words, text: words, notes: words },
  incident: fc.constantFrom(null, 0, 1),
  mode: fc.constantFrom(null, 'E-mail', 'News'),
  ...{ from: parties, to: parties },
  at: fc.option(fc.integer({ min: 0, max: 5000 }).map(minutes => minutes * 60)),
  durationSeconds: fc.constantFrom(null, 900),
  story: fc.option(fc.integer({ min: -1000, max: 1000 })),
  phase: fc.constantFrom(null, 'Play'),
  keptToKind: fc.constantFrom(null, 'Red'),
  objectives: fc.constantFrom([], [0], [0, 1]),
  values: fc.constantFrom([], [{ column: 0, value: 'HICON' }], [{ column: 1, value: 'Blue 2' }]),
  /** how far back what it waits for stands; 0 for nothing */
  behind: fc.nat(4),
  throughGate: fc.boolean(),
  ...{ condition, delaySeconds },
})

/** Entries of up to twelve injects, of which each waits for one before it, at most, directly or through a gate. */
export const anyContent: fc.Arbitrary<CatalogueContent> = fc
  .tuple(fc.array(injectPart, { minLength: 1, maxLength: 12 }), fc.constantFrom('all', 'any'))
  .map(([parts, gateKind]) => {
    const waitOn = (at: number, { condition, delaySeconds }: (typeof parts)[number]) => ({
      ...{ on: 'inject', at, condition, delaySeconds },
    })
    const gates = parts.flatMap((part, at) =>
      part.behind > 0 && part.behind <= at && part.throughGate
        ? [{ of: at, kind: gateKind, name: '', waits: [waitOn(at - part.behind, part)] }]
        : [],
    )
    const injects = parts.map(({ behind, throughGate, condition, delaySeconds, ...inject }, at) => {
      const gate = gates.findIndex(({ of }) => of === at)
      const waits =
        gate >= 0
          ? [{ on: 'gate', at: gate, condition: 'released', delaySeconds }]
          : behind > 0 && behind <= at
            ? [waitOn(at - behind, { ...inject, behind, throughGate, condition, delaySeconds })]
            : []
      return { ...inject, waits, at: at === 0 ? 0 : inject.at }
    })
    return contentSchema.parse({
      ...{ format: 'startex-catalogue', version: 1, name: 'Power grid', summary: 'Dark', startsAt: 0 },
      incidents: [{ name: 'Blackout' }, { name: 'Looting' }],
      personas: [{ name: 'Minister of Nordavia', affiliation: 'Nordavia', note: '' }],
      objectives: [
        { number: '1.1', title: 'Report in time' },
        { number: '2', title: 'Share what is known' },
      ],
      columns: [
        { name: 'Cell', kind: 'choice', audience: 'controllers' },
        { name: 'Tried with', kind: 'team', audience: 'planners' },
      ],
      gates: gates.map(({ of: _, ...gate }) => gate),
      injects,
    })
  })

/** The exercise once an entry has been brought in, as the database would give it to whoever keeps it again. */
export function broughtInto(place: Place, plan: Bringing): Source {
  const storylineId = plan.storyline?.id ?? ''
  const incidents = plan.incidents.map(incident => ({ ...incident, storylineId }))
  const rows: InjectRow[] = plan.injects
    .map((row, at) => ({ ...row, serial: `7.${at + 1}` }))
    // Whatever order a database has.
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const logic = {
    injects: rows.map(({ id, serial, durationSeconds, moment }) => ({ id, serial, durationSeconds, moment })),
    gates: plan.gates.map(({ id, kind, name }, at) => ({ id, kind, name, number: at + 1, version: 1 })),
    waits: [
      ...rows.flatMap(({ id, waits }) =>
        waits.map(wait => ({ ...wait, id: '', injectId: id, gateId: null })),
      ),
      ...plan.gates.flatMap(({ id, waits }) =>
        waits.map(wait => ({ ...wait, id: '', injectId: null, gateId: id })),
      ),
    ],
  }
  return {
    ...{ name: plan.storyline?.name ?? '', summary: plan.storyline?.summary ?? '' },
    ...{ rows, incidents, logic },
    planned: plannedTimes(graphFrom(logic, place.frame)),
    place: {
      ...place,
      incidents: [...place.incidents, ...incidents],
      modes: [...place.modes, ...plan.modes],
      personas: [...place.personas, ...plan.personas],
    },
    roleOf: new Map(),
    ...{ withFiles: new Set<string>(), withForeign: new Set<string>() },
  }
}

let counter = 0
/** Ids that sort otherwise than they are given. */
export function shuffledId(): string {
  counter += 1
  return `${String((counter * 7919) % 1000).padStart(8, '0')}-0000-4000-8000-${String(counter).padStart(12, '0')}`
}
