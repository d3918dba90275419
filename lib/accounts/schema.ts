import { z } from 'zod'
import { safePath } from './rules'

/** Where to go afterwards; what leads to another site counts as nothing. */
export const nextField = z.unknown().transform(safePath)

export const demoSchema = z.object({ person: z.string().max(40), next: nextField })
