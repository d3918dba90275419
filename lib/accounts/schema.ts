import { z } from 'zod'
import { emptyAsNull, lineField } from '../text'
import { zoneField } from '../time-typed'
import { passwordLength } from './rules'

/** As typed: a password is neither trimmed nor cut. */
export const passwordField = z
  .string({ error: 'required' })
  .min(passwordLength.least, 'password_too_short')
  .max(passwordLength.most, 'password_too_long')

export const localeField = z.enum(['en', 'fr'], { error: 'required' })
export const profileSchema = z.object({
  name: lineField(200),
  locale: localeField,
  /** None: whatever the device in use says. */
  timeZone: emptyAsNull(zoneField),
})
export const localeSchema = z.object({ locale: localeField })
export const timeZoneSchema = z.object({ timeZone: zoneField })

export const setPasswordSchema = z.object({
  current: z.string().max(1000, 'too_long').optional(),
  password: passwordField,
})

export const revokeSessionSchema = z.object({ sessionId: z.uuid() })
/** `keep` is the session that asks; without it every one ends. */
export const signOutElsewhereSchema = z.object({ keep: z.uuid().nullable() })
