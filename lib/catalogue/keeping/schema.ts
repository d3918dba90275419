import { z } from 'zod'
import { emptyAsNull, optionalLine, textField, tick } from '@/lib/text'
import { chosenIn, mostChosen } from '../chosen/rules'
import { entryFields } from '../schema'

export const keepSchema = z.object({
  exerciseId: z.uuid(),
  chosen: z
    .string()
    .max(40 * mostChosen)
    .transform((text, context) => {
      const chosen = chosenIn(text)
      if (!chosen) context.addIssue({ code: 'custom', message: 'not_found' })
      return chosen ?? z.NEVER
    }),
  /** the entry of which it becomes the next version; null for a new one */
  entryId: emptyAsNull(z.uuid()).default(null),
  /** each inject as an entry of its own, called by its title */
  each: tick.default(false),
  ...entryFields,
  name: optionalLine(200).default(''),
  tlp: entryFields.tlp.optional(),
  /** what is different from the version before */
  note: textField(2000).default(''),
})
