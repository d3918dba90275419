import { z } from 'zod'
import { contactRoles } from '../policy'

/** Roles that can be given in one exercise. */
export const exerciseRoles = ['director', 'planner', 'controller', 'registrar', 'observer'] as const
/** Roles that reach all exercises of a programme. */
export const programmeRoles = ['administrator', ...exerciseRoles] as const

export const exerciseRoleField = z.enum(exerciseRoles, { error: 'role_unknown' })
export const programmeRoleField = z.enum(programmeRoles, { error: 'role_unknown' })

export const contactRoleField = z.enum(contactRoles, { error: 'role_unknown' })

const memberFields = { exerciseId: z.uuid(), membershipId: z.uuid() }
export const changeRoleSchema = z.object({ ...memberFields, role: exerciseRoleField })
export const removeMemberSchema = z.object(memberFields)
export const removeContactSchema = z.object({ ...memberFields, participationId: z.uuid() })
export const changeContactRoleSchema = z.object({
  ...memberFields,
  participationId: z.uuid(),
  role: contactRoleField,
})
export const removeAdministratorSchema = z.object({ membershipId: z.uuid() })
