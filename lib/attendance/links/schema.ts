import { z } from 'zod'
import { emailField } from '@/lib/text'
import { signUpByLinkSchema } from '../schema'

const atActivity = { exerciseId: z.uuid(), activityId: z.uuid() }

export const sendSignUpLinkSchema = z.object({
  ...atActivity,
  partnerId: z.uuid('required'),
  email: emailField,
  /** of the letter */
  locale: z.enum(['en', 'fr']).default('en'),
})
export const revokeSignUpLinkSchema = z.object({ ...atActivity, linkId: z.uuid() })

const byToken = {
  token: z.string().min(20).max(200),
  /** a repeated press has one effect */
  requestId: z.uuid().optional(),
}

/** What the letter's reader sends: the token says for which partner and activity. */
export const signUpWithLinkSchema = z.object({
  ...byToken,
  ...signUpByLinkSchema.omit({ linkId: true, exerciseId: true, activityId: true }).shape,
})
export const cancelWithLinkSchema = z.object({ ...byToken, attendanceId: z.uuid() })
