import { z } from 'zod'
import { isTimeZone } from '@/lib/time-zones'

/**
 * The whole exercise as one document: everything but people. Whatever is read becomes one, and whatever is written is
 * made of one. Teams, roles, phases and the like are named by ids that mean something in this document alone.
 *
 * People are not in it. A sender or recipient who is a registered person is a `person` with a placeholder of words (the
 * role, never the name). `controller` and `reviewer` are the words of the list that it was read from; written by an
 * exercise they are empty, since there they are accounts.
 */
export const documentFormat = 'startex-exercise'
export const documentVersion = 1

const line = (max: number) => z.string().max(max)
const id = z.string().min(1).max(80)
const count = z.int().min(0).max(1_000_000)
const zone = z.string().max(64).refine(isTimeZone, 'unknown_zone')
const instant = z.iso.datetime({ precision: 3 })
const list = <Item extends z.ZodType>(item: Item, most = 100_000) => z.array(item).max(most).default([])

/** As in `lib/time.ts`, with instants as ISO 8601 in UTC and milliseconds. `offset` is in seconds from STARTEX. */
const documentMomentSchema = z.discriminatedUnion('anchor', [
  z.strictObject({ anchor: z.literal('fixed'), at: instant, timeZone: zone }),
  z.strictObject({
    anchor: z.literal('dday'),
    day: z.int(),
    minute: z.int().min(0).max(1439).nullable(),
    timeZone: zone,
  }),
  z.strictObject({ anchor: z.literal('ttime'), offset: z.int() }),
])

const exercise = z.strictObject({
  code: line(16),
  name: line(200),
  startexAt: instant,
  timeZone: zone,
  endexOffset: z.int(),
})

const phase = z.strictObject({
  id,
  name: line(200),
  start: documentMomentSchema.nullable().default(null),
  end: documentMomentSchema.nullable().default(null),
})
const activity = z.strictObject({
  id,
  kind: line(40),
  title: line(200),
  description: line(4000).default(''),
  audience: line(40),
  phase: id.nullable().default(null),
  team: id.nullable().default(null),
  start: documentMomentSchema,
  durationSeconds: count.nullable().default(null),
  days: count.nullable().default(null),
  place: line(200).default(''),
  link: line(500).default(''),
})
const site = z.strictObject({
  id,
  name: line(200),
  place: line(200).default(''),
  timeZone: zone,
  remote: z.boolean(),
})
const teamKind = z.strictObject({ id, name: line(60), letter: line(4), colour: line(7) })
const team = z.strictObject({
  id,
  name: line(120),
  number: count.nullable().default(null),
  kind: id.nullable().default(null),
  parent: id.nullable().default(null),
  site: id.nullable().default(null),
})
const role = z.strictObject({ id, name: line(120), discipline: line(40), presence: line(40) })

const party = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team'), id }),
  z.strictObject({ kind: z.literal('role'), id }),
  z.strictObject({ kind: z.literal('persona'), id }),
  z.strictObject({ kind: z.literal('person'), words: line(200) }),
])
export type Party = z.infer<typeof party>

export const injectKinds = [
  'inject',
  'contingency',
  'expected_action',
  'information',
  'administrative',
] as const
export const conditions = ['released', 'acknowledged', 'succeeded', 'failed', 'completed', 'expired'] as const
const states = ['draft', 'review', 'approved', 'synchronised'] as const
export const tlps = ['red', 'amber_strict', 'amber', 'green', 'clear'] as const
const columnKinds = [
  'text',
  'number',
  'choice',
  'choices',
  'date',
  'yes_no',
  'person',
  'team',
  'url',
] as const

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
  storyline: id.nullable().default(null),
  incident: id.nullable().default(null),
  mode: id.nullable().default(null),
  from: list(party, 200),
  to: list(party, 200),
  start: documentMomentSchema.nullable().default(null),
  durationSeconds: count.nullable().default(null),
  scenarioAt: instant.nullable().default(null),
  phase: id.nullable().default(null),
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
  keptToKind: id.nullable().default(null),
  techniques: list(line(40), 200),
  cves: list(line(40), 200),
  cwes: list(line(40), 200),
  state: z.enum(states).default('draft'),
  waits: list(wait, 200),
  /** by the id of the column; several choices in lines of their own, a team by its id */
  values: z.record(id, line(4000)).default({}),
  foreign: foreign.nullable().default(null),
})
export type DocumentInject = z.infer<typeof inject>

const scenario = z.strictObject({
  timeZone: zone.nullable().default(null),
  nightFrom: z.int().min(0).max(1439).default(1320),
  nightTo: z.int().min(0).max(1439).default(360),
  controllerLoad: z.int().min(1).max(1000).default(3),
  controllersSee: z.enum(['own', 'all']).default('own'),
  attackRelease: line(40).default(''),
  marks: list(z.strictObject({ offset: z.int(), scenarioAt: instant, speed: z.number().min(0) }), 1000),
  storylines: list(z.strictObject({ id, number: count, name: line(200), summary: line(4000).default('') })),
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
      parent: id.nullable().default(null),
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

export const documentSchema = z.strictObject({
  format: z.literal(documentFormat),
  version: z.literal(documentVersion),
  exercise: exercise.nullable().default(null),
  phases: list(phase),
  activities: list(activity),
  sites: list(site),
  teamKinds: list(teamKind),
  teams: list(team),
  roles: list(role),
  scenario,
})
export type ExerciseDocument = z.infer<typeof documentSchema>
