import { z } from 'zod'

/**
 * Text as people may type it: trimmed, one Unicode form (NFC), no control characters, never longer than its
 * column. HTML is left alone: it is shown as text.
 */

// Line breaks and tabs may stand in longer text; everything else below a space, and what flips reading order, may not.
const controls = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u
const controlsButBreaks = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069\ufeff]/u

/** One line, at least one character. `max` counts characters of the column. */
export function lineField(max: number) {
  return optionalLine(max).pipe(z.string().min(1, 'required'))
}

/** One line that may be empty. */
export function optionalLine(max: number) {
  return z
    .string({ error: 'required' })
    .trim()
    .normalize('NFC')
    .refine(text => !controls.test(text), 'control_characters')
    .max(max, 'too_long')
}

/** Several lines that may be empty. */
export function textField(max: number) {
  return z
    .string({ error: 'required' })
    .trim()
    .normalize('NFC')
    .refine(text => !controlsButBreaks.test(text), 'control_characters')
    .max(max, 'too_long')
}

/** An address that mail can be sent to; compared without case by the database. At most 254 characters (RFC 5321). */
export const emailField = lineField(254).pipe(z.email('not_an_email'))

/** A short code such as LS27 or a partner's own: capitals, digits and hyphens. */
export const codeField = lineField(16)
  .transform(code => code.toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,15}$/, 'code_form'))

/** A form sends an empty string for what was not chosen. */
export function emptyAsNull<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(value => (value === '' || value === undefined ? null : value), schema.nullable())
}

/** A whole number from a form. */
export function wholeNumber(least: number, most: number) {
  return z.preprocess(
    value =>
      typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : value === '' || value === null
          ? undefined
          : value,
    z
      .int({ error: issue => (issue.input === undefined ? 'required' : 'not_a_number') })
      .min(least)
      .max(most),
  )
}

/** A checkbox: present when ticked. */
export const tick = z.preprocess(value => value === true || value === 'on' || value === 'true', z.boolean())

/** The version of a row that a form carries. */
const versionField = z.coerce.number().int().min(1)

/** What a person has seen of a row: its version, and the one that the form was filled with (see `lib/edit.ts`). */
export const seenFields = { version: versionField, opened: versionField.optional() }

/** Whether an address can name a row at all: the database refuses what is no id with an error, not with nothing. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** The same for a code, in whichever case it was typed. */
export function isCode(text: string): boolean {
  return /^[A-Z0-9][A-Z0-9-]{1,15}$/i.test(text)
}
