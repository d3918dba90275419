import { z } from 'zod'
import { emptyAsNull, lineField } from '../text'
import { isTimeZone } from '../time-zones'
import { passwordLength } from './rules'

/** As typed: a password is neither trimmed nor cut. */
export const passwordField = z
  .string({ error: 'required' })
  .min(passwordLength.least, 'password_too_short')
  .max(passwordLength.most, 'password_too_long')

export const localeField = z.enum(['en', 'fr'], { error: 'required' })
const timeZoneField = z
  .string({ error: 'required' })
  .max(64, 'unknown_zone')
  .refine(isTimeZone, 'unknown_zone')

export const profileSchema = z.object({
  name: lineField(200),
  locale: localeField,
  /** None: whatever the device in use says. */
  timeZone: emptyAsNull(timeZoneField),
})
export const localeSchema = z.object({ locale: localeField })
export const timeZoneSchema = z.object({ timeZone: timeZoneField })

export const setPasswordSchema = z.object({
  current: z.string().max(1000, 'too_long').optional(),
  password: passwordField,
})

export const revokeSessionSchema = z.object({ sessionId: z.uuid() })
/** `keep` is the session that asks; without it every one ends. */
export const signOutElsewhereSchema = z.object({ keep: z.uuid().nullable() })
