import { z } from 'zod'
import type { Kept } from '../kept/rules'

const stored = z.object({
  format: z.string(),
  id: z.string().nullish(),
  fields: z.record(z.string(), z.string()).nullish(),
})

/** What an inject's row keeps of a file; null where that is nothing. */
export function storedForeign(foreign: unknown): Kept | null {
  const read = stored.safeParse(foreign)
  return read.success
    ? { format: read.data.format, id: read.data.id ?? null, fields: read.data.fields ?? {} }
    : null
}
