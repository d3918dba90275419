import { z } from 'zod'
import { emailField } from '../text'
import { safePath } from './rules'

/** Where to go afterwards; what leads to another site counts as nothing. */
const nextField = z.unknown().optional().transform(safePath)

export const demoSchema = z.object({ person: z.string().max(40), next: nextField })

export const passwordSignInSchema = z.object({
  email: emailField,
  // A wrong length is a wrong password: which lengths exist is nobody's business here.
  password: z.string({ error: 'required' }).min(1, 'required').max(1000, 'too_long'),
  next: nextField,
})

export const requestLinkSchema = z.object({ email: emailField, next: nextField })
export const useLinkSchema = z.object({ token: z.string().min(1).max(200), next: nextField })
export const providerSignInSchema = z.object({ next: nextField })
