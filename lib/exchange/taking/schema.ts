import { z } from 'zod'
import { foreignSchema } from '@/lib/injects/schema'
import { waitConditions } from '@/lib/logic/graph/rules'
import { gateKinds } from '@/lib/logic/schema'
import { lineField, optionalLine } from '@/lib/text'
import { zoneField } from '@/lib/time-typed'
import { mselFields } from '../fields/schema'

const names = (max: number) => z.array(lineField(max)).max(5000).default([])

/** What a file needs before its injects come: names that the exercise does not have, and what its headings mean. */
export const takeNamesSchema = z.object({
  exerciseId: z.uuid(),
  personas: names(200),
  modes: names(120),
  storylines: names(200),
  incidents: z
    .array(z.object({ storyline: lineField(200), name: lineField(200) }))
    .max(5000)
    .default([]),
  objectives: z
    .array(z.object({ number: lineField(20), title: lineField(300) }))
    .max(2000)
    .default([]),
  columns: z
    .array(z.object({ name: lineField(120), kind: z.enum(['text', 'number', 'url']) }))
    .max(200)
    .default([]),
  /** by the folded heading; empty for a column that is left out */
  words: z
    .array(z.object({ word: lineField(200), meaning: z.enum([...mselFields, 'own', 'kept', '']) }))
    .max(300)
    .default([]),
  /** what the list left open of its times */
  times: z
    .object({
      timeZone: zoneField.nullable(),
      launchOn: z.string().max(20).nullable(),
      dayFirst: z.boolean().nullable(),
    })
    .nullable()
    .default(null),
})

/** What injects keep of a file, whole: what they had before and what it says. */
export const keepForeignSchema = z.object({
  exerciseId: z.uuid(),
  injects: z
    .array(z.object({ injectId: z.uuid(), foreign: foreignSchema }))
    .min(1)
    .max(500),
})

/** Gates of a document that the exercise does not have; one may wait for another of them by its key. */
export const takeGatesSchema = z.object({
  exerciseId: z.uuid(),
  gates: z
    .array(
      z.object({
        key: z.string().max(80),
        kind: z.enum(gateKinds),
        name: optionalLine(200),
        waits: z
          .array(
            z.object({
              serial: z.string().max(40).nullable(),
              gateId: z.uuid().nullable(),
              key: z.string().max(80).nullable(),
              condition: z.enum(waitConditions),
              delaySeconds: z.int().min(0).max(31_622_400),
            }),
          )
          .max(200),
      }),
    )
    .min(1)
    .max(2000),
})
