import { z } from 'zod'
import { emptyAsNull, optionalLine, seenFields, textField } from '@/lib/text'
import { legalBases } from './rules'

export const editConsentSchema = z
  .object({
    exerciseId: z.uuid(),
    ...seenFields,
    consentText: textField(8000),
    legalBasis: emptyAsNull(z.enum(legalBases)),
    legalBasisNote: optionalLine(500),
    dataController: optionalLine(200),
    dataContact: optionalLine(300),
  })
  .superRefine((given, check) => {
    if (given.consentText === '') return
    // What people agree to must say who answers for it, and why it is lawful.
    for (const field of ['legalBasis', 'dataController', 'dataContact'] as const) {
      if (!given[field]) check.addIssue({ code: 'custom', path: [field], message: 'needed_beside_text' })
    }
  })
