import { z } from 'zod'
import { passwordField } from '../accounts/schema'
import { emailField, emptyAsNull, lineField } from '../text'

/** What a new account needs; somebody who is signed in accepts with the token alone. */
export const acceptInvitationSchema = z.object({
  token: z.string().min(1).max(200),
  requestId: z.uuid().optional(),
  name: lineField(200).optional(),
  email: emptyAsNull(emailField).optional(),
  /** Empty for whoever prefers links by e-mail. */
  password: emptyAsNull(passwordField).optional(),
})
