import { z } from 'zod'
import { tlpLabels } from '@/lib/injects/rules'
import { lineField, optionalLine, seenFields, textField, tick } from '@/lib/text'

/** Words apart by commas, each once. */
const keywordsField = z
  .string()
  .default('')
  .transform(text => text.split(/[,;\n]/).map(word => word.trim().replace(/\s+/g, ' ')))
  .transform(words => [...new Map(words.filter(Boolean).map(word => [word.toLowerCase(), word])).values()])
  .pipe(z.array(optionalLine(60)).max(30, 'too_many'))

/** How an entry is found and who may see it. */
export const entryFields = {
  name: lineField(200),
  summary: textField(4000).default(''),
  keywords: keywordsField,
  tlp: z.enum(tlpLabels),
}

const one = { exerciseId: z.uuid(), entryId: z.uuid() }

export const editEntrySchema = z.object({ ...one, ...entryFields, ...seenFields })
export const retireEntrySchema = z.object({ ...one, retired: tick })
export const removeEntrySchema = z.object(one)
