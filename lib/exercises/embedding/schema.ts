import { z } from 'zod'
import { seenFields } from '@/lib/text'
import { frameSource } from './rules'

const hostField = z.string().transform((text, context) => {
  const source = frameSource(text)
  if (source === null) context.addIssue({ code: 'custom', message: 'not_a_host' })
  return source ?? ''
})

/** Hosts, one a line as they are typed, or a list. */
export const editEmbeddingSchema = z.object({
  exerciseId: z.uuid(),
  hosts: z.preprocess(
    value => (typeof value === 'string' ? value.split(/[\s,]+/).filter(part => part !== '') : value),
    z
      .array(hostField)
      .max(20, 'too_many')
      .transform(hosts => [...new Set(hosts)]),
  ),
  ...seenFields,
})
