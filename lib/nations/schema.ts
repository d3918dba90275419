import { z } from 'zod'
import { gates } from '@/lib/schedule/kinds/rules'
import { codeField, emptyAsNull, lineField, optionalLine, textField, wholeNumber } from '@/lib/text'
import { choiceField } from '@/lib/time-typed'

export const accessionStates = [
  'invited',
  'in_contact',
  'coordinating',
  'confirmed',
  'observer',
  'declined',
  'withdrew',
] as const
export type AccessionState = (typeof accessionStates)[number]

const inExercise = { exerciseId: z.uuid() }
const inDelegation = { ...inExercise, participationId: z.uuid() }

/** A calendar date as `YYYY-MM-DD`. */
const dateField = z.iso.date('not_a_date')

export const invitePartnersSchema = z.object({
  ...inExercise,
  /** ISO 3166 alpha-3 for nations, a partner's own code for those that the programme already knows */
  codes: z.array(codeField).min(1, 'required').max(300, 'too_many'),
  /** places of each delegation to start with */
  size: wholeNumber(0, 100_000),
  changedOn: dateField,
})

export const addPartnerSchema = z.object({
  programmeId: z.uuid(),
  kind: z.enum(['organisation', 'fictional'], 'required'),
  code: codeField,
  name: lineField(200),
})

const accessionStep = {
  state: z.enum(accessionStates, 'required'),
  changedOn: dateField,
  note: textField(2000),
}

export const stepParticipationSchema = z.object({ ...inDelegation, ...accessionStep })
export const stepPartnerSchema = z.object({ programmeId: z.uuid(), partnerId: z.uuid(), ...accessionStep })

export const setQuotaSchema = z
  .object({
    ...inDelegation,
    roleId: emptyAsNull(z.uuid()),
    siteId: emptyAsNull(z.uuid()),
    size: wholeNumber(0, 100_000),
  })
  .refine(quota => quota.roleId === null || quota.siteId === null, { path: ['siteId'], error: 'one_scope' })

export const removeQuotaSchema = z.object({ ...inDelegation, quotaId: z.uuid() })

export const setOwnDateSchema = z.object({
  ...inDelegation,
  gate: z.enum(gates, 'required'),
  /** as typed, in any notation; empty gives the exercise's date back its force */
  moment: optionalLine(200),
  momentChoice: choiceField,
})

export const removeNationSchema = z.object(inDelegation)
