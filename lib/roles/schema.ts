import { z } from 'zod'
import { emptyAsNull, lineField, seenFields, wholeNumber } from '@/lib/text'

export const disciplines = [
  'technical',
  'legal',
  'forensics',
  'media',
  'strategy',
  'command',
  'science',
  'military',
  'other',
] as const
export const presences = ['on_site', 'remote'] as const
export const frameworks = ['nice', 'ecsf'] as const

const inExercise = { exerciseId: z.uuid() }

const details = {
  ...inExercise,
  name: lineField(120),
  discipline: z.enum(disciplines, 'required'),
  presence: z.enum(presences, 'required'),
  framework: emptyAsNull(z.enum(frameworks)),
  frameworkCode: emptyAsNull(lineField(40)),
  /** codes change between releases, so a code without its release means nothing */
  frameworkVersion: emptyAsNull(lineField(20)),
}

type Reference = { framework: string | null; frameworkCode: string | null; frameworkVersion: string | null }

const wholeReference = (role: Reference) =>
  new Set([role.framework === null, role.frameworkCode === null, role.frameworkVersion === null]).size === 1

export const addRoleSchema = z
  .object(details)
  .refine(wholeReference, { path: ['frameworkCode'], error: 'framework_whole' })

export const editRoleSchema = z
  .object({ ...details, roleId: z.uuid(), ...seenFields })
  .refine(wholeReference, { path: ['frameworkCode'], error: 'framework_whole' })

export const removeRoleSchema = z.object({ ...inExercise, roleId: z.uuid() })

/** How many of a role a team has; most 0 takes the seats away. */
export const setSeatSchema = z
  .object({
    ...inExercise,
    teamId: z.uuid(),
    roleId: z.uuid('required'),
    least: wholeNumber(0, 10_000),
    most: wholeNumber(0, 10_000),
  })
  .refine(seat => seat.least <= seat.most, { path: ['most'], error: 'most_below_least' })
