import { z } from 'zod'
import { lineField, optionalLine, seenFields } from '@/lib/text'
import { choiceField, momentField } from '@/lib/time-typed'

const atActivity = { exerciseId: z.uuid(), activityId: z.uuid() }

/** Only the two schemes that a browser follows without running anything. */
const linkField = optionalLine(500).refine(
  link => link === '' || (/^https?:\/\//i.test(link) && URL.canParse(link)),
  'not_a_link',
)

export const addAgendaItemSchema = z.object({
  ...atActivity,
  title: lineField(200),
  speaker: optionalLine(200).default(''),
  place: optionalLine(200).default(''),
  link: linkField.default(''),
  start: momentField,
  startChoice: choiceField,
  /** `45m`, `1 h 30`; empty for a point in time */
  duration: optionalLine(60).default(''),
})
export const editAgendaItemSchema = addAgendaItemSchema.extend({ itemId: z.uuid(), ...seenFields })
export const removeAgendaItemSchema = z.object({ ...atActivity, itemId: z.uuid() })
