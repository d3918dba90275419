import { z } from 'zod'
import { lineField } from '@/lib/text'
import { printView, readView } from './rules'

export const addViewSchema = z.object({
  exerciseId: z.uuid(),
  name: lineField(80),
  /** as in the address; what no list understands is left out */
  query: z
    .string()
    .max(2000)
    .transform(query => printView(readView(new URLSearchParams(query)))),
  /** for everybody who reads the MSEL; by those who write it */
  shared: z.boolean().default(false),
})

export const removeViewSchema = z.object({ exerciseId: z.uuid(), viewId: z.uuid() })
