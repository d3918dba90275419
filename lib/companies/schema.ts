import { z } from 'zod'
import { lineField, seenFields } from '@/lib/text'

export const companyKinds = ['company', 'agency'] as const

const inDelegation = { exerciseId: z.uuid(), participationId: z.uuid() }
const fields = { kind: z.enum(companyKinds, 'required'), name: lineField(200) }

export const addCompanySchema = z.object({ ...inDelegation, ...fields })
export const editCompanySchema = z.object({
  ...inDelegation,
  companyId: z.uuid(),
  ...seenFields,
  ...fields,
})
export const removeCompanySchema = z.object({ ...inDelegation, companyId: z.uuid() })
