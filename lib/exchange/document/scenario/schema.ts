import { z } from 'zod'
import { columnKinds } from '@/lib/msel-columns/rules'
import { count, id, instant, line, list, optionalId, optionalMoment, zone } from '../pieces/schema'

const party = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team'), id }),
  z.strictObject({ kind: z.literal('role'), id }),
  z.strictObject({ kind: z.literal('persona'), id }),
  z.strictObject({ kind: z.literal('person'), words: line(200) }),
])

export const injectKinds = [
  'inject',
  'contingency',
  'expected_action',
  'information',
  'administrative',
] as const
export const conditions = ['released', 'acknowledged', 'succeeded', 'failed', 'completed', 'expired'] as const
export const states = ['draft', 'review', 'approved', 'synchronised'] as const
export const tlps = ['red', 'amber_strict', 'amber', 'green', 'clear'] as const
/** After an inject or a gate, on a condition, with a delay in seconds; several are all needed. */
const wait = z.strictObject({
  after: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('inject'), id }),
    z.strictObject({ kind: z.literal('gate'), id }),
  ]),
  condition: z.enum(conditions).default('released'),
  delaySeconds: z.int().default(0),
})

/** What the file that it came from called it, and what it said that has no place here. */
const foreign = z.strictObject({
  format: line(40),
  id: line(200).nullable().default(null),
  fields: z.record(line(200), line(20_000)).default({}),
})

/** One inject. Without a moment it is a contingency, or its time follows from what it waits for. */
const inject = z.strictObject({
  id,
  serial: line(40).nullable().default(null),
  kind: z.enum(injectKinds).default('inject'),
  title: line(300).default(''),
  text: line(20_000).default(''),
  storyline: optionalId,
  incident: optionalId,
  mode: optionalId,
  from: list(party, 200),
  to: list(party, 200),
  start: optionalMoment,
  durationSeconds: z.int().min(0).max(31_622_400).nullable().default(null),
  scenarioAt: instant.nullable().default(null),
  phase: optionalId,
  controller: line(200).default(''),
  reviewer: line(200).default(''),
  trigger: line(2000).default(''),
  expectedAction: line(4000).default(''),
  measure: line(2000).default(''),
  scoreLeast: z.int().nullable().default(null),
  scoreMost: z.int().nullable().default(null),
  objectives: list(id, 200),
  notes: line(8000).default(''),
  tlp: z.enum(tlps).nullable().default(null),
  releasableTo: line(300).default(''),
  keptToKind: optionalId,
  techniques: list(line(40), 200),
  cves: list(line(40), 200),
  cwes: list(line(40), 200),
  state: z.enum(states).default('draft'),
  stateReason: line(500).nullable().default(null),
  waits: list(wait, 200),
  /** by the id of the column; several choices in lines of their own, a team by its id */
  values: z.record(id, line(4000)).default({}),
  foreign: foreign.nullable().default(null),
})

/** A number that is given next, so that none is given twice; null to go on from those that are there. */
const next = count.nullable().default(null)

export const scenario = z.strictObject({
  timeZone: zone.nullable().default(null),
  /** minutes after midnight */
  nightFrom: z.int().min(0).max(1439).default(1320),
  nightTo: z.int().min(0).max(1439).default(360),
  controllerLoad: z.int().min(1).max(1000).default(3),
  controllersSee: z.enum(['own', 'all']).default('own'),
  attackRelease: line(40).default(''),
  nextStoryline: next,
  nextInject: next,
  nextGate: next,
  /** from this second of the exercise on, the story is at `scenarioAt` and runs `speed` times as fast */
  marks: list(z.strictObject({ offset: z.int(), scenarioAt: instant, speed: z.number().min(0) }), 1000),
  storylines: list(
    z.strictObject({
      ...{ id, number: count, name: line(200), summary: line(4000).default('') },
      ...{ nextInject: next, nextIncident: next },
    }),
  ),
  incidents: list(
    z.strictObject({ id, storyline: id, number: count, name: line(200), summary: line(4000).default('') }),
  ),
  modes: list(z.strictObject({ id, name: line(120) })),
  personas: list(
    z.strictObject({ id, name: line(200), affiliation: line(200).default(''), note: line(2000).default('') }),
  ),
  objectives: list(
    z.strictObject({
      id,
      parent: optionalId,
      number: line(20),
      title: line(300),
      criteria: list(line(1000), 200),
      leastInjects: count.default(1),
    }),
  ),
  columns: list(
    z.strictObject({
      id,
      name: line(120),
      kind: z.enum(columnKinds).default('text'),
      choices: list(line(200), 1000),
      audience: z.enum(['planners', 'controllers']).default('controllers'),
    }),
  ),
  gates: list(
    z.strictObject({
      id,
      number: count,
      kind: z.enum(['all', 'any', 'manual']),
      name: line(200).default(''),
      waits: list(wait, 200),
    }),
  ),
  injects: list(inject),
})
