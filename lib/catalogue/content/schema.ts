import { z } from 'zod'
import { injectKinds, tlpLabels } from '@/lib/injects/rules'
import { waitConditions } from '@/lib/logic/graph/rules'

/**
 * What a version of the catalogue holds: injects that stand for themselves. What they name is kept by name, what they
 * wait for by its place in here, and when they are in seconds from the first of them. No people: neither who is
 * responsible nor who was named as a sender or recipient. Also no state, serials, files and foreign fields, which
 * belong to the exercise that it was kept from.
 */
export const contentFormat = 'startex-catalogue'
export const contentVersion = 1

const line = (max: number) => z.string().max(max)
const list = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).max(most).default([])
/** The place of something in a list of this document. */
const place = z.int().min(0).max(100_000)

const party = z.strictObject({ kind: z.enum(['team', 'role', 'persona']), name: line(200) })
export type KeptParty = z.infer<typeof party>

const wait = z.strictObject({
  on: z.enum(['inject', 'gate']),
  at: place,
  condition: z.enum(waitConditions).default('released'),
  delaySeconds: z.int().min(0).default(0),
})
export type KeptWait = z.infer<typeof wait>

const inject = z.strictObject({
  kind: z.enum(injectKinds).default('inject'),
  title: line(300).default(''),
  text: line(20_000).default(''),
  incident: place.nullable().default(null),
  mode: line(120).nullable().default(null),
  from: list(party, 200),
  to: list(party, 200),
  /** seconds from the first that has a time of its own; null where it has none */
  at: z.int().nullable().default(null),
  durationSeconds: z.int().min(0).nullable().default(null),
  /** seconds of the story from its own time at that first inject, where the inject says one */
  story: z.int().nullable().default(null),
  phase: line(200).nullable().default(null),
  trigger: line(2000).default(''),
  expectedAction: line(4000).default(''),
  measure: line(2000).default(''),
  scoreLeast: z.int().nullable().default(null),
  scoreMost: z.int().nullable().default(null),
  objectives: list(place, 200),
  notes: line(8000).default(''),
  tlp: z.enum(tlpLabels).nullable().default(null),
  releasableTo: line(300).default(''),
  keptToKind: line(60).nullable().default(null),
  techniques: list(line(40), 200),
  cves: list(line(40), 200),
  cwes: list(line(40), 200),
  waits: list(wait, 200),
  values: list(z.strictObject({ column: place, value: line(4000) }), 500),
})
export type KeptInject = z.infer<typeof inject>

export const columnKinds = ['text', 'number', 'choice', 'choices', 'date', 'yes_no', 'team', 'url'] as const

export const contentSchema = z.strictObject({
  format: z.literal(contentFormat),
  version: z.literal(contentVersion),
  /** of the storyline that it was; empty for what was less */
  name: line(200).default(''),
  summary: line(4000).default(''),
  /** seconds from STARTEX to the first inject where it was kept; null where none has a time */
  startsAt: z.int().nullable().default(null),
  incidents: list(z.strictObject({ name: line(200), summary: line(4000).default('') }), 1000),
  personas: list(
    z.strictObject({ name: line(200), affiliation: line(200).default(''), note: line(2000).default('') }),
    5000,
  ),
  objectives: list(z.strictObject({ number: line(20), title: line(300) }), 2000),
  columns: list(
    z.strictObject({
      name: line(120),
      kind: z.enum(columnKinds),
      /** what planners keep to themselves never comes back where controllers read it */
      audience: z.enum(['planners', 'controllers']),
    }),
    200,
  ),
  gates: list(
    z.strictObject({ kind: z.enum(['all', 'any', 'manual']), name: line(200), waits: list(wait, 200) }),
    2000,
  ),
  injects: z.array(inject).min(1).max(2000),
})
export type CatalogueContent = z.infer<typeof contentSchema>
