import { z } from 'zod'
import { emptyAsNull, optionalLine, textField, tick } from '@/lib/text'
import { entryFields } from '../schema'

/** Injects that one entry, or one selection, holds at most. */
export const mostInjects = 2000
/** Injects chosen one by one: their serials travel in an address. */
export const mostChosen = 500

export type Chosen = { kind: 'storyline' | 'incident'; id: string } | { kind: 'serials'; serials: string[] }

const uuid = /^(storyline|incident):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** What is to be kept, as an address says it: `storyline:<id>`, `incident:<id>`, `injects:3.1,3.2`. Null for neither. */
export function chosenIn(text: string): Chosen | null {
  const [, kind, id] = uuid.exec(text) ?? []
  if ((kind === 'storyline' || kind === 'incident') && id !== undefined) return { kind, id }
  if (!text.startsWith('injects:')) return null
  const serials = [...new Set(text.slice('injects:'.length).split(',').filter(Boolean))]
  return serials.length >= 1 && serials.length <= mostChosen && serials.every(one => one.length <= 40)
    ? { kind: 'serials', serials }
    : null
}

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
