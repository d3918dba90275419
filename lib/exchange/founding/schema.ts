import { z } from 'zod'
import { seriesFields, seriesGiven } from '@/lib/exercises/schema'
import { codeField, emptyAsNull, lineField } from '@/lib/text'
import { choiceField, momentField, zoneField } from '@/lib/time-typed'
import { readDocument } from '../document/rules'
import type { ExerciseDocument } from '../document/schema'

/** The longest document, in bytes: as it comes, and as JSON. */
export const longestDocument = { packed: 32 * 1024 * 1024, unpacked: 96 * 1024 * 1024 } as const

const documentField = z.unknown().transform((json, context): ExerciseDocument => {
  const read = readDocument(json)
  if (read.ok) return read.document
  context.addIssue({ code: 'custom', message: 'document_unsound' })
  return z.NEVER
})

/**
 * What a document does not say: what the exercise is called here and where it is. STARTEX, ENDEX and the zone only where
 * they are not the document's own.
 */
export const foundExerciseSchema = z
  .object({
    programmeId: z.uuid('required'),
    ...seriesFields,
    code: codeField,
    name: lineField(200),
    venue: lineField(200),
    startex: emptyAsNull(momentField).default(null),
    startexChoice: choiceField,
    timeZone: emptyAsNull(zoneField).default(null),
    endex: emptyAsNull(momentField).default(null),
    endexChoice: choiceField,
    document: documentField,
  })
  .superRefine(seriesGiven)
