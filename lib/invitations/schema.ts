import { z } from 'zod'
import { localeField } from '../accounts/schema'
import { contactRoleField, exerciseRoleField, programmeRoleField } from '../memberships/schema'
import { emailField, emptyAsNull, wholeNumber } from '../text'

/** How many people one link may let in. */
const mostUses = 50

/** With an address the link goes there by mail and serves once; without one it is for handing out. */
const toWhom = {
  email: emptyAsNull(emailField),
  maxUses: wholeNumber(1, mostUses).optional(),
  locale: localeField,
}
const onePerLetter = { path: ['maxUses'], error: 'one_use_by_mail' }
const fits = (input: { email: string | null; maxUses?: number | undefined }) =>
  input.email === null || (input.maxUses ?? 1) === 1

export const inviteContactSchema = z
  .object({
    exerciseId: z.uuid(),
    participationId: z.uuid(),
    role: contactRoleField.default('point_of_contact'),
    ...toWhom,
  })
  .refine(fits, onePerLetter)
export const inviteCompanyContactSchema = z
  .object({ exerciseId: z.uuid(), participationId: z.uuid(), companyId: z.uuid('required'), ...toWhom })
  .refine(fits, onePerLetter)
export const inviteStaffSchema = z
  .object({ exerciseId: z.uuid(), role: exerciseRoleField, ...toWhom })
  .refine(fits, onePerLetter)
export const inviteProgrammeStaffSchema = z
  .object({ programmeId: z.uuid(), role: programmeRoleField, ...toWhom })
  .refine(fits, onePerLetter)
export const inviteAdministratorSchema = z.object(toWhom).refine(fits, onePerLetter)

/** What the invitation is to; to the whole platform where nothing is named. */
export const revokeInvitationSchema = z.object({
  invitationId: z.uuid(),
  programmeId: z.uuid().optional(),
  exerciseId: z.uuid().optional(),
  participationId: z.uuid().optional(),
})
