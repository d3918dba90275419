import { z } from 'zod'
import { lineField } from '@/lib/text'
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
    .array(z.object({ word: lineField(200), meaning: z.enum([...mselFields, 'own', '']) }))
    .max(300)
    .default([]),
})
