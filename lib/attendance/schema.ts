import { z } from 'zod'
import { nationName } from '@/lib/countries/rules'
import { emailField, emptyAsNull, lineField, optionalLine, tick } from '@/lib/text'
import { attendanceStates, presences } from './rules'

const atActivity = { exerciseId: z.uuid(), activityId: z.uuid() }
const ofDelegation = { ...atActivity, participationId: z.uuid() }

const presence = z.enum(presences, 'required')

/** Why somebody comes after sign-up has closed; organisers alone may say it. */
const lateReason = emptyAsNull(lineField(500)).default(null)

/** As many as a bus and a half: each gets a letter in the same transaction. */
const mostAtOnce = 100

const chosen = z
  .array(z.uuid())
  .min(1, 'choose_people')
  .max(mostAtOnce, 'too_many')
  .transform(ids => [...new Set(ids)].sort())

/** Somebody who is not on the delegation's list, as the form names them. */
const guestFields = {
  email: emailField,
  givenName: lineField(120),
  familyName: lineField(120),
  nativeName: optionalLine(120).default(''),
  /** ISO 3166 alpha-3; asked only of an organisation's people, a nation's have theirs */
  homeNation: emptyAsNull(
    lineField(8).refine(code => nationName(code, 'en') !== null, 'nation_unknown'),
  ).default(null),
}
export type Guest = z.output<z.ZodObject<typeof guestFields>>

export const signUpSchema = z.object({ ...ofDelegation, registrationIds: chosen, presence, lateReason })
export const signUpGuestSchema = z.object({ ...ofDelegation, ...guestFields, presence, lateReason })
export const signUpPartnerSchema = z.object({
  ...atActivity,
  partnerId: z.uuid('required'),
  ...guestFields,
  presence,
  lateReason,
})
export const signUpByLinkSchema = z.object({
  linkId: z.uuid(),
  ...atActivity,
  ...guestFields,
  presence,
})
export const signUpSelfSchema = z.object({ ...ofDelegation, registrationId: z.uuid(), presence })

const reason = optionalLine(500).optional()

export const cancelSchema = z.object({ ...ofDelegation, attendanceIds: chosen, reason })
export const cancelAnySchema = z.object({ ...atActivity, attendanceIds: chosen, reason })
export const cancelOwnSchema = z.object({ attendanceId: z.uuid() })
export const cancelByLinkSchema = z.object({ linkId: z.uuid(), ...atActivity, attendanceId: z.uuid() })

export const switchSchema = z.object({ ...atActivity, attendanceIds: chosen, presence })
export const attendSchema = z.object({ ...atActivity, attendanceIds: chosen, attended: tick })

const or = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(null).default(null)

/** What a list of those who attend is narrowed by, as it stands in the address: what makes no sense is left out. */
export const attendanceFilterSchema = z.object({
  q: or(optionalLine(100)),
  state: or(z.enum([...attendanceStates, 'attended'])),
  nation: or(z.uuid()),
  presence: or(z.enum(presences)),
})
export type AttendanceFilter = z.output<typeof attendanceFilterSchema>
